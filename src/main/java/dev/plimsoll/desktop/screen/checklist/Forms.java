package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Dialogs;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The questions that go with an act: a reason, a day, a word of confirmation. Each is a panel over
/// the page; Escape leaves it without doing anything.
final class Forms {
  private static final int WAIVER_DAYS = 14;
  private static final String MAY_BE_EMPTY = "May stay empty.";

  private final ChecklistViewModel model;
  private final Dialogs dialogs;
  private final InstantSource clock;
  private final Beyond beyond;

  /// What reaches beyond a reason and a day.
  interface Beyond {
    Sending sending();

    void timeOut(StepView step);

    void evidence(StepView step);

    void sign(StepView step);
  }

  Forms(ChecklistViewModel model, Dialogs dialogs, InstantSource clock, Beyond beyond) {
    this.model = model;
    this.dialogs = dialogs;
    this.clock = clock;
    this.beyond = beyond;
  }

  void timeOut(StepView step) {
    beyond.timeOut(step);
  }

  void evidence(StepView step) {
    beyond.evidence(step);
  }

  void run(StepView step) {
    beyond.sending().one(step.step().id());
  }

  void runAll() {
    beyond.sending().all();
  }

  void runFailed() {
    beyond.sending().failed();
  }

  void sign(StepView step) {
    beyond.sign(step);
  }

  void waive(StepView view) {
    var id = view.step().id();
    var draft = new ReasonDraft(today(), today().plusDays(WAIVER_DAYS), null);
    var told =
        Texts.secondary(
            "You accept this step although it did not pass. The record names you, the reason and"
                + " the day, and lists it before everything else.");
    ask(
        "Waive “" + view.step().title() + "”",
        List.of(told, failed(view)),
        draft,
        "Holds until",
        "Waive",
        () -> model.settle(acts -> acts.waive(id, draft.reason(), draft.until()), () -> {}));
  }

  void defer(StepView view) {
    var id = view.step().id();
    var days = view.step().rules().exits().deferrableDays();
    var most = days == null ? 0 : days;
    var draft = new ReasonDraft(today(), today().plusDays(most), today().plusDays(most));
    var told =
        Texts.secondary(
            "The step is put off and becomes an obligation of the record, by "
                + Texts.count(most, "day")
                + " at most.");
    ask(
        "Defer “" + view.step().title() + "”",
        List.of(told),
        draft,
        "Due on",
        "Defer",
        () -> model.settle(acts -> acts.defer(id, draft.reason(), draft.until()), () -> {}));
  }

  void notApplicable(StepView view) {
    var id = view.step().id();
    reason(
        "“" + view.step().title() + "” does not apply",
        "The record lists it among the exceptions, with your name and the reason.",
        "Why does it not apply to this release?",
        "Does not apply",
        why -> model.settle(acts -> acts.notApplicable(id, why), () -> {}));
  }

  void reopen(StepView view) {
    var id = view.step().id();
    reason(
        "Open “" + view.step().title() + "” again",
        "What has been concluded stays in the record; the step has to be done once more.",
        "Why?",
        "Open again",
        why -> model.act(acts -> acts.reopen(id, why)));
  }

  void revoke(StepView view) {
    var id = view.step().id();
    reason(
        "Take the waiver of “" + view.step().title() + "” back",
        "The step blocks again. That it was waived stays in the record.",
        "Why?",
        "Take back",
        why -> model.act(acts -> acts.revokeWaiver(id, why)));
  }

  void rescind(StepView view, String principal) {
    var id = view.step().id();
    reason(
        "Take the sign-off of " + principal + " back",
        "The step blocks again. That it was signed stays in the record.",
        "Why?",
        "Take back",
        why -> model.act(acts -> acts.rescind(id, principal, why)));
  }

  void note(StepView view) {
    var id = view.step().id();
    reason(
        "Note at “" + view.step().title() + "”",
        "It stands in the record beside the step, with your name and the time.",
        "What should be known?",
        "Add note",
        text -> model.act(acts -> acts.note(id, text)));
  }

  void pause() {
    reason(
        "Pause this walk",
        "Whatever runs is stopped and has to run again. Nothing else is lost.",
        "What are you waiting for? " + MAY_BE_EMPTY,
        "Pause",
        why -> model.act(acts -> acts.pause(why)));
  }

  void abort() {
    var why = new SimpleStringProperty("");
    var area = area(why, "Why is it given up?");
    var giveUp =
        new Action(
            "Give up",
            "Enter",
            filled(why),
            () -> {
              dialogs.close();
              model.act(acts -> acts.abort(why.get().strip()));
            });
    onEnter(area, giveUp);
    var panel =
        new Panel(
                "Give this walk up",
                stack(
                    Texts.text(
                        "The run ends here and counts for nothing; it stays in the history. The"
                            + " next walk begins from the first step."),
                    area))
            .focus(area)
            .other(Action.always("Keep walking", null, dialogs::close))
            .grave(giveUp);
    dialogs.show(panel);
  }

  private void reason(String title, String told, String prompt, String act, Consumer<String> then) {
    var why = new SimpleStringProperty("");
    var area = area(why, prompt);
    var demanded = !prompt.endsWith(MAY_BE_EMPTY);
    var doIt =
        new Action(
            act,
            "Enter",
            demanded ? filled(why) : Bindings.createBooleanBinding(() -> true),
            () -> {
              dialogs.close();
              then.accept(why.get().strip());
            });
    onEnter(area, doIt);
    dialogs.show(
        new Panel(title, stack(Texts.secondary(told), area))
            .focus(area)
            .other(Action.always("Cancel", null, dialogs::close))
            .primary(doIt));
  }

  private void ask(
      String title,
      List<Node> above,
      ReasonDraft draft,
      String dayName,
      String act,
      Runnable then) {
    var area = area(draft.reasonProperty(), "The reason, in a sentence");
    var day = new DatePicker();
    day.setId("until");
    day.valueProperty().bindBidirectional(draft.untilProperty());
    day.setAccessibleText(dayName);
    var missing = Texts.text("", Style.SECONDARY);
    missing.textProperty().bind(draft.obstacleProperty());
    var doIt =
        new Action(
            act,
            "Enter",
            draft.possible(),
            () -> {
              dialogs.close();
              then.run();
            });
    onEnter(area, doIt);
    var parts = new ArrayList<>(above);
    parts.add(named("Reason", area));
    parts.add(named(dayName, day));
    parts.add(missing);
    dialogs.show(
        new Panel(title, stack(parts.toArray(Node[]::new)))
            .focus(area)
            .other(Action.always("Cancel", null, dialogs::close))
            .primary(doIt));
  }

  private static Node failed(StepView view) {
    return view.observed().isEmpty()
        ? Texts.text(StepRows.word(view.standing()))
        : Texts.text(view.standing().words() + ": " + view.observed(), Style.STRONG);
  }

  private static VBox named(String name, Node field) {
    var label = Texts.text(name, "field-name");
    label.setLabelFor(field);
    var box = new VBox(label, field);
    box.getStyleClass().add(Style.LINES);
    return box;
  }

  static VBox stack(Node... nodes) {
    var stack = new VBox(nodes);
    stack.getStyleClass().add("form");
    return Sheet.on(stack);
  }

  static Label secondary(String text) {
    return Texts.secondary(text);
  }

  private static TextArea area(StringProperty text, String prompt) {
    var area = new TextArea();
    area.setId("reason");
    area.setPromptText(prompt);
    area.setAccessibleText(prompt);
    area.setPrefRowCount(3);
    area.setWrapText(true);
    area.textProperty().bindBidirectional(text);
    return area;
  }

  /// Enter does it and Shift+Enter makes a line: a reason is a sentence.
  private static void onEnter(TextArea area, Action act) {
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
            act.perform();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER) {
            area.replaceSelection("\n");
            event.consume();
          } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            leave(area, event);
          }
        });
  }

  private static void leave(TextArea area, KeyEvent event) {
    area.requestFocusTraversal(
        event.isShiftDown()
            ? javafx.scene.TraversalDirection.PREVIOUS
            : javafx.scene.TraversalDirection.NEXT);
    event.consume();
  }

  private static BooleanBinding filled(StringProperty text) {
    return Bindings.createBooleanBinding(() -> !text.get().isBlank(), text);
  }

  /// Days count in UTC, as the record counts them.
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}

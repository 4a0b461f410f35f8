package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.core.run.Exits;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What can be done at the step, always in sight below it. Rebuilt when the step or what it asks
/// for changes, and left alone otherwise, so that nothing a person types is lost.
final class StepControls extends VBox {
  private record Shape(String step, int attempts, Standing standing, Exits exits, int approvals) {}

  private final ChecklistViewModel model;
  private final StepActions actions;
  private final SignOffBlock signOff;
  private final Runnable leave;
  private @Nullable Shape shape;
  private @Nullable AnswerControls answer;
  private @Nullable AnswerDraft draft;
  private Action enter;

  /// @param leave gives the keyboard back to the page
  StepControls(
      ChecklistViewModel model, StepActions actions, SignOffBlock signOff, Runnable leave) {
    this.model = model;
    this.actions = actions;
    this.signOff = signOff;
    this.leave = leave;
    this.enter = actions.next;
    getStyleClass().add("step-controls");
  }

  void show(StepView view) {
    var now =
        new Shape(
            view.step().id(),
            view.state().attempts().size(),
            view.standing(),
            view.exits(),
            view.state().approvals().size());
    if (now.equals(shape)) {
      return;
    }
    var same =
        shape != null && shape.step().equals(now.step()) && shape.attempts() == now.attempts();
    shape = now;
    if (!same) {
      draft = null;
    }
    answer = null;
    enter = actions.primary(view);
    var parts = new ArrayList<Node>();
    if (view.step().verb() instanceof SignOff && !model.isReadOnly()) {
      parts.add(signOff.of(view));
      enter = StepRows.isSettled(view.standing()) ? actions.next : signOff.enter(view);
    }
    if (view.step().verb() instanceof Question question && asks(view)) {
      parts.add(answering(question));
    }
    parts.add(buttons(view));
    getChildren().setAll(parts);
    setManaged(!model.isReadOnly());
    setVisible(!model.isReadOnly());
  }

  private static boolean asks(StepView view) {
    return view.exits().answer() && !StepRows.isSettled(view.standing());
  }

  private Node answering(Question question) {
    var now = draft == null ? new AnswerDraft(question) : draft;
    draft = now;
    var confirm = question.form() instanceof Question.AnswerForm.Confirm;
    var give =
        new Action(
            confirm ? "Yes" : "Answer",
            "Enter",
            Bindings.createBooleanBinding(
                () -> now.possible().get() && !model.actingProperty().get(),
                now.obstacleProperty(),
                model.actingProperty()),
            () -> give(now));
    var controls =
        new AnswerControls(
            now,
            new AnswerControls.Ways(
                give,
                text -> {
                  now.textProperty().set(text);
                  give(now);
                },
                leave));
    answer = controls;
    enter = give;
    return controls;
  }

  private void give(AnswerDraft given) {
    var id = model.selectedProperty().get();
    var text = given.answer();
    var files = given.attachments();
    leave.run();
    model.settle(acts -> acts.answer(id, text, files), () -> {});
  }

  /// What Enter does: gives the answer, goes into the field, or the step's main action.
  void enter() {
    var controls = answer;
    if (controls != null && !enter.possible().get() && controls.enter()) {
      return;
    }
    enter.perform();
  }

  /// Takes files along with the answer that is being written.
  ///
  /// @return whether there is one
  boolean take(List<Attachment> files) {
    var open = draft;
    if (answer == null || open == null) {
      return false;
    }
    open.files().addAll(files);
    return true;
  }

  private FlowPane buttons(StepView view) {
    var row = new FlowPane();
    row.getStyleClass().add("buttons");
    var question = view.step().verb() instanceof Question || view.step().verb() instanceof SignOff;
    if (StepActions.isRunning(view)) {
      add(row, withKey(actions.next, "Enter"), Style.ACCENT);
      add(row, actions.cancel);
    } else if (StepRows.isSettled(view.standing()) && actions.next.possible().get()) {
      add(row, withKey(actions.next, "Enter"), Style.ACCENT);
    }
    if (!question && !StepActions.isRunning(view)) {
      var main = StepRows.isSettled(view.standing()) || view.step().rules().irreversible();
      add(
          row,
          named(actions.run, runWords(view)),
          main ? new String[0] : new String[] {Style.ACCENT});
    }
    for (var action :
        List.of(
            actions.waive,
            actions.revoke,
            actions.defer,
            actions.notApplicable,
            actions.note,
            actions.evidence,
            actions.reopen)) {
      // a step that did not hold is run again; O stays possible
      var aside = isBroken(view.standing()) && action.equals(actions.reopen);
      if (action.possible().get() && !aside) {
        add(row, action);
      }
    }
    if (isBroken(view.standing()) && actions.stop.possible().get()) {
      add(row, actions.stop);
    }
    return row;
  }

  private static Action withKey(Action action, String keys) {
    return new Action(action.name(), keys, action.possible(), action.act());
  }

  private static Action named(Action action, String name) {
    return new Action(name, action.keys(), action.possible(), action.act());
  }

  private static String runWords(StepView view) {
    if (view.step().rules().irreversible()) {
      return "Time-out…";
    }
    if (view.standing() == Standing.FAILED) {
      return "Fix and run again";
    }
    return view.state().attempts().isEmpty() ? "Run" : "Run again";
  }

  /// Whether the step was tried and did not hold: then every way out is in sight.
  private static boolean isBroken(Standing standing) {
    return switch (standing) {
      case FAILED, INCONCLUSIVE, UNAVAILABLE, INTERRUPTED -> true;
      default -> false;
    };
  }

  private static void add(FlowPane row, Action action, String... styleClasses) {
    var button = KeyHint.button(action, styleClasses);
    // the page's keys stay at hand: a clicked button does not keep the keyboard
    row.getChildren().add(button);
  }

  /// Why a failed step cannot be waived; empty where it can, or need not be.
  static String whyNot(StepView view) {
    var why = view.exits().whyNotWaive();
    return isBroken(view.standing()) && !view.exits().waive() && !why.isEmpty()
        ? "Waiving: " + why
        : "";
  }
}

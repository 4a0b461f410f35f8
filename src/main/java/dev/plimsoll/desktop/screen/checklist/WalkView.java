package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.run.Attachment;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A run, shown and walked: header, three columns, the gate's word at the bottom. Knows every part
/// of the page; the parts do not know each other.
final class WalkView extends VBox {
  private final ChecklistViewModel model;
  private final Surroundings around;

  private final WalkDesk desk;

  private final StepActions actions;
  private final Looks looks;
  private final EvidencePanel evidence;
  private final WalkHeader header;
  private final WhereCard where;
  private final StepColumn steps;
  private final StepControls controls;
  private final Columns columns;
  private final RecordStrip strip;
  private final GateBar gate;
  private final ObservableList<Action> offered = FXCollections.observableArrayList();

  WalkView(ChecklistViewModel model, WalkDesk desk, Surroundings around, Times times) {
    this.model = model;
    this.around = around;

    this.desk = desk;
    getStyleClass().addAll("page", "walk");

    looks = new Looks(around);
    evidence = new EvidencePanel(around, desk.attachments(), model.walk());
    var signing = new Signing(model, desk, around);
    var sending = new Sending(model, around);
    var forms =
        new Forms(
            model,
            around.dialogs(),
            times.clock(),
            new Forms.Beyond() {
              @Override
              public Sending sending() {
                return sending;
              }

              @Override
              public void timeOut(StepView step) {
                signing.timeOut(step);
              }

              @Override
              public void evidence(StepView step) {
                evidence.add("Evidence for “" + step.step().title() + "”", files -> take(files));
              }

              @Override
              public void sign(StepView step) {
                signing.sign(step);
              }
            });
    actions = new StepActions(model, forms);
    steps = new StepColumn(model);
    controls =
        new StepControls(
            model, actions, new SignOffBlock(model, forms::sign, forms::rescind), this::focusSteps);
    var pane =
        new StepPane(
            model,
            controls,
            times,
            around.tasks(),
            new StepPane.Ways(
                evidence::look,
                reference -> looks.troubleshoot(reference, desk.opening()),
                this::copyPlace,
                () -> looks.traffic(desk.opening()),
                this::openChain));
    strip =
        new RecordStrip(
            times,
            desk.contacts(),
            new RecordStrip.Ways(this::openStep, evidence::look, this::contacts));
    header = new WalkHeader(times, model.isReadOnly());
    where = new WhereCard(times, actions.resume, this::focusSteps);
    var record = StripPane.scrolled(strip);
    record.getStyleClass().add(Style.STRIP);
    columns = new Columns(steps, pane, record);
    gate = new GateBar(this::why, barActions(), Set.of(actions.runFailed));
    VBox.setVgrow(columns, Priority.ALWAYS);
    getChildren().addAll(header, where, columns, gate.bar());
    if (!model.isReadOnly()) {
      Drops.on(this, clipboard -> take(evidence.taken(clipboard)));
    }
    addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
    steps.addEventFilter(KeyEvent.KEY_PRESSED, this::keysOfSteps);
    columns
        .widthProperty()
        .addListener((_, _, width) ->
            header.compact(Columns.sideBySide(width.doubleValue(), columns.em()) == 1));
    offer();
    model
        .viewProperty()
        .addListener((_, _, now) -> {
          if (now != null) {
            show(now);
          }
        });
  }

  private void show(RunView view) {
    header.beside(model.earlierProperty().get());
    header.show(view);
    where.show(view);
    strip.show(view);
    gate.show(view);
  }

  ObservableList<Action> offered() {
    return offered;
  }

  StepActions actions() {
    return actions;
  }

  void focusSteps() {
    steps.requestFocus();
  }

  private List<Action> barActions() {
    if (model.isReadOnly()) {
      return List.of(Action.always("Back", null, around.navigator()::back));
    }
    return List.of(actions.runAll, actions.runFailed, actions.pause, finish());
  }

  private Action finish() {
    return new Action(
        "Finish checklist",
        "F",
        Bindings.createBooleanBinding(
            () -> {
              var view = model.viewProperty().get();
              return view != null && view.decision().isGo();
            },
            model.viewProperty()),
        () -> around.navigator().go(desk.after()));
  }

  /// What the window offers: letters, the palette, and the list under `?`.
  private void offer() {
    var read =
        List.of(
            actions.down,
            actions.up,
            openHere(),
            firstPlace(),
            whyAction(),
            chainAction(),
            trafficAction(),
            contactsAction(),
            help());
    if (model.isReadOnly()) {
      offered.setAll(read);
      return;
    }
    offered.setAll(read);
    offered.addAll(
        actions.run,
        actions.note,
        actions.waive,
        actions.evidence,
        actions.defer,
        actions.notApplicable,
        actions.reopen,
        actions.revoke,
        actions.pause,
        actions.resume,
        actions.runAll,
        actions.runFailed,
        actions.cancel,
        actions.stop,
        finish());
  }

  private Action openHere() {
    return new Action("Confirm, answer or go on", "Enter", always(), this::enter);
  }

  private Action whyAction() {
    return Action.always("Why: the gate's reasons", "G", this::why);
  }

  private Action chainAction() {
    return new Action(
        "Look into the step's chain",
        "A",
        Bindings.createBooleanBinding(
            () -> StepPane.chain(model.stepProperty().get()) != null, model.stepProperty()),
        () -> {
          var chain = StepPane.chain(model.stepProperty().get());
          if (chain != null) {
            openChain(chain);
          }
        });
  }

  private void openChain(String chain) {
    around.navigator().go(new Place.AuditChain(desk.after().root(), chain));
  }

  private Action trafficAction() {
    return new Action(
        "What is sent where…",
        "T",
        Bindings.createBooleanBinding(
            () -> {
              var view = model.viewProperty().get();
              return view != null
                  && view.steps().stream().anyMatch(step -> StepRows.requests(step.step()) > 0);
            },
            model.viewProperty()),
        () -> looks.traffic(desk.opening()));
  }

  private Action contactsAction() {
    return Action.always("Contacts", "F2", this::contacts);
  }

  private Action help() {
    return new Action(
        "Troubleshooting",
        "F1",
        Bindings.createBooleanBinding(
            () -> {
              var step = model.stepProperty().get();
              return step != null && step.step().words().troubleshoot() != null;
            },
            model.stepProperty()),
        () -> {
          var step = model.stepProperty().get();
          var reference = step == null ? null : step.step().words().troubleshoot();
          if (reference != null) {
            looks.troubleshoot(reference, desk.opening());
          }
        });
  }

  private static javafx.beans.binding.BooleanBinding always() {
    return Bindings.createBooleanBinding(() -> true);
  }

  private void enter() {
    if (columns.shown() == 1) {
      columns.showStep();
    }
    if (!model.isReadOnly()) {
      controls.enter();
    }
  }

  private void copyPlace(Position place) {
    var content = new ClipboardContent();
    content.putString(place.toString());
    Clipboard.getSystemClipboard().setContent(content);
    around.dialogs().tell("Copied: " + place);
  }

  private Action firstPlace() {
    return new Action(
        "Copy the place of the first finding",
        "L",
        Bindings.createBooleanBinding(() -> place().isPresent(), model.stepProperty()),
        () -> place().ifPresent(this::copyPlace));
  }

  private Optional<Position> place() {
    return Optional.ofNullable(model.stepProperty().get())
        .flatMap(view -> view.state().lastAttempt())
        .map(Attempt::ending)
        .flatMap(ending ->
            ending.outcome().findings().stream()
                .flatMap(finding -> Stream.ofNullable(finding.at()))
                .findFirst());
  }

  private void openStep(String id) {
    model.select(id);
    columns.showStep();
    focusSteps();
  }

  private void why() {
    var view = model.viewProperty().get();
    if (view != null) {
      looks.gate(view, this::openStep);
    }
  }

  private void contacts() {
    looks.contacts(desk.contacts());
  }

  /// Files go with the answer that is being written, else to the step.
  private void take(List<Attachment> files) {
    if (files.isEmpty() || controls.take(files)) {
      return;
    }
    var id = model.selectedProperty().get();
    model.act(
        acts -> files.forEach(file -> acts.attach(id, file)),
        () -> around.dialogs().tell(Texts.count(files.size(), "file") + " attached."));
  }

  private void keys(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && actions.cancel.perform()) {
      event.consume();
    }
  }

  /// The list would take Enter and Escape for itself.
  private void keysOfSteps(KeyEvent event) {
    keys(event);
    if (event.isConsumed()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      enter();
      event.consume();
    } else if (event.isShortcutDown()
        && event.getCode() == KeyCode.V
        && !model.isReadOnly()
        && Attachments.offers(Clipboard.getSystemClipboard())) {
      take(evidence.taken(Clipboard.getSystemClipboard()));
      event.consume();
    }
  }
}

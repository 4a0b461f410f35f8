package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.BottomBar;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The walk to a restore, one step at a time: what, what changes, the last look, the work, the end
/// of it with the way back.
final class RestoreView extends StackPane {
  private final RestoreViewModel way;
  private final BackupViewModel model;
  private final BackupActions verbs;
  private final Runnable leave;

  private final PageHeader header;
  private final WalkSteps steps;
  private final VBox body = new VBox();
  private final ScrollPane scroller = StripPane.scrolled(body);
  private final BottomBar bar = new BottomBar();
  private final Label says = Texts.line("", Style.SECONDARY);
  private final FileChoice choice;
  private final ChangesStep changes;
  private final ConfirmStep confirm;
  private final ProgressCard progress;
  private final ChangeListener<ActState> acts = (_, before, now) -> acted(before, now);

  private final Action next;
  private final Action back;
  private final Action halt;
  private final Action done;
  private final Action again;
  private boolean begun;

  /// @param leave goes back to the restore points
  RestoreView(RestoreViewModel way, BackupViewModel model, BackupActions verbs, Runnable leave) {
    this.way = way;
    this.model = model;
    this.verbs = verbs;
    this.leave = leave;
    this.header = new PageHeader((way.isUndo() ? "Undo in " : "Restore ") + way.set().name());
    this.steps = new WalkSteps(way.isUndo());
    this.choice = new FileChoice(way, model.times());
    this.changes = new ChangesStep(way);
    this.progress = new ProgressCard(model, verbs.stop);
    this.next = new Action("Go on", "Ctrl+Enter", when(() -> !begun && way.mayGoOn()), way::next);
    this.back = new Action("Back", "Esc", when(() -> !begun && !way.isComparing()), this::back);
    this.halt = new Action("Stop", "Esc", when(() -> !begun && way.isComparing()), way::stop);
    this.confirm = new ConfirmStep(way, model.times(), back, this::begin);
    this.done = new Action("Back to the backups", "Esc", when(this::isOver), leave);
    this.again = new Action("Look again", "L", when(this::isUndecided), this::again);
    getStyleClass().add("restore-walk");
    setId("restore-walk");
    body.getStyleClass().add(Style.PAGE_BODY);
    scroller.setFocusTraversable(false);
    var top = new VBox(header, steps);
    top.getStyleClass().add("walk-top");
    getChildren().add(new Page(top, scroller, bar));
    way.stepProperty().addListener((_, _, _) -> stepped());
    way.problemProperty().addListener((_, _, _) -> show());
    way.offerProperty().addListener((_, _, _) -> showBar());
    way.paceProperty()
        .addListener((_, before, now) -> {
          if ((before == null) != (now == null)) {
            showBar();
          }
        });
    model.actProperty().addListener(acts);
    show();
  }

  void close() {
    way.close();
    model.actProperty().removeListener(acts);
  }

  List<Action> actions() {
    return List.of(next, back, halt, done, again, verbs.stop, verbs.undo);
  }

  private BooleanBinding when(java.util.function.BooleanSupplier possible) {
    return Bindings.createBooleanBinding(
        possible::getAsBoolean,
        way.stepProperty(),
        way.filesProperty(),
        way.someProperty(),
        way.offerProperty(),
        way.paceProperty(),
        way.typedProperty(),
        way.strangerProperty(),
        model.actProperty());
  }

  private boolean isOver() {
    return begun && model.actProperty().get() instanceof ActState.Over;
  }

  private boolean isUndecided() {
    return begun
        && model.actProperty().get() instanceof ActState.Over over
        && !(over.over() instanceof Ride.Over.Done);
  }

  /// Back to what would change, as it is now: what was confirmed before is not what there is.
  private void again() {
    begun = false;
    way.again();
  }

  private void back() {
    if (!way.back()) {
      leave.run();
    }
  }

  private void begin() {
    var act = way.confirmed();
    begun = true;
    body.requestFocus(); // a key that is still held down must press nothing else
    model.perform(act);
    show();
  }

  private void stepped() {
    scroller.setVvalue(0);
    show();
    focusFirst();
  }

  private void acted(ActState before, ActState now) {
    if (begun && !(before instanceof ActState.Running && now instanceof ActState.Running)) {
      scroller.setVvalue(0);
      show();
    }
  }

  void focusFirst() {
    switch (way.stepProperty().get()) {
      case CHOOSE -> choice.focusFirst();
      case CHANGES -> changes.focusFirst();
      case CONFIRM -> confirm.focusFirst();
    }
  }

  private void show() {
    var parts = new ArrayList<Node>();
    var problem = way.problemProperty().get();
    if (problem != null) {
      parts.add(new ErrorPanel(problem));
    }
    if (begun) {
      showWork(parts);
    } else {
      steps.show(way.stepProperty().get());
      parts.add(
          switch (way.stepProperty().get()) {
            case CHOOSE -> choice;
            case CHANGES -> changes;
            case CONFIRM -> confirm;
          });
    }
    body.getChildren().setAll(parts);
    header.factTexts(way.set().product(), subject());
    showBar();
  }

  private String subject() {
    return switch (way.errand()) {
      case Errand.Restore restore -> {
        var point = way.pointProperty().get();
        yield "the backup of "
            + model.times().moment((point == null ? restore.chosen() : point).takenOn());
      }
      case Errand.Undo undo ->
          "back to before "
              + undo.point().replaced().id()
              + " was put back, "
              + model.times().age(undo.point().on());
    };
  }

  private void showWork(List<Node> parts) {
    switch (model.actProperty().get()) {
      case ActState.Idle _ -> {}
      case ActState.Running _ -> {
        steps.showWork(false);
        parts.add(progress);
      }
      case ActState.Over over -> {
        var isDone = over.over() instanceof Ride.Over.Done;
        steps.showWork(isDone);
        parts.add(OverBanner.of(over, List.of(KeyHint.button(isDone ? verbs.undo : again))));
      }
    }
  }

  private void showBar() {
    says.setText(sentence());
    bar.says(says);
    if (begun) {
      bar.offers(KeyHint.button(isOver() ? done : verbs.stop));
    } else if (way.stepProperty().get() == RestoreViewModel.Step.CONFIRM) {
      bar.offers();
    } else {
      bar.offers(
          KeyHint.button(way.isComparing() ? halt : back), KeyHint.button(next, Style.ACCENT));
    }
  }

  private String sentence() {
    if (begun) {
      return isOver() ? "" : "Everything is put in place at once, or nothing is.";
    }
    return switch (way.stepProperty().get()) {
      case CHOOSE, CHANGES -> "Nothing has been changed yet.";
      case CONFIRM -> "Nothing has been changed yet. Hold the button down to begin.";
    };
  }
}

package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Action;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// Everything that can be done on the page, with its key. Which of it is possible follows from the
/// run's own word about the step that the person looks at.
final class StepActions {
  private final ChecklistViewModel model;
  private final Forms forms;

  final Action run;
  final Action waive;
  final Action revoke;
  final Action defer;
  final Action notApplicable;
  final Action reopen;
  final Action note;
  final Action evidence;
  final Action cancel;
  final Action next;
  final Action runAll;
  final Action runFailed;
  final Action pause;
  final Action resume;
  final Action stop;
  final Action down;
  final Action up;

  StepActions(ChecklistViewModel model, Forms forms) {
    this.model = model;
    this.forms = forms;
    run = step("Run", "R", view -> view.exits().start() && !isRunning(view), this::start);
    waive = step("Waive…", "W", view -> view.exits().waive(), () -> forms.waive(current()));
    revoke =
        step(
            "Take waiver back…",
            null,
            view -> view.standing() == Standing.WAIVED,
            () -> forms.revoke(current()));
    defer = step("Defer…", "D", view -> view.exits().defer(), () -> forms.defer(current()));
    notApplicable =
        step(
            "Does not apply…",
            "X",
            view -> view.exits().notApplicable(),
            () -> forms.notApplicable(current()));
    reopen = step("Open again…", "O", view -> view.exits().reopen(), () -> forms.reopen(current()));
    note = step("Note…", "N", _ -> true, () -> forms.note(current()));
    evidence = step("Evidence…", "E", _ -> true, () -> forms.evidence(current()));
    cancel = step("Stop", "Esc", StepActions::isRunning, this::cancel);
    next =
        run(
            "Next open step",
            null,
            view -> view.steps().stream().anyMatch(step -> !StepRows.isSettled(step.standing())),
            model::selectNextOpen);
    runAll =
        run(
            "Run all checks",
            "Ctrl+Enter",
            view ->
                view.state().phase() == RunState.Phase.OPEN
                    && view.steps().stream().anyMatch(StepActions::isForAll),
            forms::runAll);
    runFailed =
        run(
            "Run what failed",
            "Ctrl+R",
            view ->
                view.state().phase() == RunState.Phase.OPEN
                    && view.steps().stream()
                        .anyMatch(
                            step -> step.step().isAutomatic() && isTriedInVain(step.standing())),
            forms::runFailed);
    pause = run("Pause", "P", view -> view.state().phase() == RunState.Phase.OPEN, forms::pause);
    resume =
        run(
            "Resume",
            "P",
            view -> view.state().phase() == RunState.Phase.PAUSED,
            () -> model.act(Acts::resume));
    stop = run("Give up…", "S", view -> view.state().phase() == RunState.Phase.OPEN, forms::abort);
    down = new Action("Next step", "J", always(), model::selectNext);
    up = new Action("Previous step", "K", always(), model::selectPrevious);
  }

  /// Whether it is one that all checks begin with: by itself, now, and not passed yet.
  private static boolean isForAll(StepView step) {
    return step.step().isAutomatic()
        && !StepRows.isSettled(step.standing())
        && step.exits().start();
  }

  private static BooleanBinding always() {
    return Bindings.createBooleanBinding(() -> true);
  }

  /// An act on the step; never possible where the run can only be looked at.
  private Action step(
      String name,
      @org.jspecify.annotations.Nullable String keys,
      Predicate<StepView> when,
      Runnable act) {
    return new Action(
        name,
        keys,
        Bindings.createBooleanBinding(
            () -> {
              var view = model.stepProperty().get();
              return view != null && isOpen() && when.test(view);
            },
            model.stepProperty(),
            model.viewProperty()),
        act);
  }

  private Action run(
      String name,
      @org.jspecify.annotations.Nullable String keys,
      Predicate<RunView> when,
      Runnable act) {
    return new Action(
        name,
        keys,
        Bindings.createBooleanBinding(
            () -> {
              var view = model.viewProperty().get();
              return view != null && !model.isReadOnly() && when.test(view);
            },
            model.viewProperty()),
        act);
  }

  private boolean isOpen() {
    var view = model.viewProperty().get();
    return view != null && !model.isReadOnly() && view.state().phase() == RunState.Phase.OPEN;
  }

  static boolean isRunning(StepView view) {
    return view.standing() == Standing.RUNNING;
  }

  private StepView current() {
    var view = model.stepProperty().get();
    if (view == null) {
      throw new IllegalStateException("an action on a step was possible without a step");
    }
    return view;
  }

  /// Runs the step; what cannot be undone gets its time-out first.
  private void start() {
    var view = current();
    if (view.step().rules().irreversible() || view.step().verb().needsTimeOut()) {
      forms.timeOut(view);
    } else {
      forms.run(view);
    }
  }

  /// Whether a step was tried and did not pass, so that another try may.
  static boolean isTriedInVain(Standing standing) {
    return switch (standing) {
      case FAILED, INCONCLUSIVE, UNAVAILABLE, INTERRUPTED -> true;
      default -> false;
    };
  }

  private void cancel() {
    var id = current().step().id();
    model.act(acts -> acts.cancel(id));
  }

  /// What Enter does at this step, apart from answering. It never stops what runs: who pressed it
  /// once to get here may press it twice.
  Action primary(StepView view) {
    if (isRunning(view) || StepRows.isSettled(view.standing()) || view.live().waiting()) {
      return next;
    }
    return switch (view.step().verb()) {
      case Question _, SignOff _ -> note;
      default -> run;
    };
  }

  Forms forms() {
    return forms;
  }
}

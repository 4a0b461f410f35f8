package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Surroundings;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// What can be done on the page, with its keys.
final class BackupActions {
  private final BackupViewModel model;

  final Action take;
  final Action verify;
  final Action verifyAll;
  final Action drill;
  final Action restore;
  final Action undo;
  final Action prune;
  final Action putRight;
  final Action stop;
  final Action putAway;
  final Action older;
  final Action newer;
  final Action again;

  /// @param restore begins the walk to a restore
  /// @param undo begins the walk to an undo
  record Ways(Runnable restore, Runnable undo) {}

  BackupActions(BackupViewModel model, Surroundings around, Ways ways) {
    this.model = model;
    take =
        new Action(
            "Back up now", "B", when(this::isFree), () -> model.perform(new Act.Take(false)));
    verify =
        new Action(
            "Verify",
            "V",
            when(this::hasPoint),
            () -> model.perform(new Act.Verify(List.of(id()))));
    verifyAll =
        new Action(
            "Verify all", "A", when(this::hasPoint), () -> model.perform(new Act.Verify(allIds())));
    drill =
        new Action("Drill", "D", when(this::hasPoint), () -> model.perform(new Act.Drill(id())));
    restore = new Action("Restore…", "R", when(this::hasPoint), ways.restore());
    undo = new Action("Undo the last restore…", "U", when(this::canUndo), ways.undo());
    prune =
        new Action(
            "What retention keeps…",
            "P",
            when(() -> model.lookProperty().get() != null && point() != null),
            () -> new PrunePanel(model, around).show());
    putRight =
        new Action(
            "Put it right", "F", when(this::isUnfinished), () -> model.perform(new Act.PutRight()));
    stop =
        new Action(
            "Stop",
            "Esc",
            when(() ->
                model.actProperty().get() instanceof ActState.Running running
                    && !running.stopping()),
            model::stop);
    putAway =
        new Action(
            "Put away how it ended",
            "Esc",
            when(() -> model.actProperty().get() instanceof ActState.Over),
            model::forget);
    older = new Action("Older restore point", "J", when(() -> point() != null), model::nextPoint);
    newer =
        new Action("Newer restore point", "K", when(() -> point() != null), model::previousPoint);
    again = Action.always("Look again", "L", model::again);
  }

  List<Action> all() {
    return List.of(
        take, verify, verifyAll, drill, restore, undo, prune, putRight, stop, putAway, older, newer,
        again);
  }

  private BooleanBinding when(BooleanSupplier possible) {
    return Bindings.createBooleanBinding(
        possible::getAsBoolean,
        model.selectedProperty(),
        model.actProperty(),
        model.lookProperty(),
        model.pointProperty());
  }

  /// Whether a new act may begin: never beside a restore that was cut off.
  private boolean isFree() {
    var look = model.lookProperty().get();
    return model.isReady() && look != null && !look.past().unfinished();
  }

  private boolean hasPoint() {
    return isFree() && point() != null;
  }

  private boolean canUndo() {
    var look = model.lookProperty().get();
    return isFree() && look != null && look.past().undo() != null;
  }

  private boolean isUnfinished() {
    var look = model.lookProperty().get();
    return model.isReady() && look != null && look.past().unfinished();
  }

  private @org.jspecify.annotations.Nullable RestorePoint point() {
    return model.pointProperty().get();
  }

  private String id() {
    return Objects.requireNonNull(point()).id();
  }

  private List<String> allIds() {
    return Objects.requireNonNull(model.lookProperty().get()).points().stream()
        .map(RestorePoint::id)
        .toList();
  }
}

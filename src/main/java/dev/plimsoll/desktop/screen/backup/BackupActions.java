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
  final Action finish;
  final Action goBack;
  final Action stop;
  final Action putAway;
  final Action older;
  final Action newer;
  final Action again;

  /// @param walk begins the walk to a restore
  BackupActions(BackupViewModel model, Surroundings around, Runnable walk) {
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
    restore = new Action("Restore…", "R", when(this::hasPoint), walk);
    undo =
        new Action(
            "Undo the last restore…",
            "U",
            when(this::canUndo),
            () -> new UndoPanel(model, around).show());
    prune =
        new Action(
            "What retention keeps…",
            "P",
            when(() -> model.lookProperty().get() != null && point() != null),
            () -> new PrunePanel(model, around).show());
    finish =
        new Action("Finish it", "F", when(this::isUnfinished), () -> model.perform(end(false)));
    goBack =
        new Action(
            "Put back what was there",
            "U",
            when(this::isUnfinished),
            () -> model.perform(end(true)));
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
    again =
        new Action(
            "Look again", "L", when(() -> model.selectedProperty().get() != null), model::refresh);
  }

  List<Action> all() {
    return List.of(
        take, verify, verifyAll, drill, restore, undo, prune, finish, goBack, stop, putAway, older,
        newer, again);
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
    return model.isReady() && look != null && look.past().unfinished() == null;
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
    return model.isReady() && look != null && look.past().unfinished() != null;
  }

  private Act.Finish end(boolean back) {
    var look = Objects.requireNonNull(model.lookProperty().get());
    return new Act.Finish(Objects.requireNonNull(look.past().unfinished()).point(), back);
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

package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.task.TaskRunner;
import dev.plimsoll.desktop.task.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The walk to a restore or an undo, up to its confirmation: the point and its files, what will
/// change, the last look. Nothing is written before the act begins. On the window's thread.
final class RestoreViewModel {
  private final SetChoice set;
  private final Errand errand;
  private final BackupSource source;
  private final TaskRunner tasks;
  private final Pulse pulse;

  private final ReadOnlyObjectWrapper<@Nullable RestorePoint> point;
  private final ReadOnlyObjectWrapper<@Nullable List<PointFile>> files =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Set<String>> some = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RestoreOffer> offer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Pace> pace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Step> step;
  private final StringProperty search = new SimpleStringProperty("");
  private final StringProperty typed = new SimpleStringProperty("");
  private final BooleanProperty stranger = new SimpleBooleanProperty();

  /// The look that goes on; what an earlier one finds is about another choice.
  private @Nullable Comparing comparing;

  private Ticker.@Nullable Beat beat;

  /// When it is asked how far a look is.
  record Pulse(Ticker ticker, InstantSource clock) {
    static final Duration EVERY = Duration.ofMillis(150);
  }

  /// Where the person is. An undo begins with the second.
  enum Step {
    CHOOSE,
    CHANGES,
    CONFIRM;

    /// How many come before it.
    int number() {
      return switch (this) {
        case CHOOSE -> 0;
        case CHANGES -> 1;
        case CONFIRM -> 2;
      };
    }
  }

  RestoreViewModel(
      SetChoice set, Errand errand, BackupSource source, TaskRunner tasks, Pulse pulse) {
    this.pulse = pulse;
    this.set = set;
    this.errand = errand;
    this.source = source;
    this.tasks = tasks;
    this.point =
        new ReadOnlyObjectWrapper<>(
            errand instanceof Errand.Restore restore ? restore.chosen() : null);
    this.step = new ReadOnlyObjectWrapper<>(isUndo() ? Step.CHANGES : Step.CHOOSE);
  }

  SetChoice set() {
    return set;
  }

  Errand errand() {
    return errand;
  }

  boolean isUndo() {
    return errand instanceof Errand.Undo;
  }

  /// The restore point; null for an undo.
  ReadOnlyObjectProperty<@Nullable RestorePoint> pointProperty() {
    return point.getReadOnlyProperty();
  }

  /// The files of the point; null while they are read.
  ReadOnlyObjectProperty<@Nullable List<PointFile>> filesProperty() {
    return files.getReadOnlyProperty();
  }

  /// The paths that are chosen; null means all of them.
  ReadOnlyObjectProperty<@Nullable Set<String>> someProperty() {
    return some.getReadOnlyProperty();
  }

  /// What would change; null while it is looked at.
  ReadOnlyObjectProperty<@Nullable RestoreOffer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /// How far the look is; null where none goes on.
  ReadOnlyObjectProperty<@Nullable Pace> paceProperty() {
    return pace.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// What the list of files is narrowed down to.
  StringProperty searchProperty() {
    return search;
  }

  /// What the person typed for the entries that are lost.
  StringProperty typedProperty() {
    return typed;
  }

  /// Whether the person said that a backup of another product is meant.
  BooleanProperty strangerProperty() {
    return stranger;
  }

  /// Reads what the first step needs.
  void load() {
    var chosen = point.get();
    if (chosen == null) {
      look();
      return;
    }
    files.set(null);
    problem.set(null);
    tasks.run(
        () -> source.files(set, chosen.id()),
        found -> {
          if (chosen.equals(point.get())) {
            files.set(List.copyOf(found));
          }
        },
        trouble -> {
          if (chosen.equals(point.get())) {
            problem.set(trouble);
          }
        });
  }

  void choose(RestorePoint other) {
    if (!other.equals(point.get())) {
      point.set(other);
      some.set(null);
      load();
    }
  }

  void chooseAll() {
    some.set(null);
  }

  /// Only some files, none at first.
  void chooseSome() {
    if (some.get() == null) {
      some.set(Set.of());
    }
  }

  boolean isChosen(String path) {
    var paths = some.get();
    return paths == null || paths.contains(path);
  }

  void toggle(String path) {
    var now = chosenPaths();
    if (!now.remove(path)) {
      now.add(path);
    }
    some.set(now);
  }

  /// Every file that the search leaves; where all of them are chosen already, none of them.
  void toggleFound() {
    var found = found().stream().map(PointFile::path).toList();
    var now = chosenPaths();
    if (now.containsAll(found)) {
      found.forEach(now::remove);
    } else {
      now.addAll(found);
    }
    some.set(now);
  }

  private Set<String> chosenPaths() {
    return new LinkedHashSet<>(Objects.requireNonNullElse(some.get(), Set.of()));
  }

  /// The files whose path has every word of the search in it.
  List<PointFile> found() {
    var all = files.get();
    if (all == null) {
      return List.of();
    }
    var words = List.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    return all.stream()
        .filter(file -> {
          var path = file.path().toLowerCase(Locale.ROOT);
          return words.stream().allMatch(path::contains);
        })
        .toList();
  }

  List<PointFile> chosen() {
    var all = files.get();
    return all == null ? List.of() : all.stream().filter(file -> isChosen(file.path())).toList();
  }

  boolean mayGoOn() {
    return switch (step.get()) {
      case CHOOSE -> files.get() != null && !chosen().isEmpty();
      case CHANGES -> {
        var seen = offer.get();
        yield seen != null && seen.isConfirmedBy(typed.get(), stranger.get());
      }
      case CONFIRM -> false;
    };
  }

  void next() {
    if (!mayGoOn()) {
      return;
    }
    if (step.get() == Step.CHOOSE) {
      step.set(Step.CHANGES);
      look();
    } else {
      step.set(Step.CONFIRM);
    }
  }

  /// @return whether there was a step before
  boolean back() {
    var here = step.get();
    if (here == Step.CHOOSE || (here == Step.CHANGES && isUndo())) {
      return false;
    }
    if (here == Step.CHANGES) {
      close();
    }
    step.set(here == Step.CONFIRM ? Step.CHANGES : Step.CHOOSE);
    return true;
  }

  /// Back to the step that shows what would change, and looks at it anew.
  void again() {
    step.set(Step.CHANGES);
    look();
  }

  /// Looks at what would change.
  void look() {
    close();
    offer.set(null);
    typed.set("");
    stranger.set(false);
    problem.set(null);
    var paths = List.copyOf(Objects.requireNonNullElse(some.get(), Set.of()));
    var work =
        switch (errand) {
          case Errand.Restore _ ->
              source.offer(set, Objects.requireNonNull(point.get()).id(), paths);
          case Errand.Undo undo -> source.undoOffer(set, undo.point().number());
        };
    var begun = new Comparing(work, pulse.clock().instant());
    comparing = begun;
    pace.set(Pace.START);
    beat = pulse.ticker().every(Pulse.EVERY, () -> pace.set(begun.pace(pulse.clock().instant())));
    tasks.run(
        begun::run,
        seen -> {
          if (ended(begun)) {
            seen.ifPresent(offer::set);
          }
        },
        trouble -> {
          if (ended(begun)) {
            problem.set(trouble);
          }
        });
  }

  /// @return whether that look is still the one whose end is waited for
  private boolean ended(Comparing look) {
    if (look != comparing) {
      return false;
    }
    comparing = null;
    rest();
    return true;
  }

  private void rest() {
    if (beat != null) {
      beat.close();
      beat = null;
    }
    pace.set(null);
  }

  boolean isComparing() {
    return pace.get() != null;
  }

  /// Ends the look that goes on, which is told; nothing was changed.
  void stop() {
    if (isComparing()) {
      close();
      problem.set(
          Problem.of(
              "Not compared",
              "You stopped it. Nothing was changed.",
              isUndo()
                  ? "Go back to the backups, and begin again."
                  : "Go back, and choose again."));
    }
  }

  /// Ends the look that goes on, if any: nobody waits for it any more.
  void close() {
    if (comparing != null) {
      comparing.stop();
      comparing = null;
    }
    rest();
  }

  /// What the person confirmed; only in the last step.
  Act confirmed() {
    var seen = offer.get();
    if (step.get() != Step.CONFIRM
        || seen == null
        || !seen.isConfirmedBy(typed.get(), stranger.get())) {
      throw new IllegalStateException("nothing was confirmed");
    }
    var consent = seen.consent(typed.get(), stranger.get());
    return isUndo() ? new Act.Undo(seen, consent) : new Act.Restore(seen, consent);
  }
}

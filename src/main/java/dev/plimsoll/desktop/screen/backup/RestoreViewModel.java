package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.task.TaskRunner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The walk to a restore, up to its confirmation: the point and its files, what will change, the
/// last look. Nothing is written before the act begins. On the window's thread.
final class RestoreViewModel {
  private final SetChoice set;
  private final List<RestorePoint> points;
  private final BackupSource source;
  private final TaskRunner tasks;

  private final ReadOnlyObjectWrapper<RestorePoint> point;
  private final ReadOnlyObjectWrapper<@Nullable List<PointFile>> files =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Set<String>> some = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RestoreOffer> offer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CHOOSE);
  private final StringProperty search = new SimpleStringProperty("");
  private final StringProperty typed = new SimpleStringProperty("");

  /// Where the person is.
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

  /// @param points newest first
  RestoreViewModel(
      SetChoice set,
      List<RestorePoint> points,
      RestorePoint chosen,
      BackupSource source,
      TaskRunner tasks) {
    this.set = set;
    this.points = List.copyOf(points);
    this.source = source;
    this.tasks = tasks;
    this.point = new ReadOnlyObjectWrapper<>(chosen);
  }

  SetChoice set() {
    return set;
  }

  /// Those that can be gone back to.
  List<RestorePoint> points() {
    return points;
  }

  ReadOnlyObjectProperty<RestorePoint> pointProperty() {
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

  /// Reads the files of the chosen point.
  void load() {
    var chosen = point.get();
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
    var now = new LinkedHashSet<>(some.get() == null ? Set.<String>of() : some.get());
    if (!now.remove(path)) {
      now.add(path);
    }
    some.set(now);
  }

  /// Every file that the search leaves; where all of them are chosen already, none of them.
  void toggleFound() {
    var found = found().stream().map(PointFile::path).toList();
    var now = new LinkedHashSet<>(some.get() == null ? Set.<String>of() : some.get());
    if (now.containsAll(found)) {
      found.forEach(now::remove);
    } else {
      now.addAll(found);
    }
    some.set(now);
  }

  /// The files whose path has every word of the search in it.
  List<PointFile> found() {
    var all = files.get();
    if (all == null) {
      return List.of();
    }
    var words = search.get().strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    return all.stream()
        .filter(file -> {
          var path = file.path().toLowerCase(Locale.ROOT);
          return List.of(words).stream().allMatch(path::contains);
        })
        .toList();
  }

  /// Number and size of what is chosen.
  List<PointFile> chosen() {
    var all = files.get();
    return all == null ? List.of() : all.stream().filter(file -> isChosen(file.path())).toList();
  }

  boolean mayGoOn() {
    return switch (step.get()) {
      case CHOOSE -> files.get() != null && !chosen().isEmpty();
      case CHANGES -> {
        var seen = offer.get();
        yield seen != null && !seen.changesNothing() && seen.isConfirmedBy(typed.get());
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
    if (here == Step.CHOOSE) {
      return false;
    }
    step.set(here == Step.CONFIRM ? Step.CHANGES : Step.CHOOSE);
    return true;
  }

  /// Looks at what would change.
  void look() {
    offer.set(null);
    typed.set("");
    problem.set(null);
    var of = point.get();
    var paths = some.get() == null ? List.<String>of() : List.copyOf(some.get());
    tasks.run(
        () -> source.offer(set, of.id(), paths),
        seen -> {
          if (step.get() == Step.CHANGES && of.equals(point.get())) {
            offer.set(seen);
          }
        },
        trouble -> {
          if (step.get() == Step.CHANGES) {
            problem.set(trouble);
          }
        });
  }

  /// What the person confirmed; only in the last step.
  Act.Restore confirmed() {
    var seen = offer.get();
    if (step.get() != Step.CONFIRM || seen == null || !seen.isConfirmedBy(typed.get())) {
      throw new IllegalStateException("nothing was confirmed");
    }
    return new Act.Restore(seen, typed.get().strip());
  }
}

package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.task.TaskRunner;
import dev.plimsoll.desktop.task.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The page of backups: the sets, what is known of the chosen one, the chosen restore point, and
/// what goes on. Everything is called on the window's thread.
public final class BackupViewModel {
  private static final Duration LOOK_EVERY = Duration.ofMillis(150);

  private final BackupSource source;
  private final Rides rides;
  private final TaskRunner tasks;
  private final Ticker ticker;
  private final Times times;

  private final ObservableList<SetLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Boolean> loaded = new ReadOnlyObjectWrapper<>(false);
  private final ReadOnlyObjectWrapper<@Nullable SetChoice> selected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SetLook> look = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RestorePoint> point = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ActState> act =
      new ReadOnlyObjectWrapper<>(new ActState.Idle());

  private List<SetGroup> groups = List.of();
  private final Map<String, SetLook> looks = new HashMap<>();
  private @Nullable Predicate<SetChoice> wanted;
  private Ticker.@Nullable Beat beat;

  /// @param rides what this window does with backups, whatever page it shows
  public BackupViewModel(
      BackupSource source, Rides rides, TaskRunner tasks, Ticker ticker, Times times) {
    this.source = source;
    this.rides = rides;
    this.tasks = tasks;
    this.ticker = ticker;
    this.times = times;
    rides.listener(this::over);
  }

  Times times() {
    return times;
  }

  ObservableList<SetLine> lines() {
    return lines;
  }

  /// Whether it is known what there is to choose from.
  ReadOnlyObjectProperty<Boolean> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable SetChoice> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// What is known of the chosen set; null while it is looked at for the first time.
  public ReadOnlyObjectProperty<@Nullable SetLook> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /// The restore point that acts are about; null where there is none.
  public ReadOnlyObjectProperty<@Nullable RestorePoint> pointProperty() {
    return point.getReadOnlyProperty();
  }

  /// What stood in the way of looking, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ActState> actProperty() {
    return act.getReadOnlyProperty();
  }

  List<SetGroup> groups() {
    return groups;
  }

  /// Reads what there is to choose from; the first set is chosen where no other was asked for.
  public void load() {
    tasks.run(
        source::groups,
        found -> {
          groups = found;
          loaded.set(true);
          showLines();
          var chosen = selected.get();
          Predicate<SetChoice> sought = set -> chosen == null || chosen.isThe(set);
          choices().filter(wanted == null ? sought : wanted).findFirst().ifPresent(this::select);
        },
        problem::set);
  }

  /// Chooses a set of the list once the list is read.
  public void selectWhen(Predicate<SetChoice> sought) {
    wanted = sought;
    choices().filter(sought).findFirst().ifPresent(this::select);
  }

  void select(SetChoice set) {
    wanted = null;
    var before = selected.get();
    if (before != null && before.isThe(set)) {
      if (!before.equals(set)) {
        selected.set(set); // it is declared in another way by now
        refresh();
      }
      return;
    }
    stopLooking();
    selected.set(set);
    problem.set(null);
    point.set(null);
    look.set(null);
    act.set(
        rides
            .past(set)
            .<ActState>map(past -> new ActState.Over(past.ride(), past.over(), past.took()))
            .orElseGet(ActState.Idle::new));
    rides.running(set).ifPresent(this::follow);
    refresh();
  }

  void selectNext() {
    step(1);
  }

  void selectPrevious() {
    step(-1);
  }

  private void step(int by) {
    var all = choices().toList();
    if (!all.isEmpty()) {
      var at = all.indexOf(selected.get());
      select(all.get(at < 0 ? 0 : Math.clamp(at + by, 0, all.size() - 1)));
    }
  }

  /// Reads the project files and looks at the chosen set anew.
  void again() {
    load();
    refresh();
  }

  /// Looks at the chosen set anew.
  void refresh() {
    var set = selected.get();
    if (set == null) {
      return;
    }
    tasks.run(
        () -> source.look(set),
        seen -> {
          looks.put(key(set), seen);
          showLines();
          if (isSelected(set)) {
            problem.set(null);
            show(seen);
          }
        },
        trouble -> {
          if (isSelected(set)) {
            problem.set(trouble);
          }
        });
  }

  private void show(SetLook seen) {
    var before = point.get();
    point.set(null); // whoever shows both never sees one of another look
    look.set(seen);
    point.set(seen.point(before == null ? null : before.id()).or(seen::newest).orElse(null));
  }

  void choose(RestorePoint chosen) {
    point.set(chosen);
  }

  /// The point below the chosen one, which is older.
  void nextPoint() {
    stepPoint(1);
  }

  void previousPoint() {
    stepPoint(-1);
  }

  private void stepPoint(int by) {
    var seen = look.get();
    if (seen != null && !seen.points().isEmpty()) {
      var at = seen.points().indexOf(point.get());
      choose(seen.points().get(at < 0 ? 0 : Math.clamp(at + by, 0, seen.points().size() - 1)));
    }
  }

  boolean isRunning() {
    return act.get() instanceof ActState.Running;
  }

  /// Whether something could be begun: a set that was looked at, that may be acted on, and nothing
  /// under way.
  boolean isReady() {
    var seen = look.get();
    return seen != null && seen.isAllowed() && !isRunning();
  }

  /// Begins; nothing happens where it cannot be begun now.
  void perform(Act wish) {
    var set = selected.get();
    if (set == null || !isReady() || rides.running(set).isPresent()) {
      return;
    }
    var ride = new Ride(set, wish, source.work(set, wish), times.clock().instant());
    rides.start(
        ride,
        () -> {
          follow(ride);
          showLines();
        });
  }

  private void follow(Ride ride) {
    stopLooking();
    lookAt(ride);
    beat = ticker.every(LOOK_EVERY, () -> lookAt(ride));
  }

  private void lookAt(Ride ride) {
    if (isSelected(ride.set())) {
      act.set(new ActState.Running(ride, ride.pace(times.clock().instant()), ride.isStopping()));
    }
  }

  private void over(Rides.Past past) {
    if (isSelected(past.ride().set())) {
      stopLooking();
      act.set(new ActState.Over(past.ride(), past.over(), past.took()));
      if (past.ride().act() instanceof Act.Take && past.over() instanceof Ride.Over.Done) {
        point.set(null); // the new one is what comes next
        forgetNothing(past.ride().set());
      }
      refresh();
    }
    showLines();
  }

  /// That there was no backup is not said any more once one was taken, while it is looked for.
  private void forgetNothing(SetChoice set) {
    var seen = look.get();
    if (seen != null && seen.points().isEmpty()) {
      looks.remove(key(set));
      look.set(null);
    }
  }

  /// Asks what runs to end.
  void stop() {
    if (act.get() instanceof ActState.Running running) {
      running.ride().stop();
      lookAt(running.ride());
    }
  }

  /// Puts away how the last act ended.
  void forget() {
    var set = selected.get();
    if (set != null && act.get() instanceof ActState.Over) {
      rides.forgetPast(set);
      act.set(new ActState.Idle());
    }
  }

  /// The walk to a restore of the chosen point; empty where none can be begun.
  Optional<RestoreViewModel> restore() {
    var seen = look.get();
    var chosen = point.get();
    return seen == null || chosen == null
        ? Optional.empty()
        : walk(new Errand.Restore(seen.points(), chosen));
  }

  /// The walk to an undo of the last restore; empty where there is none.
  Optional<RestoreViewModel> undo() {
    var seen = look.get();
    var last = seen == null ? null : seen.past().undo();
    return last == null ? Optional.empty() : walk(new Errand.Undo(last));
  }

  private Optional<RestoreViewModel> walk(Errand errand) {
    var set = selected.get();
    return set == null || !isReady()
        ? Optional.empty()
        : Optional.of(
            new RestoreViewModel(
                set, errand, source, tasks, new RestoreViewModel.Pulse(ticker, times.clock())));
  }

  void close() {
    stopLooking();
    rides.listener(null);
  }

  private void stopLooking() {
    if (beat != null) {
      beat.close();
      beat = null;
    }
  }

  private boolean isSelected(SetChoice set) {
    var chosen = selected.get();
    return chosen != null && chosen.isThe(set);
  }

  private static String key(SetChoice set) {
    return set.root() + "\n" + set.name();
  }

  private Stream<SetChoice> choices() {
    return lines.stream()
        .filter(SetLine.Line.class::isInstance)
        .map(line -> ((SetLine.Line) line).set());
  }

  private void showLines() {
    var now = new ArrayList<SetLine>();
    for (var group : groups) {
      now.add(new SetLine.Head(group.product()));
      for (var set : group.sets()) {
        now.add(new SetLine.Line(set, looks.get(key(set)), rides.running(set).isPresent()));
      }
      if (group.sets().isEmpty()) {
        now.add(new SetLine.Nothing(group.instead()));
      }
    }
    if (now.size() != lines.size()) {
      lines.setAll(now);
      return;
    }
    for (var i = 0; i < now.size(); i++) {
      if (!Objects.equals(now.get(i), lines.get(i))) {
        lines.set(i, now.get(i));
      }
    }
  }
}

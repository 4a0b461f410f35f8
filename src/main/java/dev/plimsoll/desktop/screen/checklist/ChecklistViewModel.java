package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.StepTimes;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.run.Earlier;
import dev.plimsoll.core.run.Output;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.Series;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.task.TaskRunner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the page shows of a run, and which step the person looks at. Polls the [Walk] when told to
/// and carries acts to it, both off the window's thread; everything else happens on that thread.
public final class ChecklistViewModel {
  /// What is done to the run, in the background.
  @FunctionalInterface
  public interface Deed {
    void doTo(Acts acts) throws Exception;
  }

  private record Seen(RunView view, Output output, Optional<Earlier> earlier) {}

  private final Walk walk;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final Consumer<Problem> tell;

  private final ReadOnlyObjectWrapper<@Nullable RunView> view = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable StepView> step = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Output> output = new ReadOnlyObjectWrapper<>(Output.NONE);
  private final ReadOnlyObjectWrapper<Series> series = new ReadOnlyObjectWrapper<>(Series.NONE);
  private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper acting = new ReadOnlyBooleanWrapper(false);
  private final ObservableList<StepRow> rows = FXCollections.observableArrayList();

  private final ReadOnlyObjectWrapper<Optional<Earlier>> earlier =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<StepTimes>> times =
      new ReadOnlyObjectWrapper<>(List.of());

  private boolean begun;
  private boolean looking;
  private boolean lookAgain;
  private String settling = "";
  private String timed = "";

  /// @param tell told, on the window's thread, what could not be done
  public ChecklistViewModel(
      Walk walk, TaskRunner tasks, InstantSource clock, Consumer<Problem> tell) {
    this.walk = walk;
    this.tasks = tasks;
    this.clock = clock;
    this.tell = tell;
  }

  /// The run, or null before the first look.
  public ReadOnlyObjectProperty<@Nullable RunView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /// The step that the person looks at, as of the last look.
  public ReadOnlyObjectProperty<@Nullable StepView> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// What that step prints.
  public ReadOnlyObjectProperty<Output> outputProperty() {
    return output.getReadOnlyProperty();
  }

  /// The responses that it gets, where it asks a service.
  public ReadOnlyObjectProperty<Series> seriesProperty() {
    return series.getReadOnlyProperty();
  }

  /// The walk of the same list before this one.
  public ReadOnlyObjectProperty<Optional<Earlier>> earlierProperty() {
    return earlier.getReadOnlyProperty();
  }

  /// How long the requests of that step took in the last releases, oldest first.
  public ReadOnlyObjectProperty<List<StepTimes>> timesProperty() {
    return times.getReadOnlyProperty();
  }

  /// The id of that step; empty before the first look.
  public ReadOnlyStringProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Whether an act is on its way.
  public ReadOnlyBooleanProperty actingProperty() {
    return acting.getReadOnlyProperty();
  }

  public ObservableList<StepRow> rows() {
    return rows;
  }

  public boolean isReadOnly() {
    return walk.acts() == null;
  }

  /// The moment, by the clock that the run's times are read against.
  Instant now() {
    return clock.instant();
  }

  public Walk walk() {
    return walk;
  }

  /// Looks at the run, in the background; a look asked for while one is under way follows it.
  public void look() {
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = true;
    var before = begun ? earlier.get() : null;
    var id = selected.get();
    tasks.run(
        () -> {
          var now = walk.view();
          return new Seen(
              now,
              id.isEmpty() ? Output.NONE : walk.output(id),
              // the walk before does not change while this one is walked: one look is enough
              before == null ? walk.past().before() : before);
        },
        seen -> {
          looking = false;
          begun = true;
          earlier.set(seen.earlier());
          show(seen.view());
          if (id.equals(selected.get())) {
            show(seen.output());
          }
          again();
        },
        problem -> {
          looking = false;
          lookAgain = false;
          tell.accept(problem);
        });
  }

  /// Reads the times of the step that the person looks at, where it measures any: once when it is
  /// chosen, and again after every attempt.
  private void lookAtTimes() {
    var now = step.get();
    var id = selected.get();
    if (now == null || StepRows.requests(now.step()) == 0) {
      timed = "";
      times.set(List.of());
      return;
    }
    var ended = now.state().attempts().stream().filter(attempt -> attempt.ending() != null).count();
    var key = id + "#" + ended;
    if (key.equals(timed)) {
      return;
    }
    timed = key;
    tasks.run(
        () -> walk.past().times(id),
        found -> {
          if (key.equals(timed)) {
            times.set(found);
          }
        },
        // the page is complete without them
        _ -> {});
  }

  private void show(Output now) {
    if (now.total() != output.get().total()) {
      output.set(now);
    }
    series.set(now.series());
  }

  private void again() {
    if (lookAgain) {
      lookAgain = false;
      look();
    }
  }

  private void show(RunView now) {
    view.set(now);
    replaceRows(StepRows.of(now, clock.instant(), earlier.get()));
    var wanted = selected.get();
    if (wanted.isEmpty() || now.step(wanted).isEmpty()) {
      wanted = startAt(now);
    } else if (wanted.equals(settling) || follows(now)) {
      wanted = settledOn(now, wanted);
    }
    if (wanted.equals(selected.get())) {
      refreshStep();
    } else {
      select(wanted);
    }
  }

  /// In a read-do list the page goes along with the current step.
  private boolean follows(RunView now) {
    var before = step.get();
    return now.checklist().form().mode() == Checklist.Mode.READ_DO
        && before != null
        && before.live().current();
  }

  private static String settledOn(RunView now, String id) {
    var here = now.step(id);
    return here.isPresent() && StepRows.isSettled(here.get().standing())
        ? current(now).orElse(id)
        : id;
  }

  private static String startAt(RunView now) {
    return current(now).orElse(now.steps().isEmpty() ? "" : now.steps().getFirst().step().id());
  }

  private static Optional<String> current(RunView now) {
    return now.steps().stream()
        .filter(it -> it.live().current() && !StepRows.isSettled(it.standing()))
        .map(it -> it.step().id())
        .findFirst();
  }

  private void replaceRows(List<StepRow> wanted) {
    if (rows.size() != wanted.size()) {
      rows.setAll(wanted);
      return;
    }
    for (var i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).equals(rows.get(i))) {
        rows.set(i, wanted.get(i));
      }
    }
  }

  public void select(String id) {
    if (!id.equals(selected.get())) {
      settling = "";
      selected.set(id);
      output.set(Output.NONE);
      series.set(Series.NONE);
      times.set(List.of());
      refreshStep();
      look();
    }
  }

  private void refreshStep() {
    var now = view.get();
    step.set(now == null ? null : now.step(selected.get()).orElse(null));
    lookAtTimes();
  }

  public void selectNext() {
    move(1);
  }

  public void selectPrevious() {
    move(-1);
  }

  private void move(int by) {
    var now = view.get();
    if (now == null) {
      return;
    }
    var ids = now.steps().stream().map(it -> it.step().id()).toList();
    var at = ids.indexOf(selected.get()) + by;
    if (at >= 0 && at < ids.size()) {
      select(ids.get(at));
    }
  }

  /// To the next step that is not settled, after this one first, then from the top.
  public void selectNextOpen() {
    var now = view.get();
    if (now == null) {
      return;
    }
    var open =
        now.steps().stream()
            .filter(it -> !StepRows.isSettled(it.standing()))
            .map(it -> it.step().id())
            .toList();
    var ids = now.steps().stream().map(it -> it.step().id()).toList();
    var here = ids.indexOf(selected.get());
    open.stream()
        .filter(id -> ids.indexOf(id) > here)
        .findFirst()
        .or(() -> open.stream().findFirst())
        .ifPresent(this::select);
  }

  /// Does something to the run and looks again. A person's act that settles the step they look at
  /// takes them to the current one.
  public void act(Deed deed, Runnable done) {
    var acts = walk.acts();
    if (acts == null || acting.get()) {
      return;
    }
    acting.set(true);
    settling = "";
    tasks.act(
        () -> deed.doTo(acts),
        () -> {
          acting.set(false);
          done.run();
          look();
        },
        problem -> {
          acting.set(false);
          tell.accept(problem);
          look();
        });
  }

  public void act(Deed deed) {
    act(deed, () -> {});
  }

  /// As [#act(Deed)], for a person's word about the step they look at: once it is settled, the page
  /// goes on to the current one.
  public void settle(Deed deed, Runnable done) {
    var here = selected.get();
    act(
        deed,
        () -> {
          settling = here;
          done.run();
        });
  }
}

package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.desktop.task.TaskRunner;
import dev.plimsoll.desktop.task.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The walk of the page: a log, its recipe, its anchor, the verification, the verdict. Everything
/// is called on the window's thread.
public final class AuditViewModel {
  private static final Duration LOOK_EVERY = Duration.ofMillis(150);

  private final Logs logs;
  private final TaskRunner tasks;
  private final Ticker ticker;
  private final InstantSource clock;
  private final SeenLogs seen;

  private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable LogChoice> selected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable OpenedLog> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Recipe> recipe = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Anchor>> anchors =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<WalkState> walk =
      new ReadOnlyObjectWrapper<>(new WalkState.Idle());

  private List<LogGroup> groups = List.of();
  private @Nullable Predicate<LogChoice> wanted;
  private @Nullable Ride ride;
  private Ticker.@Nullable Beat beat;

  /// @param seen what this window remembers of logs
  public AuditViewModel(
      Logs logs, SeenLogs seen, TaskRunner tasks, Ticker ticker, InstantSource clock) {
    this.seen = seen;
    this.logs = logs;
    this.tasks = tasks;
    this.ticker = ticker;
    this.clock = clock;
  }

  ObservableList<LogLine> lines() {
    return lines;
  }

  public ReadOnlyObjectProperty<@Nullable LogChoice> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// What is known of the chosen log before it is verified; null while it is looked at.
  public ReadOnlyObjectProperty<@Nullable OpenedLog> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /// The recipe it will be verified by: the recognised one, or a person's choice.
  public ReadOnlyObjectProperty<@Nullable Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  /// What it will be compared with; none says that there is nothing.
  public ReadOnlyObjectProperty<List<Anchor>> anchorsProperty() {
    return anchors.getReadOnlyProperty();
  }

  /// What stood in the way of looking at a log, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<WalkState> walkProperty() {
    return walk.getReadOnlyProperty();
  }

  /// Reads what there is to choose from.
  public void load() {
    tasks.run(
        logs::groups,
        found -> {
          groups = found;
          showLines();
          var sought = wanted;
          if (sought != null) {
            last(sought).ifPresent(this::select);
          }
        },
        problem::set);
  }

  /// Chooses a log of the list once the list is read.
  public void selectWhen(Predicate<LogChoice> sought) {
    wanted = sought;
    last(sought).ifPresent(this::select);
  }

  /// Of a project's logs the one that was begun last.
  private Optional<LogChoice> last(Predicate<LogChoice> sought) {
    return choices().filter(sought).reduce((_, later) -> later);
  }

  /// Adds a file to the list and chooses it.
  public void openFile(Path file) {
    var choice = new LogChoice.GivenFile(file.toAbsolutePath().normalize());
    seen.add(choice);
    showLines();
    select(choice);
  }

  /// Chooses a log and looks at its beginning; again, where something stood in the way.
  public void select(LogChoice log) {
    wanted = null;
    if (log.equals(selected.get()) && problem.get() == null) {
      return;
    }
    stopQuietly();
    walk.set(new WalkState.Idle()); // a verdict never stands beside another log
    selected.set(log);
    look(log);
  }

  /// The log after the chosen one, or the first.
  void selectNext() {
    step(1);
  }

  void selectPrevious() {
    step(-1);
  }

  private void step(int by) {
    var all = choices().toList();
    if (all.isEmpty()) {
      return;
    }
    var at = all.indexOf(selected.get());
    select(all.get(at < 0 ? 0 : Math.clamp(at + by, 0, all.size() - 1)));
  }

  private void look(LogChoice log) {
    opened.set(null);
    recipe.set(null);
    anchors.set(List.of());
    problem.set(null);
    walk.set(new WalkState.Idle());
    tasks.run(
        () -> logs.open(log),
        known -> {
          if (log.equals(selected.get())) {
            recipe.set(known.recipes().first());
            anchors.set(known.anchors());
            opened.set(known);
          }
        },
        trouble -> {
          if (log.equals(selected.get())) {
            problem.set(trouble);
          }
        });
  }

  /// Verifies by another recipe than the recognised one.
  void choose(Recipe other) {
    stopQuietly();
    recipe.set(other);
    walk.set(new WalkState.Idle());
  }

  /// @param others what to compare with; none for nothing
  void compareWith(List<Anchor> others) {
    stopQuietly();
    anchors.set(List.copyOf(others));
    walk.set(new WalkState.Idle());
  }

  /// Whether there is everything that a verification needs.
  boolean isReady() {
    var known = opened.get();
    return known != null
        && !isRunning()
        && (recipe.get() != null || known.log() instanceof LogChoice.Own);
  }

  boolean isRunning() {
    return walk.get() instanceof WalkState.Running;
  }

  /// Starts the verification; nothing happens where something is missing or it runs already.
  void verify() {
    var known = opened.get();
    if (known == null || !isReady()) {
      return;
    }
    var log = known.log();
    problem.set(null);
    var now = new Ride(logs.verifying(log, recipe.get(), anchors.get()), clock.instant());
    ride = now;
    walk.set(new WalkState.Running(Pace.START));
    beat = ticker.every(LOOK_EVERY, () -> lookAt(now));
    tasks.run(now::run, conclusion -> ended(now, log, conclusion), trouble -> failed(now, trouble));
  }

  /// Stops the verification at once; there is no verdict then.
  void stop() {
    var running = ride;
    if (running != null) {
      var pace = pace(running);
      stopQuietly();
      walk.set(new WalkState.Stopped(pace));
    }
  }

  private void lookAt(Ride running) {
    if (running == ride) {
      walk.set(new WalkState.Running(pace(running)));
    }
  }

  private Pace pace(Ride running) {
    var progress = running.progress();
    return new Pace(
        progress.entries(),
        progress.done(),
        progress.total(),
        Duration.between(running.startedOn(), clock.instant()));
  }

  private void ended(Ride running, LogChoice log, Conclusion conclusion) {
    if (running == ride) {
      var pace = pace(running);
      done();
      seen.ended(log, conclusion.level());
      walk.set(new WalkState.Ended(conclusion, pace));
      showLines();
    }
  }

  private void failed(Ride running, Problem trouble) {
    if (running == ride) {
      done();
      walk.set(new WalkState.Idle());
      problem.set(trouble);
    }
  }

  private void done() {
    ride = null;
    if (beat != null) {
      beat.close();
      beat = null;
    }
  }

  private void stopQuietly() {
    var running = ride;
    if (running != null) {
      done();
      running.stop();
    }
  }

  /// What the last verification of the chosen log concluded, or null.
  @Nullable Finding finding() {
    var log = selected.get();
    var known = opened.get();
    return log != null && known != null && walk.get() instanceof WalkState.Ended ended
        ? new Finding(
            log,
            known,
            recipe.get(),
            anchors.get(),
            new Finding.Ending(ended.conclusion(), ended.pace(), clock.instant()))
        : null;
  }

  /// Brings back the entries that the chosen log of our own lost, and looks at it again.
  ///
  /// @param done gets how many
  void bringBack(Path export, Consumer<Long> done, Consumer<Problem> otherwise) {
    if (selected.get() instanceof LogChoice.Own own) {
      tasks.run(
          () -> logs.bringBack(own, export),
          many -> {
            done.accept(many);
            if (own.equals(selected.get())) {
              stopQuietly();
              look(own);
            }
          },
          otherwise);
    }
  }

  /// Writes a copy of the chosen log.
  ///
  /// @param copied gets the copy
  void copyAside(Path folder, Consumer<Path> copied, Consumer<Problem> otherwise) {
    var log = selected.get();
    if (log != null) {
      tasks.run(() -> logs.copyAside(log, folder), copied, otherwise);
    }
  }

  /// Writes what was found.
  void export(Finding finding, Path to, Runnable written, Consumer<Problem> otherwise) {
    tasks.act(() -> logs.export(finding, to), written, otherwise);
  }

  /// An editor for the recipe of the chosen log, beginning with the one that it is verified by, or
  /// the nearest; null where there is none.
  @Nullable RecipeEditorViewModel editor() {
    var known = opened.get();
    if (known == null || known.log() instanceof LogChoice.Own) {
      return null;
    }
    var recognised = known.recipes().recognised();
    var start =
        java.util.Optional.ofNullable(recipe.get())
            .or(() ->
                recognised == null
                    ? java.util.Optional.empty()
                    : recognised.trials().stream()
                        .max(java.util.Comparator.comparingInt(trial -> trial.entries()))
                        .map(trial -> trial.recipe()))
            .or(() -> known.recipes().choosable().stream().findFirst());
    return start
        .map(from -> new RecipeEditorViewModel(known.log(), from, logs, tasks))
        .orElse(null);
  }

  /// Gives back what runs.
  void close() {
    stopQuietly();
  }

  private java.util.stream.Stream<LogChoice> choices() {
    return lines.stream()
        .filter(LogLine.Line.class::isInstance)
        .map(line -> ((LogLine.Line) line).log());
  }

  private void showLines() {
    var now = new ArrayList<LogLine>();
    if (!seen.given().isEmpty()) {
      now.add(new LogLine.Head("Files"));
      seen.given().forEach(log -> now.add(line(log)));
    }
    for (var group : groups) {
      now.add(new LogLine.Head(group.title()));
      group.logs().forEach(log -> now.add(line(log)));
      if (group.logs().isEmpty() && !group.instead().isEmpty()) {
        now.add(new LogLine.Nothing(group.instead()));
      }
    }
    if (!Objects.equals(now, List.copyOf(lines))) {
      lines.setAll(now);
    }
  }

  private LogLine.Line line(LogChoice log) {
    return new LogLine.Line(log, seen.level(log));
  }
}

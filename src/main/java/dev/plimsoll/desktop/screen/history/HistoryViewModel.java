package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.CappedCount;
import dev.plimsoll.core.history.History;
import dev.plimsoll.core.history.HistoryExport;
import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.history.StepRow;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.desktop.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the history page shows. Reads off the window's thread, a page of lines at a time; an answer
/// that comes after a newer question is dropped. Everything here is called and changes on the
/// window's thread.
public final class HistoryViewModel {
  private static final int LINES = 100;

  private final Supplier<History> history;
  private final TaskRunner tasks;
  private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.RELEASES);
  private final StringProperty typed = new SimpleStringProperty("");
  private final StringProperty product = new SimpleStringProperty("");
  private final ObjectProperty<RunState.@Nullable Phase> phase = new SimpleObjectProperty<>();
  private final ObservableList<HistoryLine> lines = FXCollections.observableArrayList();
  private final ObservableList<String> products = FXCollections.observableArrayList();
  private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable HistoryLine> selected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private int question;

  /// @param history opened when it is first needed, off the window's thread
  public HistoryViewModel(Supplier<History> history, TaskRunner tasks) {
    this.history = history;
    this.tasks = tasks;
    shelf.addListener((_, _, _) -> load());
    product.addListener((_, _, _) -> load());
    phase.addListener((_, _, _) -> load());
    typed.addListener((_, _, _) -> load());
  }

  private record Answer(List<HistoryLine> lines, CappedCount count, List<String> products) {}

  /// Reads the newest lines for what is asked now.
  public void load() {
    ask(Page.first(LINES), true);
  }

  /// Reads the lines after the last one.
  public void loadMore() {
    if (more.get() && !loading.get() && !lines.isEmpty()) {
      ask(Page.first(LINES).after(lines.getLast().n()), false);
    }
  }

  private void ask(Page page, boolean anew) {
    var asked = ++question;
    var what = new Question(shelf.get(), typed.get().strip(), filter());
    loading.set(true);
    tasks.run(
        () -> what.answer(history.get(), page),
        answer -> {
          if (asked == question) {
            show(answer, anew);
          }
        },
        trouble -> {
          if (asked == question) {
            loading.set(false);
            problem.set(trouble);
          }
        });
  }

  private void show(Answer answer, boolean anew) {
    loading.set(false);
    problem.set(null);
    if (anew) {
      lines.setAll(answer.lines());
      count.set(answer.count().words());
      answer.products().stream().filter(name -> !products.contains(name)).forEach(products::add);
    } else {
      lines.addAll(answer.lines());
    }
    more.set(answer.lines().size() == LINES);
  }

  private HistoryFilter filter() {
    return HistoryFilter.ALL
        .withProduct(product.get().isEmpty() ? null : product.get())
        .withPhase(shelf.get() == Shelf.RUNS ? phase.get() : null);
  }

  private record Question(Shelf shelf, String typed, HistoryFilter filter) {
    Answer answer(History history, Page page) {
      var products =
          history.releases(HistoryFilter.ALL, Page.first(200)).stream()
              .map(row -> row.product())
              .distinct()
              .sorted()
              .toList();
      if (!typed.isEmpty()) {
        return new Answer(
            history.search(typed, page).stream().map(hit -> Lines.of(hit, history)).toList(),
            history.countHits(typed),
            products);
      }
      return switch (shelf) {
        case RELEASES ->
            new Answer(
                history.releases(filter, page).stream().map(Lines::of).toList(),
                history.countReleases(filter),
                products);
        case RUNS ->
            new Answer(
                history.runs(filter, page).stream().map(Lines::of).toList(),
                history.countRuns(filter),
                products);
        case RECORDS ->
            new Answer(
                history.records(filter, page).stream().map(Lines::of).toList(),
                history.countRecords(filter),
                products);
      };
    }
  }

  /// Shows the steps of the line's run beside the list, where it has one.
  public void select(@Nullable HistoryLine line) {
    selected.set(line);
    steps.clear();
    if (line == null || line.leads().run() == null) {
      return;
    }
    var run = line.leads().run();
    tasks.run(
        () -> history.get().steps(run),
        found -> {
          if (line.equals(selected.get())) {
            steps.setAll(found);
          }
        },
        problem::set);
  }

  /// Writes what is listed (all of it, not only what was loaded) into `folder`.
  ///
  /// @param then gets the file
  public void export(HistoryExport.Format format, Path folder, Consumer<Path> then) {
    var table = HistoryExport.Table.valueOf(shelf.get().name());
    var filter = filter();
    var name =
        "plimsoll-"
            + shelf.get().title().toLowerCase(java.util.Locale.ROOT)
            + "."
            + format.name().toLowerCase(java.util.Locale.ROOT);
    tasks.run(() -> write(table, format, filter, folder.resolve(name)), then, problem::set);
  }

  private Path write(
      HistoryExport.Table table, HistoryExport.Format format, HistoryFilter filter, Path file) {
    if (Files.exists(file)) {
      throw Problem.of(
          "History not exported",
          file + " exists already.",
          "Move it away, or choose another folder.");
    }
    try (var out = Files.newBufferedWriter(file)) {
      new HistoryExport(history.get()).write(table, format, filter, out);
      return file;
    } catch (IOException full) {
      throw Problem.of(
          "History not exported",
          file + " cannot be written.",
          "Choose a folder that you may write to, with room in it.",
          full);
    }
  }

  public ObjectProperty<Shelf> shelf() {
    return shelf;
  }

  /// What is searched for; where it is not blank the list shows what was found.
  public StringProperty typed() {
    return typed;
  }

  /// Only this product; empty for all.
  public StringProperty product() {
    return product;
  }

  /// Only runs in this phase; null for all.
  public ObjectProperty<RunState.@Nullable Phase> phase() {
    return phase;
  }

  public ObservableList<HistoryLine> lines() {
    return lines;
  }

  public ObservableList<String> products() {
    return products;
  }

  public ObservableList<StepRow> steps() {
    return steps;
  }

  public ReadOnlyObjectProperty<@Nullable HistoryLine> selected() {
    return selected.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty more() {
    return more.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /// `37`, or `1000+`
  public ReadOnlyStringProperty count() {
    return count.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }
}

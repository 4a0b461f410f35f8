package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.History;
import dev.plimsoll.core.history.HistoryExport;
import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.history.StepRow;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the history page shows. Reads off the window's thread, a page of lines at a time; an answer
/// that comes after a newer question is dropped. Everything here is called and changes on the
/// window's thread.
public final class HistoryViewModel {
  private final Supplier<History> history;
  private final TaskRunner tasks;
  private final Leading leading;
  private final Narrowing narrowing;
  private final ObservableList<HistoryLine> lines = FXCollections.observableArrayList();
  private final ObservableList<String> products = FXCollections.observableArrayList();
  private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable HistoryLine> selected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable Page rest;
  private int question;

  /// @param history opened when it is first needed, off the window's thread
  /// @param readOnly for an auditor: lines lead to records, never to a page that writes
  public HistoryViewModel(
      Supplier<History> history, TaskRunner tasks, Times times, boolean readOnly) {
    this.history = history;
    this.tasks = tasks;
    this.leading = readOnly ? Leading.TO_RECORDS : Leading.TO_WORK;
    this.narrowing = new Narrowing(times);
    narrowing.onChange(this::load);
  }

  /// Reads the newest lines for what is asked now.
  public void load() {
    ask(HistoryQuestion.first(), true);
  }

  /// Reads the lines after the last one.
  public void loadMore() {
    var next = rest;
    if (next != null && !loading.get()) {
      ask(next, false);
    }
  }

  private void ask(Page page, boolean anew) {
    var asked = ++question;
    var what = narrowing.question();
    loading.set(true);
    tasks.run(
        () -> what.answer(history.get(), page, leading),
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

  private void show(HistoryQuestion.Answer answer, boolean anew) {
    loading.set(false);
    problem.set(null);
    rest = answer.rest();
    count.set(answer.count());
    if (anew) {
      lines.setAll(answer.lines());
      answer.products().stream().filter(name -> !products.contains(name)).forEach(products::add);
    } else {
      lines.addAll(answer.lines());
    }
    more.set(rest != null);
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
    var asked = narrowing.question();
    var shelf = asked.shelf();
    var table = HistoryExport.Table.valueOf(shelf.name());
    var name =
        "plimsoll-"
            + shelf.title().toLowerCase(java.util.Locale.ROOT)
            + "."
            + format.name().toLowerCase(java.util.Locale.ROOT);
    tasks.run(() -> write(table, format, asked.filter(), folder.resolve(name)), then, problem::set);
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

  /// What is asked.
  public Narrowing narrowing() {
    return narrowing;
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

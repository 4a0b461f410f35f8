package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.HistoryExport;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.BottomBar;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.EmptyState;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Everything that was recorded here: choose releases, runs or records, narrow them down, or
/// search. Nothing is changed.
public final class HistoryView implements Screen {
  private final HistoryViewModel model;
  private final Surroundings window;
  private final HistoryControls controls;
  private final VBox trouble = new VBox();
  private final HistoryTable table;
  private final Page page;
  private final ObservableList<Action> actions;

  /// @param readOnly for an auditor: said in the header; the page is the same
  public HistoryView(HistoryViewModel model, Surroundings window, Times times, boolean readOnly) {
    this.model = model;
    this.window = window;
    this.table = new HistoryTable(model, times, this::open);
    var asked = model.narrowing();
    var clear = new Action("Clear", "C", asked.isNarrowed(), asked::clear);
    this.controls = new HistoryControls(model, clear, table::takeFocus);
    this.actions =
        FXCollections.observableArrayList(
            Action.always("Search", "/", controls::focusSearch),
            clear,
            Action.always("Releases", "1", () -> asked.shelf().set(Shelf.RELEASES)),
            Action.always("Runs", "2", () -> asked.shelf().set(Shelf.RUNS)),
            Action.always("Records", "3", () -> asked.shelf().set(Shelf.RECORDS)),
            Action.always("Export CSV…", "X", () -> export(HistoryExport.Format.CSV)),
            Action.always("Export JSON…", "J", () -> export(HistoryExport.Format.JSON)));
    var header = new PageHeader("History");
    if (readOnly) {
      header.chips(List.of(new Chip("AUDITOR · READ-ONLY", Tone.NEUTRAL)));
    }
    header.factTexts(
        readOnly
            ? "every release, run and record of this history; nothing here can be changed"
            : "every release, run and record of this installation; nothing here can be changed");
    var body = new VBox(controls, trouble, table.root());
    body.getStyleClass().add(Style.PAGE_BODY);
    trouble.managedProperty().bind(Bindings.isNotEmpty(trouble.getChildren()));
    VBox.setVgrow(table.root(), Priority.ALWAYS);
    var pane = new StripPane("List", body, "Details", new RunDetail(model, times));
    page = new Page(header, pane, bar());
    table.placeholder(empty());
    model.problem().addListener((Observable _) -> showProblem());
  }

  private Node empty() {
    var nothing =
        new EmptyState(
            Feather.LIST,
            "Nothing recorded yet",
            "Walk a checklist: every run, every attempt and every record will be listed here.");
    var clear = new Button("Clear the filters");
    clear.setOnAction(_ -> model.narrowing().clear());
    var notFound =
        new EmptyState(
            Feather.SEARCH,
            "Nothing found",
            "No " + "line passes everything that is asked.",
            clear);
    var narrowed = model.narrowing().isNarrowed();
    notFound.visibleProperty().bind(narrowed);
    nothing.visibleProperty().bind(narrowed.not());
    return new javafx.scene.layout.StackPane(nothing, notFound);
  }

  private Node bar() {
    var bar = new BottomBar();
    var said = Texts.line("", Style.SECONDARY);
    said.setId("history-said");
    var asked = model.narrowing().words();
    said.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.loading().get() && model.lines().isEmpty()
                        ? "Reading…"
                        : model.lines().size() + " of " + model.count().get() + " shown" + only(),
                model.lines(),
                model.count(),
                model.loading(),
                asked));
    var more = new Button("Show older");
    more.setMinWidth(Button.USE_PREF_SIZE);
    more.disableProperty().bind(model.more().not());
    more.setOnAction(_ -> model.loadMore());
    bar.says(said);
    bar.offers(more, export("Export JSON…"), export("Export CSV…"));
    return bar;
  }

  private Button export(String name) {
    return actions.stream()
        .filter(action -> action.name().equals(name))
        .findFirst()
        .map(action -> KeyHint.button(action))
        .orElseThrow();
  }

  private String only() {
    var asked = model.narrowing().words().get();
    return asked.isEmpty() ? "" : " · only " + asked;
  }

  private void open(HistoryLine line) {
    var place = line.leads().place();
    if (place != null) {
      window.navigator().go(place);
    }
  }

  private void export(HistoryExport.Format format) {
    window
        .files()
        .folder("Folder for the export", null)
        .ifPresent(folder ->
            model.export(format, folder, file -> window.dialogs().tell("Written: " + file)));
  }

  private void showProblem() {
    var problem = model.problem().get();
    trouble.getChildren().clear();
    if (problem != null) {
      trouble.getChildren().add(new ErrorPanel(problem));
    }
  }

  @Override
  public Parent root() {
    return page;
  }

  @Override
  public ObservableList<Crumb> crumbs() {
    return FXCollections.observableArrayList(Crumb.of("History"));
  }

  @Override
  public ObservableList<Action> actions() {
    return actions;
  }

  @Override
  public void onShown() {
    model.load();
    table.root().requestFocus();
  }
}

package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.HistoryExport;
import dev.plimsoll.core.model.RunState;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/// Everything that was recorded here: choose releases, runs or records, narrow them down, or
/// search. Nothing is changed.
public final class HistoryView implements Screen {
  private static final String ALL_PRODUCTS = "All products";
  private static final String ALL_PHASES = "Any state";
  private static final Duration TYPING = Duration.millis(250);

  private final HistoryViewModel model;
  private final Surroundings window;
  private final TextField search = new TextField();
  private final VBox trouble = new VBox();
  private final HistoryTable table;
  private final Page page;
  private final ObservableList<Action> actions;

  /// @param readOnly for an auditor: said in the header; the page is the same
  public HistoryView(HistoryViewModel model, Surroundings window, Times times, boolean readOnly) {
    this.model = model;
    this.window = window;
    this.table = new HistoryTable(model, times, this::open);
    this.actions =
        FXCollections.observableArrayList(
            Action.always("Search", "/", search::requestFocus),
            Action.always("Export CSV…", "X", () -> export(HistoryExport.Format.CSV)),
            Action.always("Export JSON…", "J", () -> export(HistoryExport.Format.JSON)));
    var header = new PageHeader("History");
    if (readOnly) {
      header.chips(List.of(new Chip("AUDITOR · READ-ONLY", Tone.NEUTRAL)));
    }
    header.factTexts(
        "every release, run and record of this installation; nothing here can be changed");
    var body = new VBox(controls(), trouble, table.root());
    body.getStyleClass().add(Style.PAGE_BODY);
    trouble.managedProperty().bind(Bindings.isNotEmpty(trouble.getChildren()));
    VBox.setVgrow(table.root(), Priority.ALWAYS);
    var pane = new StripPane("List", body, "Details", new RunDetail(model, times));
    page = new Page(header, pane, bar());
    table.placeholder(empty());
    model.problem().addListener((Observable _) -> showProblem());
  }

  private Node controls() {
    var buttons =
        Arrays.stream(Shelf.values())
            .map(shelf -> {
              var button = new ToggleButton(shelf.title());
              button.setUserData(shelf);
              button.setSelected(shelf == model.shelf().get());
              return button;
            })
            .toList();
    var shelves = new SegmentedButton(FXCollections.observableArrayList(buttons));
    shelves
        .getToggleGroup()
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            before.setSelected(true);
          } else {
            model.shelf().set((Shelf) now.getUserData());
          }
        });
    search.setPromptText("Search steps, notes, reasons, people…");
    search.setAccessibleText("Search the history");
    search.setPrefColumnCount(24);
    var typing = new PauseTransition(TYPING);
    typing.setOnFinished(_ -> model.typed().set(search.getText()));
    search.textProperty().addListener((_, _, _) -> typing.playFromStart());
    search.setOnAction(_ -> model.typed().set(search.getText()));
    var row = new FlowPane(shelves, search, products(), phases());
    row.getStyleClass().add("history-controls");
    row.setHgap(8);
    row.setVgap(8);
    return row;
  }

  private Node products() {
    var box = new ComboBox<String>();
    box.setAccessibleText("Product");
    box.getItems().add(ALL_PRODUCTS);
    box.setValue(ALL_PRODUCTS);
    model
        .products()
        .addListener((Observable _) ->
            model.products().stream()
                .filter(name -> !box.getItems().contains(name))
                .forEach(box.getItems()::add));
    box.valueProperty()
        .addListener((_, _, name) -> model.product().set(ALL_PRODUCTS.equals(name) ? "" : name));
    return box;
  }

  private Node phases() {
    var box = new ComboBox<String>();
    box.setAccessibleText("State of the run");
    box.getItems().add(ALL_PHASES);
    Arrays.stream(RunState.Phase.values()).map(HistoryView::words).forEach(box.getItems()::add);
    box.setValue(ALL_PHASES);
    box.valueProperty()
        .addListener((_, _, word) ->
            model
                .phase()
                .set(
                    Arrays.stream(RunState.Phase.values())
                        .filter(phase -> words(phase).equals(word))
                        .findFirst()
                        .orElse(null)));
    box.visibleProperty().bind(model.shelf().isEqualTo(Shelf.RUNS));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private static String words(RunState.Phase phase) {
    var word = phase == RunState.Phase.ABORTED ? "GIVEN UP" : phase.name();
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private Node empty() {
    var nothing =
        new EmptyState(
            Feather.LIST,
            "Nothing recorded yet",
            "Walk a checklist: every run, every attempt and every record will be listed here.");
    var notFound =
        new EmptyState(
            Feather.SEARCH,
            "Nothing found",
            "No entry has these words, or the filter leaves none.");
    var narrowed =
        model.typed().isNotEmpty().or(model.product().isNotEmpty()).or(model.phase().isNotNull());
    notFound.visibleProperty().bind(narrowed);
    nothing.visibleProperty().bind(narrowed.not());
    return new javafx.scene.layout.StackPane(nothing, notFound);
  }

  private Node bar() {
    var bar = new BottomBar();
    var said = Texts.line("", Style.SECONDARY);
    said.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.loading().get() && model.lines().isEmpty()
                        ? "Reading…"
                        : model.lines().size() + " of " + model.count().get() + " shown",
                model.lines(),
                model.count(),
                model.loading()));
    var more = new Button("Show older");
    more.setMinWidth(Button.USE_PREF_SIZE);
    more.disableProperty().bind(model.more().not());
    more.setOnAction(_ -> model.loadMore());
    bar.says(said);
    bar.offers(more, KeyHint.button(actions.get(2)), KeyHint.button(actions.get(1)));
    return bar;
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

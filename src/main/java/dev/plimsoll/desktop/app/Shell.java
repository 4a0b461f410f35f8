package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.Shortcuts;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The frame around every page: sidebar, top bar, what lies over the page, keys that work
/// everywhere, things dropped on it.
final class Shell extends StackPane {
  /// In em: below this the sidebar folds to icons.
  private static final double RAIL_BELOW = 62;

  private final Journey journey;
  private final PanelHost panels;
  private final Sidebar sidebar;
  private final TopBar topBar;
  private final List<Action> everywhere = new ArrayList<>();
  private final StackPane page = new StackPane();
  private final DropVeil veil;
  private final javafx.scene.text.Text measure = new javafx.scene.text.Text();
  private final ListChangeListener<Crumb> crumbsChange;
  private @Nullable Screen shown;
  private boolean acted;

  /// @param everywhere actions that are possible on every page
  /// @param veil lies over the window while something is dragged across it
  Shell(
      Journey journey, PanelHost panels, Sidebar sidebar, List<Action> everywhere, DropVeil veil) {
    this.veil = veil;
    this.journey = journey;
    this.panels = panels;
    this.sidebar = sidebar;
    this.everywhere.addAll(everywhere);
    this.topBar = new TopBar(journey, () -> act("Search or command"));
    this.crumbsChange = change -> topBar.show(change.getList());
    VBox.setVgrow(page, Priority.ALWAYS);
    page.setMinHeight(0);
    var frame = new BorderPane(new VBox(topBar, page));
    frame.setLeft(sidebar);
    measure.setVisible(false);
    measure.setManaged(false);
    getChildren().addAll(measure, frame);
    getChildren().addAll(panels.layers());
    getChildren().add(veil);
    journey.screen().addListener((_, _, screen) -> show(screen));
    widthProperty().addListener((_, _, _) -> fold());
    measure.fontProperty().addListener((_, _, _) -> fold());
  }

  /// A line over every page, for an auditor.
  void banner(String word, String sentence) {
    var banner =
        new HBox(
            Icons.of(Feather.EYE),
            Texts.line(word, Style.STRONG),
            Texts.line(sentence, Style.SECONDARY));
    banner.getStyleClass().add("banner");
    banner.setId("banner");
    ((VBox) page.getParent()).getChildren().addFirst(banner);
  }

  /// Listens to the scene's keys and to what is dropped on it.
  ///
  /// @param dropped called with every file
  void listen(Scene scene, Consumer<Path> dropped) {
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, scene));
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, _ -> acted = false);
    scene.focusOwnerProperty().addListener((_, _, focus) -> panels.keepFocus(focus));
    scene.setOnDragOver(event -> {
      if (event.getGestureSource() == null && event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        veil.setVisible(true);
      }
    });
    scene.setOnDragExited(_ -> veil.setVisible(false));
    scene.setOnDragDropped(event -> dropped(event, dropped));
  }

  private void dropped(DragEvent event, Consumer<Path> dropped) {
    veil.setVisible(false);
    var files = event.getDragboard().getFiles();
    if (files != null && !files.isEmpty()) {
      dropped.accept(files.getFirst().toPath());
      event.setDropCompleted(true);
    }
  }

  private void key(KeyEvent event, Scene scene) {
    if (panels.isShowing()) {
      return;
    }
    var screen = journey.screen().get();
    acted =
        (screen != null && Shortcuts.dispatch(screen.actions(), event, scene.getFocusOwner()))
            || Shortcuts.dispatch(everywhere, event, scene.getFocusOwner());
  }

  /// The letter of a key that did something is not also written where the keyboard went.
  private void typed(KeyEvent event) {
    if (acted) {
      event.consume();
    }
  }

  private void act(String name) {
    everywhere.stream()
        .filter(action -> action.name().equals(name))
        .findFirst()
        .ifPresent(Action::perform);
  }

  private void show(@Nullable Screen screen) {
    var before = shown;
    if (before != null) {
      before.crumbs().removeListener(crumbsChange);
    }
    shown = screen;
    if (screen == null) {
      page.getChildren().clear();
      return;
    }
    Node root = screen.root();
    page.getChildren().setAll(root);
    var crumbs = screen.crumbs();
    crumbs.addListener(crumbsChange);
    topBar.show(crumbs);
    sidebar.mark(Area.of(journey.place().get()));
    root.requestFocus();
  }

  private void fold() {
    var narrow = getWidth() > 0 && getWidth() < RAIL_BELOW * measure.getFont().getSize();
    sidebar.rail(narrow);
    topBar.rail(narrow);
  }

  List<Action> everywhere() {
    return List.copyOf(everywhere);
  }

  Place place() {
    return journey.place().get();
  }
}

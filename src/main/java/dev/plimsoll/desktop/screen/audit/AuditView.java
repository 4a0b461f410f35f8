package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.BottomBar;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.ChosenList;
import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.ListColumns;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page that answers whether a log is whole: logs at the left, the chosen one beside them.
/// Nothing on it changes a log.
public final class AuditView implements Screen {
  private final AuditViewModel model;
  private final Surroundings around;
  private final AuditActions verbs;
  private final ChainPicture picture;
  private final StackPane root = new StackPane();
  private final ObservableList<Crumb> crumbs = FXCollections.observableArrayList();
  private final ObservableList<Action> actions = FXCollections.observableArrayList();
  private final ChosenList<LogLine, LogChoice> list;
  private final ListColumns columns;
  private final ScrollPane scroller;
  private final Page page;
  private final BottomBar bar = new BottomBar();
  private final Label says = Texts.line("", Style.SECONDARY);
  private final PageHeader header = new PageHeader("Audit chains");
  private final boolean readOnly;

  /// @param picture draws a chain of our own
  /// @param readOnly for an auditor
  public AuditView(
      AuditViewModel model, Surroundings around, ChainPicture picture, boolean readOnly) {
    this.model = model;
    this.around = around;
    this.readOnly = readOnly;
    this.picture = picture;
    this.verbs = new AuditActions(model, around, this::edit);
    list = LogList.of(model);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::keysOfList);
    var body = new LogBody(model, verbs, picture);
    scroller = StripPane.scrolled(body);
    scroller.setFocusTraversable(false);
    var open = KeyHint.button(verbs.openFile);
    open.setMaxWidth(Double.MAX_VALUE);
    var foot = new VBox(open, Texts.text("or drop it anywhere on the window", Style.SMALL));
    foot.getStyleClass().add("log-foot");
    VBox.setVgrow(list, Priority.ALWAYS);
    var side = new VBox(list, foot);
    side.getStyleClass().add("log-side");
    columns = new ListColumns(side, scroller, new ListColumns.Names("Logs", "This log", 21));
    root.getStyleClass().add("audit-page");
    for (var sheet : List.of("/css/checklist.css", "/css/record.css", "/css/audit.css")) {
      root.getStylesheets()
          .add(Objects.requireNonNull(AuditView.class.getResource(sheet)).toExternalForm());
    }
    page = new Page(header, columns, bar);
    root.getChildren().add(page);
    actions.setAll(verbs.all());
    model
        .selectedProperty()
        .addListener((_, _, _) -> {
          columns.showChosen();
          scroller.setVvalue(0);
          showBar();
        });
    model.openedProperty().addListener((_, _, _) -> showBar());
    model.recipeProperty().addListener((_, _, _) -> showBar());
    model
        .walkProperty()
        .addListener((_, before, now) -> {
          if (!(before instanceof WalkState.Running && now instanceof WalkState.Running)) {
            scroller.setVvalue(0);
            showBar();
          }
        });
    showBar();
  }

  /// Enter and Escape mean the page, not the list.
  private void keysOfList(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      verbs.verify.perform();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && verbs.stop.perform()) {
      event.consume();
    }
  }

  private void showHeader() {
    var log = model.selectedProperty().get();
    var chips = new ArrayList<Node>();
    if (model.walkProperty().get() instanceof WalkState.Ended ended) {
      chips.add(new StandingBadge(ended.conclusion().level().look()));
    }
    if (readOnly) {
      chips.add(new Chip("Auditor · read-only", Tone.NEUTRAL));
    }
    header.chips(chips);
    if (log == null) {
      header.title("Audit chains");
      header.factTexts("Is this log whole, and how do you know?");
      crumbs.setAll(Crumb.of("Audit chains"));
      return;
    }
    var opened = model.openedProperty().get();
    header.title(log.title());
    header.facts(
        Stream.concat(
                Stream.of(place(log)),
                Stream.ofNullable(opened).map(seen -> Texts.line(seen.size(), Style.SECONDARY)))
            .toList());
    crumbs.setAll(new Crumb("Audit chains", new Place.Audit()), Crumb.of(log.title()));
  }

  private static Label place(LogChoice log) {
    var place = Texts.line(log.place(), Style.SECONDARY);
    place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    return place;
  }

  private void showBar() {
    showHeader();
    var log = model.selectedProperty().get();
    switch (model.walkProperty().get()) {
      case WalkState.Idle _ -> {
        says(waiting(log));
        offers(KeyHint.button(verbs.verify, Style.ACCENT));
      }
      case WalkState.Running _ -> {
        says("Verifying " + (log == null ? "" : log.title()) + " …");
        offers(KeyHint.button(verbs.stop));
      }
      case WalkState.Stopped _ -> {
        says("Stopped, without a verdict.");
        offers(KeyHint.button(verbs.again, Style.ACCENT));
      }
      case WalkState.Ended ended -> {
        says.setText(ended.conclusion().sentence());
        bar.says(new StandingBadge(ended.conclusion().level().look()), says);
        offers(
            KeyHint.button(verbs.copyAside),
            KeyHint.button(verbs.again),
            KeyHint.button(verbs.export, Style.ACCENT));
      }
    }
  }

  private String waiting(@Nullable LogChoice log) {
    if (log == null) {
      return "No log chosen.";
    }
    if (model.openedProperty().get() == null) {
      return "";
    }
    return model.isReady() ? "Not verified yet." : "No recipe fits yet.";
  }

  /// Opens the recipe editor in the place of the log.
  private void edit() {
    var editor = model.editor();
    if (editor == null) {
      return;
    }
    var view =
        new RecipeEditorView(
            editor,
            around,
            new RecipeEditorView.Ways(
                recipe -> {
                  model.choose(recipe);
                  leaveEditor();
                },
                this::leaveEditor),
            readOnly);
    root.getChildren().setAll(view);
    actions.setAll(view.actions());
    crumbs.add(Crumb.of("Recipe"));
    view.focusFirst();
  }

  private void leaveEditor() {
    root.getChildren().setAll(page);
    actions.setAll(verbs.all());
    showBar();
    list.requestFocus();
  }

  private void says(String words) {
    says.setText(words);
    bar.says(says);
  }

  private void offers(Node... buttons) {
    bar.offers(buttons);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public ObservableList<Crumb> crumbs() {
    return crumbs;
  }

  @Override
  public ObservableList<Action> actions() {
    return actions;
  }

  @Override
  public void onShown() {
    model.load();
    list.requestFocus();
  }

  @Override
  public void onHidden() {
    model.close();
    picture.close();
  }
}

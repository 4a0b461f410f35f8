package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.BackupSet;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The page of backups: sets at the left, the chosen one beside them. What runs goes on when the
/// page is left.
public final class BackupView implements Screen {
  private final BackupViewModel model;
  private final BackupActions verbs;
  private final StackPane root = new StackPane();
  private final ObservableList<Crumb> crumbs = FXCollections.observableArrayList();
  private final ObservableList<Action> actions = FXCollections.observableArrayList();
  private final ChosenList<SetLine, SetChoice> list;
  private final SetBody body;
  private final ListColumns columns;
  private final ScrollPane scroller;
  private final Page page;
  private final BottomBar bar = new BottomBar();
  private final Label says = Texts.line("", Style.SECONDARY);
  private final PageHeader header = new PageHeader("Backups");
  private @Nullable RestoreView walk;

  public BackupView(BackupViewModel model, Surroundings around) {
    this.model = model;
    this.verbs =
        new BackupActions(
            model,
            around,
            new BackupActions.Ways(
                () -> model.restore().ifPresent(this::walk),
                () -> model.undo().ifPresent(this::walk)));
    list = SetList.of(model);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::keysOfList);
    body = new SetBody(model, verbs, around.navigator());
    scroller = StripPane.scrolled(body);
    scroller.setFocusTraversable(false);
    var side = new StackPane(list);
    side.getStyleClass().add("log-side");
    columns = new ListColumns(side, scroller, new ListColumns.Names("Sets", "This set", 18));
    root.getStyleClass().add("backup-page");
    for (var sheet :
        List.of("/css/checklist.css", "/css/record.css", "/css/audit.css", "/css/backup.css")) {
      root.getStylesheets()
          .add(Objects.requireNonNull(BackupView.class.getResource(sheet)).toExternalForm());
    }
    page = new Page(header, columns, bar);
    root.getChildren().add(page);
    actions.setAll(verbs.all());
    model
        .selectedProperty()
        .addListener((_, _, _) -> {
          columns.showChosen();
          scroller.setVvalue(0);
          show();
        });
    model.lookProperty().addListener((_, _, _) -> show());
    model
        .actProperty()
        .addListener((_, before, now) -> {
          if (!(before instanceof ActState.Running && now instanceof ActState.Running)) {
            scroller.setVvalue(0);
            show();
          }
        });
    show();
  }

  /// Escape means the page, not the list; Enter goes over to the restore points.
  private void keysOfList(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE && (verbs.stop.perform() || verbs.putAway.perform())) {
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && body.focusChosen()) {
      event.consume();
    }
  }

  private void show() {
    if (walk != null) {
      return;
    }
    showHeader();
    showBar();
  }

  private void showHeader() {
    var set = model.selectedProperty().get();
    if (set == null) {
      header.title("Backups");
      header.chips(List.of());
      header.factTexts("Could you go back, and how do you know?");
      crumbs.setAll(Crumb.of("Backups"));
      return;
    }
    header.title(set.name());
    var look = model.lookProperty().get();
    var chips = new ArrayList<Node>();
    if (look != null) {
      look.newest().ifPresent(point -> chips.add(new StandingBadge(PointLook.of(point.level()))));
      if (look.permission() == SetLook.Permission.READ_ONLY) {
        chips.add(new Chip("Auditor · read-only", Tone.NEUTRAL));
      }
    }
    header.chips(chips);
    var place = Texts.line("to " + set.set().place().to(), Style.SECONDARY);
    place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    header.facts(
        List.of(
            Texts.line(set.product(), Style.SECONDARY),
            place,
            Texts.line(engine(set), Style.SECONDARY)));
    crumbs.setAll(new Crumb("Backups", new Place.Backups()), Crumb.of(set.name()));
  }

  private static String engine(SetChoice set) {
    return set.set().place().engine() == BackupSet.Engine.RESTIC
        ? "with restic"
        : "as " + set.engine();
  }

  private void showBar() {
    var set = model.selectedProperty().get();
    var look = model.lookProperty().get();
    if (set == null || look == null) {
      says(set == null ? "No set chosen." : "");
      bar.offers(KeyHint.button(verbs.again));
      return;
    }
    if (model.actProperty().get() instanceof ActState.Running running) {
      says(running.act().words() + " …");
      bar.offers(KeyHint.button(verbs.stop));
      return;
    }
    says(sentence(look));
    bar.offers(offers(look).toArray(Node[]::new));
  }

  private List<Node> offers(SetLook look) {
    if (!look.isAllowed()) {
      return look.points().isEmpty()
          ? List.of(KeyHint.button(verbs.again))
          : List.of(KeyHint.button(verbs.prune), KeyHint.button(verbs.again));
    }
    if (look.past().unfinished()) {
      return List.of(KeyHint.button(verbs.putRight, Style.ACCENT));
    }
    if (look.points().isEmpty()) {
      return List.of(KeyHint.button(verbs.take, Style.ACCENT));
    }
    var offers = new ArrayList<Node>();
    offers.add(KeyHint.button(verbs.prune));
    if (look.past().undo() != null) {
      offers.add(KeyHint.button(verbs.undo));
    }
    offers.add(KeyHint.button(verbs.verifyAll));
    offers.add(KeyHint.button(verbs.verify));
    offers.add(KeyHint.button(verbs.drill));
    offers.add(KeyHint.button(verbs.restore));
    offers.add(KeyHint.button(verbs.take, Style.ACCENT));
    return offers;
  }

  private String sentence(SetLook look) {
    if (look.permission() == SetLook.Permission.READ_ONLY) {
      return "To look at only.";
    }
    if (look.permission() == SetLook.Permission.UNTRUSTED) {
      return "Not trusted yet.";
    }
    var point = model.pointProperty().get();
    return point == null ? "" : "Chosen: " + model.times().moment(point.takenOn());
  }

  private void says(String words) {
    says.setText(words);
    bar.says(says);
  }

  /// Begins a walk in the place of the page.
  private void walk(RestoreViewModel way) {
    var view = new RestoreView(way, model, verbs, this::leaveWalk);
    walk = view;
    root.getChildren().setAll(view);
    actions.setAll(view.actions());
    crumbs.setAll(
        new Crumb("Backups", new Place.Backups()),
        new Crumb(way.set().name(), new Place.BackupSet(way.set().root(), way.set().name())),
        Crumb.of(way.isUndo() ? "Undo" : "Restore"));
    way.load();
    view.focusFirst();
  }

  private void leaveWalk() {
    if (walk != null) {
      walk.close();
      walk = null;
    }
    root.getChildren().setAll(page);
    actions.setAll(verbs.all());
    show();
    if (!body.focusChosen()) {
      list.requestFocus();
    }
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
  }
}

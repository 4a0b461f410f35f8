package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.InFlight;
import dev.plimsoll.core.Readiness;
import dev.plimsoll.core.RecentProject;
import dev.plimsoll.core.Wizard;
import dev.plimsoll.core.Wizards;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Rows;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The first page: the four wizards of the project at hand, what else is not finished, what was
/// opened before. A person who is here for the first time sees the ways to begin and nothing else.
public final class HomeView implements Screen {
  private static final int UNDER_WAY = 3;

  private final HomeViewModel model;
  private final Times times;
  private final SampleDialog sample;
  private final PageHeader header = new PageHeader("Home");
  private final VBox body = new VBox();
  private final Page page;
  private final Action open;
  private final Action trySample;
  private final Action audit;
  private final Action backups;
  private final Map<Wizard.Kind, Action> wizards = new EnumMap<>(Wizard.Kind.class);

  public HomeView(HomeViewModel model, Surroundings window, Times times) {
    this.model = model;
    this.times = times;
    this.sample = new SampleDialog(model, window);
    this.open = Action.always("Open a repository…", "O", model::openFolder);
    this.audit =
        Action.always("Verify a log…", "V", () -> window.navigator().go(new Place.Audit()));
    this.backups = Action.always("All backups", null, model::openBackups);
    this.trySample = Action.always("Try it on a sample…", "T", sample::show);
    var keys = WizardCards.keys().iterator();
    for (var kind : Wizard.Kind.values()) {
      wizards.put(
          kind,
          new Action(
              WizardWords.title(kind),
              keys.next(),
              model.wizards().isNotNull(),
              () -> model.start(kind)));
    }
    body.getStyleClass().add(Style.PAGE_BODY);
    var scroller = StripPane.scrolled(body);
    scroller.setFitToHeight(true);
    page = new Page(header, scroller);
    model.recent().addListener((Observable _) -> show());
    model.inFlight().addListener((Observable _) -> show());
    model.loaded().addListener((Observable _) -> show());
    model.wizards().addListener((Observable _) -> show());
    model.problem().addListener((Observable _) -> show());
  }

  @Override
  public Parent root() {
    return page;
  }

  @Override
  public ObservableList<Crumb> crumbs() {
    return FXCollections.observableArrayList(Crumb.of("Home"));
  }

  @Override
  public ObservableList<Action> actions() {
    var all = FXCollections.observableArrayList(wizards.values());
    all.addAll(open, trySample, audit);
    return all;
  }

  @Override
  public void onShown() {
    show();
    model.refresh();
  }

  private void show() {
    body.getChildren().clear();
    var problem = model.problem().get();
    if (problem != null) {
      body.getChildren().add(new ErrorPanel(problem));
    }
    var first = model.recent().isEmpty() && model.inFlight().isEmpty();
    header.setVisible(!first);
    header.setManaged(!first);
    if (first) {
      if (model.loaded().get()) {
        var welcome = new Welcome(open, trySample, audit);
        VBox.setVgrow(welcome, Priority.ALWAYS);
        body.getChildren().add(welcome);
      }
      return;
    }
    header.actions(KeyHint.button(trySample, Style.FLAT), KeyHint.button(open));
    var chosen = model.wizards().get();
    if (chosen != null) {
      body.getChildren().add(project(chosen));
    }
    underWay(chosen).ifPresent(body.getChildren()::add);
    body.getChildren()
        .add(
            Card.titled(
                "Repositories", new Rows(model.recent().stream().map(this::project).toList())));
    body.getChildren().add(auditCard());
    body.getChildren()
        .add(
            Texts.secondary(
                "A folder, a release bundle or a log can also be dropped on the window."));
  }

  private Node auditCard() {
    var words =
        new VBox(
            Texts.text("Any log", Style.STRONG),
            Texts.secondary("Is this log whole, and how do you know? Ours, and everybody else's."));
    var verify = KeyHint.button(audit);
    verify.setId("home-audit");
    return new Card(row(words, verify));
  }

  /// The project at hand, and its wizards.
  private Node project(Wizards chosen) {
    var name = Texts.text(chosen.product(), Style.HEADING);
    var version = chosen.version();
    var heading = new HBox(model.recent().size() > 1 ? chooser(chosen) : name);
    if (version != null) {
      heading.getChildren().add(new Chip("release " + version, Tone.INFO));
    }
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var open = new Button(version == null ? "Open the project" : "Open the release");
    open.setId("open-chosen");
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setAccessibleText(open.getText() + " " + chosen.product());
    open.setOnAction(_ -> model.openChosen());
    heading.getChildren().addAll(gap, open);
    heading.getStyleClass().add(Style.ROW);
    var overdue = new OverdueLine(times, model::walk);
    if (chosen.readiness() instanceof Readiness.NotOpened(var why)) {
      var told = new VBox(heading, new ErrorPanel(why));
      told.getStyleClass().add(Style.STACK);
      return told;
    }
    var block = new VBox(heading, new WizardCards(times, wizards, backups, overdue).of(chosen));
    block.getChildren().addAll(overdue.of(chosen, null));
    block.getStyleClass().add(Style.STACK);
    return block;
  }

  private Node chooser(Wizards chosen) {
    var choice = new ComboBox<RecentProject>();
    choice.setId("choose-project");
    choice.setAccessibleText("Project");
    choice.getItems().setAll(model.recent());
    choice.setConverter(ProjectNames.of(model.recent()));
    model.recent().stream()
        .filter(known -> known.root().equals(chosen.root()))
        .findFirst()
        .ifPresent(choice::setValue);
    choice.setOnAction(_ -> model.choose(choice.getValue().root()));
    return choice;
  }

  /// What is under way beside the wizards that are shown; nothing where that is all.
  private Optional<Node> underWay(@Nullable Wizards chosen) {
    var runs = model.inFlight().stream().filter(run -> !isShown(run, chosen)).toList();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    var rows = new ArrayList<Node>();
    runs.stream().limit(UNDER_WAY).forEach(run -> rows.add(run(run)));
    if (runs.size() > UNDER_WAY) {
      rows.add(
          new HBox(
              Texts.secondary(
                  "and "
                      + Texts.count(runs.size() - UNDER_WAY, "more checklist")
                      + ": see the history.")));
    }
    return Optional.of(
        Card.titled(chosen == null ? "Not finished" : "Also not finished", new Rows(rows)));
  }

  private static boolean isOf(InFlight run, @Nullable Wizards chosen) {
    return chosen != null
        && run.root().equals(chosen.root())
        && run.version().equals(chosen.version());
  }

  private static boolean isShown(InFlight run, @Nullable Wizards chosen) {
    return chosen != null
        && isOf(run, chosen)
        && chosen.all().stream().anyMatch(wizard -> run.checklist().equals(wizard.checklist()));
  }

  private Node run(InFlight run) {
    var words =
        new VBox(
            Texts.text(run.product() + " " + run.version() + " · " + run.checklist(), Style.STRONG),
            Texts.secondary(run.done() + " · last touched " + times.ago(run.lastOn())));
    var paused = run.phase() == RunState.Phase.PAUSED;
    var resume = new Button("Continue");
    resume.setAccessibleText(
        "Continue " + run.product() + " " + run.version() + " " + run.checklist());
    resume.setOnAction(_ -> model.resume(run));
    var release = new Button("Release");
    release.getStyleClass().add(Style.FLAT);
    release.setAccessibleText("Open the release " + run.product() + " " + run.version());
    release.setOnAction(_ -> model.openRelease(run));
    return row(
        words,
        paused ? new Chip("paused", Tone.CAUTION) : new Chip("open", Tone.INFO),
        release,
        resume);
  }

  private Node project(RecentProject project) {
    var words =
        new VBox(
            Texts.text(project.product(), Style.STRONG),
            Texts.line(project.root().toString(), Style.SMALL, Style.MONO));
    var when = Texts.line(times.ago(project.lastOpened()), Style.SMALL);
    when.setMinWidth(Region.USE_PREF_SIZE);
    var forget = new Button(null, Icons.of(Feather.X));
    forget.getStyleClass().add(Style.FLAT);
    forget.setAccessibleText("Take " + project.product() + " off this list");
    forget.setTooltip(new javafx.scene.control.Tooltip("Take off this list"));
    forget.setOnAction(_ -> model.forget(project));
    var open = new Button("Open");
    open.setAccessibleText("Open " + project.product());
    open.setOnAction(_ -> model.open(project));
    return row(words, when, forget, open);
  }

  private static HBox row(VBox words, Node... right) {
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    words.getStyleClass().add("tight");
    var row = new HBox(words);
    row.getChildren().addAll(right);
    row.getStyleClass().add(Style.ROW);
    for (var node : right) {
      if (node instanceof Button button) {
        button.setMinWidth(Button.USE_PREF_SIZE);
      }
    }
    return row;
  }
}

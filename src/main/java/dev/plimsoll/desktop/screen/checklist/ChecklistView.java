package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.run.TrafficPlan;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.BottomBar;
import dev.plimsoll.desktop.kit.Crumb;
import dev.plimsoll.desktop.kit.ErrorPanel;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.task.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The checklist page: opens or continues the run, asks for parameters where a new one needs them,
/// and shows it. Where the run belongs to another window it is shown for looking only.
public final class ChecklistView implements Screen {
  private static final Duration BEAT = Duration.ofMillis(300);

  /// What the page is about.
  ///
  /// @param key names the run among [OpenWalks]
  /// @param release where the list belongs, and where its end leads
  public record Subject(
      WalkOpening opening,
      SigningMeans signing,
      OpenWalks walks,
      Object key,
      Place.Release release) {}

  private final Subject subject;
  private final Surroundings around;
  private final Times times;
  private final Attachments attachments;
  private final StackPane root = new StackPane();
  private final ObservableList<Crumb> crumbs = FXCollections.observableArrayList();
  private final ObservableList<Action> actions = FXCollections.observableArrayList();
  private @Nullable Walk walk;
  private Ticker.@Nullable Beat beat;
  private boolean hidden;

  public ChecklistView(Subject subject, Surroundings around, Times times) {
    this.subject = subject;
    this.around = around;
    this.times = times;
    this.attachments = new Attachments(times.clock());
    root.getStyleClass().add("checklist-page");
    Sheet.on(root);
    crumbs.add(Crumb.of("Checklist"));
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
    around.tasks().run(() -> subject.opening().look(), this::begin, this::failed);
  }

  private void begin(WalkOpening.Door door) {
    if (hidden) {
      return;
    }
    crumbs.setAll(
        Crumb.of(door.product()),
        new Crumb(door.version(), subject.release()),
        Crumb.of(door.checklist().title()));
    if (door.asks()) {
      ask(door);
    } else {
      open(door, Map.of());
    }
  }

  private void ask(WalkOpening.Door door) {
    var form = new BeginForm(door.checklist());
    var start = form.start(given -> open(door, given));
    var traffic = new TrafficPane();
    if (door.sends()) {
      Runnable look = () -> look(form, traffic);
      form.whenChanged(look);
      look.run();
    }
    actions.setAll(start);
    var body = new VBox(form.card(door.before().changedSince(), traffic));
    body.getStyleClass().addAll(Style.PAGE_BODY, "narrow");
    var bar = new BottomBar();
    bar.says(Texts.line(door.checklist().title(), Style.STRONG));
    bar.offers(
        KeyHint.button(Action.always("Back", null, around.navigator()::back)),
        KeyHint.button(start, Style.ACCENT));
    root.getChildren()
        .setAll(new Page(new PageHeader(door.checklist().title()), StripPane.scrolled(body), bar));
  }

  /// Shows what would be sent with the values as they stand in the form.
  private void look(BeginForm form, TrafficPane traffic) {
    var given = form.given();
    around
        .tasks()
        .run(
            () -> subject.opening().traffic(given),
            plan -> {
              if (given.equals(form.given())) {
                traffic.show(plan);
              }
            },
            // a value that cannot be read is refused, with its reason, when the run begins
            _ -> traffic.show(new TrafficPlan(List.of(), List.of(), List.of())));
  }

  private void open(WalkOpening.Door door, Map<String, String> parameters) {
    actions.clear();
    around
        .tasks()
        .run(
            () ->
                subject
                    .walks()
                    .take(subject.key())
                    .orElseGet(() -> subject.opening().open(parameters)),
            opened -> walk(opened, door, null),
            problem -> lookOnly(door, problem));
  }

  private void lookOnly(WalkOpening.Door door, Problem problem) {
    around
        .tasks()
        .run(
            () -> subject.opening().lookOnly(),
            found ->
                found.ifPresentOrElse(looked -> walk(looked, door, problem), () -> failed(problem)),
            _ -> failed(problem));
  }

  private void walk(Walk opened, WalkOpening.Door door, @Nullable Problem notice) {
    if (hidden) {
      giveBack(opened);
      return;
    }
    walk = opened;
    var model =
        new ChecklistViewModel(opened, around.tasks(), times.clock(), around.dialogs()::tell);
    var view =
        new WalkView(
            model,
            new WalkDesk(
                subject.opening(),
                subject.signing(),
                door.desk().contacts(),
                subject.release(),
                attachments),
            around,
            times);
    if (notice != null) {
      var panel = new VBox(new ErrorPanel(notice));
      panel.getStyleClass().add("notice-above");
      view.getChildren().addFirst(panel);
    }
    root.getChildren().setAll(view);
    actions.setAll(view.offered());
    beat = around.ticker().every(BEAT, model::look);
    model.look();
    view.focusSteps();
  }

  private void giveBack(Walk left) {
    subject.walks().giveBack(subject.key(), left);
    around.tasks().act(subject.walks()::settle, () -> {}, around.dialogs()::tell);
  }

  private void failed(Problem problem) {
    if (hidden) {
      return;
    }
    var again = KeyHint.button(Action.always("Try again", null, this::onShown), Style.ACCENT);
    var back = KeyHint.button(Action.always("Back", null, around.navigator()::back));
    var body = new VBox(new ErrorPanel(problem, again, back));
    body.getStyleClass().addAll(Style.PAGE_BODY, "narrow");
    page("Checklist", body);
  }

  private void page(String title, Node body) {
    var page = new VBox(new PageHeader(title), body);
    page.getStyleClass().add(Style.PAGE);
    root.getChildren().setAll(page);
  }

  @Override
  public void onHidden() {
    hidden = true;
    if (beat != null) {
      beat.close();
    }
    attachments.close();
    var left = walk;
    if (left != null) {
      giveBack(left);
    }
  }
}

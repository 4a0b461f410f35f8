package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.FilePicker;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.task.TaskRunner;
import dev.plimsoll.desktop.task.Ticker;
import dev.plimsoll.desktop.task.Unexpected;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The window's contents, put together by hand: services, pages and the frame around them. One per
/// window.
final class Workbench implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final Plimsoll plimsoll;
  private final Arrival arrival;
  private final TaskRunner tasks;
  private final Ticker.Beat beat;
  private final Archive archive;
  private final Projects projects;
  private final Identity identity;
  private final PanelHost panels = new PanelHost();
  private final Journey journey;
  private final Screens screens;
  private final Commands commands;
  private final Sidebar sidebar;
  private final OperatorCard operator;
  private final Shell shell;
  private final Scene scene;
  private final WindowPreferences preferences;
  private final BooleanProperty releaseKnown = new SimpleBooleanProperty();
  private @Nullable Place lastRelease;

  Workbench(Plimsoll plimsoll, Arrival arrival, TaskRunner tasks, Ticker ticker, FilePicker files) {
    this.plimsoll = plimsoll;
    this.arrival = arrival;
    this.tasks = tasks;
    this.archive = Archive.of(plimsoll, arrival);
    this.projects = arrival.isReadOnly() ? Projects.toLookAt(plimsoll) : new Projects(plimsoll);
    this.identity = new Identity(plimsoll.installation().osUser());
    this.journey = new Journey(this::screen, home());
    this.preferences =
        new WindowPreferences(
            new PreferencesFile(plimsoll.installation().home()), arrival.isReadOnly());
    this.screens =
        new Screens(
            new Screens.Foundation(plimsoll, projects, identity, archive),
            preferences,
            new Surroundings(tasks, ticker, journey, panels, files),
            arrival.isReadOnly());
    this.commands = new Commands(plimsoll, projects, journey);
    this.operator = new OperatorCard(() -> journey.go(new Place.Settings()), arrival.isReadOnly());
    this.sidebar = new Sidebar(areas(), operator, this::go);
    this.shell =
        new Shell(journey, panels, sidebar, everywhere(), new DropVeil(arrival.isReadOnly()));
    this.scene = new Scene(shell, 1180, 780);
    preferences.applyTo(scene);
    shell.listen(scene, this::open);
    journey.place().addListener((_, _, place) -> arrived(place));
    releaseKnown.addListener((_, _, known) -> sidebar.offer(Area.RELEASE, known));
    sidebar.offer(Area.RELEASE, false);
    this.beat = ticker.every(LOOK_EVERY, this::beat);
  }

  Scene scene() {
    return scene;
  }

  Journey journey() {
    return journey;
  }

  /// Shows the first page.
  void begin() {
    if (arrival.isReadOnly()) {
      shell.banner("AUDITOR · READ-ONLY", "Everything is visible; nothing can be written.");
    }
    journey.go(home());
    lookWhoIsHere();
    if (arrival.isReadOnly()) {
      return;
    }
    var key = preferences.read().key();
    if (key != null) {
      tasks.act(
          () -> new KeyProof(plimsoll.keys(), identity).proveAgain(key),
          this::lookWhoIsHere,
          _ -> {});
    }
    tasks.run(plimsoll::inFlight, this::remember, _ -> {});
  }

  private void remember(List<dev.plimsoll.core.InFlight> runs) {
    if (lastRelease == null && !runs.isEmpty()) {
      var newest = runs.getFirst();
      lastRelease = new Place.Release(newest.root(), newest.version());
      releaseKnown.set(true);
    }
  }

  /// Opens what was dropped or named: a repository or a bundle.
  void open(Path file) {
    DropVeil.placeOf(file, arrival.isReadOnly())
        .ifPresentOrElse(
            journey::go,
            () ->
                panels.tell(
                    (arrival.isReadOnly()
                            ? "Neither a release bundle nor a log: "
                            : "Neither a repository's folder, a release bundle nor a log: ")
                        + file.getFileName()
                        + ". A history is opened with: plimsoll --read-only FILE"));
  }

  /// Tells what nobody expected, as a sentence.
  void tell(Throwable unexpected) {
    if (!panels.isShowing()) {
      panels.tell(Unexpected.asProblem(unexpected));
    }
  }

  private Screen screen(Place place) {
    return screens.open(place);
  }

  private Place home() {
    return switch (arrival) {
      case Arrival.ToWork _ -> new Place.Home();
      case Arrival.ToWorkOn work -> new Place.Project(work.folder());
      case Arrival.ToAuditHome _ -> new Place.History();
      case Arrival.ToAudit audit ->
          DropVeil.placeOf(audit.file(), true).orElseGet(Place.History::new);
    };
  }

  private List<Area> areas() {
    return arrival.isReadOnly()
        ? List.of(Area.HISTORY, Area.AUDIT, Area.BACKUPS, Area.SETTINGS)
        : List.of(Area.HOME, Area.RELEASE, Area.AUDIT, Area.BACKUPS, Area.HISTORY, Area.SETTINGS);
  }

  private void go(Area area) {
    var place =
        switch (area) {
          case HOME -> new Place.Home();
          case RELEASE -> lastRelease == null ? new Place.Home() : lastRelease;
          case AUDIT -> new Place.Audit();
          case BACKUPS -> new Place.Backups();
          case HISTORY -> new Place.History();
          case SETTINGS -> new Place.Settings();
        };
    journey.go(place);
  }

  /// What is possible on every page, with its keys.
  List<Action> everywhere() {
    var all = new ArrayList<Action>();
    all.add(Action.always("Search or command", "Ctrl+K", this::showPalette));
    all.add(Action.always("Keys", "?", this::showKeys));
    all.add(Action.always("Keys", "F1", this::showKeys));
    var number = 1;
    for (var area : areas()) {
      all.add(
          area == Area.RELEASE
              ? new Action(area.word(), "Ctrl+" + number, releaseKnown, () -> go(area))
              : Action.always(area.word(), "Ctrl+" + number, () -> go(area)));
      number++;
    }
    all.add(Action.always("Back", "Alt+Left", journey::back));
    return all;
  }

  private void showKeys() {
    var screen = journey.screen().get();
    List<Action> here = screen == null ? List.of() : List.copyOf(screen.actions());
    panels.show(KeysPanel.of(here, shell.everywhere(), panels::close));
  }

  private void showPalette() {
    var first = new ArrayList<>(Commands.ofPage(journey.screen().get()));
    for (var area : areas()) {
      if (area != Area.RELEASE || releaseKnown.get()) {
        first.add(new Command(area.word(), "place", area.icon(), () -> go(area)));
      }
    }
    if (!arrival.isReadOnly()) {
      first.add(new Command("Choose a key…", "settings", Feather.KEY, () -> go(Area.SETTINGS)));
    }
    first.add(new Command("Keys", "help · ?", Feather.COMMAND, this::showKeys));
    var palette = new Palette(first, panels::close);
    panels.showBare(palette, palette.query());
    if (!arrival.isReadOnly()) {
      var here = journey.place().get();
      tasks.run(() -> commands.ofProjects(here), palette::add, _ -> {});
    }
  }

  private void arrived(Place place) {
    switch (place) {
      case Place.Release release -> atRelease(release);
      case Place.ChecklistRun run -> atRelease(new Place.Release(run.root(), run.version()));
      case Place.Home _,
          Place.Project _,
          Place.Audit _,
          Place.AuditFile _,
          Place.AuditChain _,
          Place.OwnLog _,
          Place.Backups _,
          Place.BackupSet _,
          Place.History _,
          Place.RecordFile _,
          Place.KeptRecord _,
          Place.Settings _ -> {}
    }
    lookWhoIsHere();
  }

  private void atRelease(Place.Release release) {
    lastRelease = release;
    releaseKnown.set(true);
  }

  private static Optional<Path> root(Place place) {
    return switch (place) {
      case Place.Release release -> Optional.of(release.root());
      case Place.ChecklistRun run -> Optional.of(run.root());
      case Place.Project project -> Optional.of(project.anywhereInside());
      case Place.AuditChain chain -> Optional.of(chain.root());
      case Place.OwnLog log -> Optional.of(log.root());
      case Place.BackupSet set -> Optional.of(set.root());
      case Place.Home _,
          Place.Audit _,
          Place.AuditFile _,
          Place.Backups _,
          Place.History _,
          Place.RecordFile _,
          Place.KeptRecord _,
          Place.Settings _ ->
          Optional.empty();
    };
  }

  private void beat() {
    lookWhoIsHere();
    if (!screens.walks().isEmpty()) {
      tasks.act(screens.walks()::settle, () -> {}, _ -> {});
    }
  }

  private void lookWhoIsHere() {
    record Seen(Actor actor, @Nullable Long entries) {}
    var root = root(journey.place().get());
    tasks.run(
        () -> {
          if (root.isEmpty()) {
            return new Seen(identity.in(plimsoll.installation().home()), null);
          }
          var project = projects.at(root.get());
          return new Seen(identity.in(project.root()), project.logSize());
        },
        seen -> operator.show(seen.actor(), identity.key().orElse(null), seen.entries()),
        _ -> operator.show(identity.osUser(), identity.key().orElse(null), null));
  }

  /// Whether the window may close now. Where something would be cut off, a person is asked first.
  ///
  /// @param close closes it all the same
  boolean mayClose(Runnable close) {
    var underWay = screens.rides().underWay();
    if (underWay.isEmpty()) {
      return true;
    }
    panels.show(CloseQuestion.panel(underWay, panels::close, close));
    return false;
  }

  @Override
  public void close() {
    beat.close();
    journey.leave();
    screens.rides().close();
    screens.walks().close();
    projects.close();
    archive.closing().run();
  }
}

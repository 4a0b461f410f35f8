package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.RecentProject;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Preferences;
import dev.plimsoll.desktop.kit.Screen;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.screen.audit.AuditView;
import dev.plimsoll.desktop.screen.audit.AuditViewModel;
import dev.plimsoll.desktop.screen.audit.LogChoice;
import dev.plimsoll.desktop.screen.audit.SeenLogs;
import dev.plimsoll.desktop.screen.backup.BackupView;
import dev.plimsoll.desktop.screen.backup.BackupViewModel;
import dev.plimsoll.desktop.screen.backup.Rides;
import dev.plimsoll.desktop.screen.backup.SetChoice;
import dev.plimsoll.desktop.screen.checklist.ChecklistView;
import dev.plimsoll.desktop.screen.checklist.DeskOpening;
import dev.plimsoll.desktop.screen.checklist.OpenWalks;
import dev.plimsoll.desktop.screen.checklist.SigningMeans;
import dev.plimsoll.desktop.screen.history.HistoryView;
import dev.plimsoll.desktop.screen.history.HistoryViewModel;
import dev.plimsoll.desktop.screen.home.HomeView;
import dev.plimsoll.desktop.screen.home.HomeViewModel;
import dev.plimsoll.desktop.screen.home.ProjectView;
import dev.plimsoll.desktop.screen.home.ProjectViewModel;
import dev.plimsoll.desktop.screen.home.ProposalDialog;
import dev.plimsoll.desktop.screen.record.GivenFile;
import dev.plimsoll.desktop.screen.record.KeptBundle;
import dev.plimsoll.desktop.screen.record.RecordSource;
import dev.plimsoll.desktop.screen.record.RecordView;
import dev.plimsoll.desktop.screen.record.RecordViewModel;
import dev.plimsoll.desktop.screen.release.ReleaseView;
import dev.plimsoll.desktop.screen.release.ReleaseViewModel;
import dev.plimsoll.desktop.screen.settings.About;
import dev.plimsoll.desktop.screen.settings.KeyDialogs;
import dev.plimsoll.desktop.screen.settings.SettingsView;
import dev.plimsoll.desktop.screen.settings.SettingsViewModel;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/// Builds the page of a place, with everything it needs, by hand. The only switch over places that
/// makes pages.
final class Screens {
  private final Foundation foundation;
  private final Preferences.Keeper preferences;
  private final Surroundings window;
  private final boolean readOnly;
  private final Times times;
  private final OpenWalks walks = new OpenWalks();
  private final SeenLogs seen = new SeenLogs();
  private final Rides rides;

  /// What pages are built on.
  record Foundation(Plimsoll plimsoll, Projects projects, Identity identity, Archive archive) {}

  /// @param readOnly for an auditor
  Screens(
      Foundation foundation,
      Preferences.Keeper preferences,
      Surroundings window,
      boolean readOnly) {
    this.foundation = foundation;
    this.preferences = preferences;
    this.window = window;
    this.readOnly = readOnly;
    this.times = new Times(foundation.plimsoll().installation().clock(), ZoneId.systemDefault());
    this.rides = new Rides(window.tasks(), times.clock());
  }

  Screen open(Place place) {
    return switch (place) {
      case Place.Home _ -> home();
      case Place.Project project -> project(project);
      case Place.Release release -> release(release);
      case Place.ChecklistRun run -> checklist(run);
      case Place.Audit _ -> audit(_ -> {});
      case Place.AuditFile given -> audit(model -> model.openFile(given.file()));
      case Place.AuditChain chain -> audit(model -> model.selectWhen(log -> isThe(chain, log)));
      case Place.OwnLog own -> audit(model -> model.selectWhen(log -> isThe(own, log)));
      case Place.Backups _ -> backups(Optional.empty(), _ -> {});
      case Place.BackupSet set ->
          backups(Optional.of(set.root()), model -> model.selectWhen(each -> isThe(set, each)));
      case Place.History _ -> history();
      case Place.RecordFile file -> record(new GivenFile(file.bundle()));
      case Place.KeptRecord kept -> record(kept(kept));
      case Place.Settings _ -> settings();
    };
  }

  private Screen home() {
    var model =
        new HomeViewModel(
            foundation.plimsoll(),
            new SampleMaker(foundation.plimsoll(), foundation.identity())::create,
            window);
    return new HomeView(model, window, times);
  }

  private Screen project(Place.Project place) {
    var model =
        new ProjectViewModel(
            place.anywhereInside(),
            () -> foundation.projects().at(place.anywhereInside()),
            new FirstFiles(
                foundation.plimsoll(),
                new Keyholder(foundation.plimsoll().keys(), foundation.identity())),
            window);
    return new ProjectView(model, new ProposalDialog(window.dialogs()));
  }

  private Screen release(Place.Release place) {
    var model =
        new ReleaseViewModel(
            place,
            () -> foundation.projects().at(place.root()),
            new RepositoryKeys(foundation.plimsoll().keys(), place.root()),
            window);
    return new ReleaseView(model, window, times);
  }

  private Screen checklist(Place.ChecklistRun place) {
    var plimsoll = foundation.plimsoll();
    var root = place.root();
    var opening =
        new DeskOpening(
            plimsoll,
            () -> foundation.projects().at(root),
            () -> foundation.identity().in(root),
            new DeskOpening.Which(place.version(), place.checklist()));
    var signing =
        new SigningMeans(
            new RepositoryKeys(plimsoll.keys(), root),
            () -> Optional.ofNullable(preferences.read().key()),
            () ->
                plimsoll.keys().list().stream()
                    .filter(key -> key.obstacle() == null)
                    .flatMap(key -> Optional.ofNullable(key.file()).stream())
                    .toList(),
            () -> foundation.projects().at(root).backups().wayBack());
    return new ChecklistView(
        new ChecklistView.Subject(
            opening, signing, walks, place, new Place.Release(root, place.version())),
        window,
        times);
  }

  private KeptBundle kept(Place.KeptRecord place) {
    var plimsoll = foundation.plimsoll();
    return new KeptBundle(
        foundation.archive().evidence(),
        place.bundle(),
        () ->
            plimsoll.recentProjects().stream()
                .filter(project -> project.product().equals(place.product()))
                .map(RecentProject::root)
                .findFirst());
  }

  private Screen record(RecordSource source) {
    var model =
        new RecordViewModel(source, window.tasks(), times.clock(), foundation.plimsoll().pins());
    return new RecordView(model, window, times, readOnly);
  }

  /// Walks that go on behind other pages.
  OpenWalks walks() {
    return walks;
  }

  /// What is done with backups, whatever page is shown.
  Rides rides() {
    return rides;
  }

  private Screen history() {
    var model =
        new HistoryViewModel(foundation.archive().history(), window.tasks(), times, readOnly);
    return new HistoryView(model, window, times, readOnly);
  }

  private Screen audit(Consumer<AuditViewModel> first) {
    var installation = foundation.plimsoll().installation();
    var own = new OwnLogs(foundation.plimsoll(), foundation.archive().logs());
    var logs =
        new LogShelf(
            foundation.plimsoll(),
            readOnly ? Optional.empty() : Optional.of(foundation.projects()),
            own,
            new FindingReport(
                () -> foundation.identity().in(installation.home()).id(), installation.tool()));
    var model = new AuditViewModel(logs, seen, window.tasks(), window.ticker(), times.clock());
    var pictures = new LogPictures(own, window.tasks(), times);
    var view = new AuditView(model, window, pictures, readOnly);
    first.accept(model);
    return view;
  }

  private static boolean isThe(Place.AuditChain place, LogChoice log) {
    return log instanceof LogChoice.Chain chain
        && chain.root().equals(place.root())
        && chain.name().equals(place.chain());
  }

  private boolean isThe(Place.OwnLog place, LogChoice log) {
    return log instanceof LogChoice.Own own
        && own.project().equals(foundation.projects().at(place.root()).key());
  }

  private Screen backups(Optional<Path> asked, Consumer<BackupViewModel> first) {
    var shelf =
        new BackupShelf(
            foundation.plimsoll(),
            foundation.projects()::at,
            foundation.identity(),
            asked,
            readOnly);
    var model = new BackupViewModel(shelf, rides, window.tasks(), window.ticker(), times);
    first.accept(model);
    return new BackupView(model, window);
  }

  private static boolean isThe(Place.BackupSet place, SetChoice set) {
    return set.root().equals(place.root()) && set.set().name().equals(place.set());
  }

  private Screen settings() {
    var installation = foundation.plimsoll().installation();
    var keys = foundation.plimsoll().keys();
    var model =
        new SettingsViewModel(
            preferences,
            keys,
            foundation.identity(),
            new KeyProof(keys, foundation.identity()),
            window.tasks());
    var about =
        new About(
            installation.tool().name() + " " + installation.tool().version(),
            foundation.archive().place());
    return new SettingsView(model, new KeyDialogs(model, window.dialogs()), about, readOnly);
  }
}

package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.FilePicker;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Picture;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Preferences;
import dev.plimsoll.desktop.task.TaskRunner;
import dev.plimsoll.desktop.task.WindowTicker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Writes pictures of every page of the real window to a folder; [#main(String[])] says how. The
/// window walks the [Showcase].
public final class Screenshots {
  private final Path target;
  final Showcase showcase;
  private final Plimsoll plimsoll;
  private final WindowTicker ticker = new WindowTicker(TaskRunner.windowThread());
  final Workbench workbench;
  private final Stage stage;
  private final String suffix;
  final OnePicker picker = new OnePicker();

  Screenshots(Path target, Showcase showcase, Look look, Frame frame) throws Exception {
    this.target = target;
    this.showcase = showcase;
    this.plimsoll = showcase.open();
    this.suffix = frame.suffix();
    try (var ops = showcase.operator("operator").signer()) {
      new PreferencesFile(plimsoll.installation().home())
          .write(new Preferences(look, ops.publicKey().fingerprint()));
    }
    this.workbench =
        onWindow(() ->
            new Workbench(plimsoll, new Arrival.ToWork(), TaskRunner.ofWindow(), ticker, picker));
    this.stage =
        onWindow(() -> {
          var window = new Stage();
          window.setScene(workbench.scene());
          window.setWidth(frame.width());
          window.setHeight(frame.height());
          workbench.begin();
          look.applyTo(workbench.scene());
          window.show();
          return window;
        });
    settle();
  }

  record Frame(double width, double height, String suffix) {}

  /// @param arguments the folder that gets the pictures, then `WIDTHxHEIGHT:PERCENT:THEME:SUFFIX`
  ///   for each set
  public static void main(String[] arguments) throws Exception {
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    try {
      for (var i = 1; i < arguments.length; i++) {
        var parts = arguments[i].split(":");
        var size = parts[0].split("x");
        var folder = Files.createTempDirectory("plimsoll-pictures");
        var pictures =
            new Screenshots(
                Path.of(arguments[0]),
                Showcase.in(folder),
                new Look(Look.Theme.valueOf(parts[2]), Integer.parseInt(parts[1])),
                new Frame(Double.parseDouble(size[0]), Double.parseDouble(size[1]), parts[3]));
        pictures.take();
        pictures.close();
        history(Path.of(arguments[0]), parts, size);
      }
    } finally {
      Platform.exit();
    }
  }

  private static void history(Path target, String[] parts, String[] size) throws Exception {
    var before = Showcase.in(Files.createTempDirectory("plimsoll-pictures"));
    before.remember();
    before.release(before.folder);
    var pictures =
        new Screenshots(
            target,
            before,
            new Look(Look.Theme.valueOf(parts[2]), Integer.parseInt(parts[1])),
            new Frame(Double.parseDouble(size[0]), Double.parseDouble(size[1]), parts[3]));
    pictures.takeHistory();
    pictures.close();
  }

  private void take() throws Exception {
    picture("home-first");
    press("#try-sample");
    picture("home-sample");
    escape();
    go(new Place.Project(showcase.repository));
    picture("project-trust");
    press("#trust");
    picture("project");
    press("#open-release");
    picture("release-new");
    go(new Place.ChecklistRun(showcase.repository, Showcase.VERSION, "pre-release"));
    picture("checklist-new");
    perform("Ctrl+Enter");
    settle();
    settle();
    picture("checklist");
    for (var i = 0; i < 4; i++) {
      perform("J");
    }
    picture("checklist-failed");
    go(new Place.Home());
    walk();
    go(new Place.ChecklistRun(showcase.repository, Showcase.VERSION, "pre-release"));
    picture("checklist-continued");
    go(new Place.ChecklistRun(showcase.repository, Showcase.VERSION, "release-steps"));
    picture("checklist-read-do");
    go(new Place.Home());
    go(new Place.Release(showcase.repository, Showcase.VERSION));
    picture("release");
    press("#sign-off-approver");
    picture("release-sign-off");
    escape();
    onWindow(() -> {
      workbench.scene().lookup("#search").requestFocus();
      ((javafx.scene.control.Button) workbench.scene().lookup("#search")).fire();
      return null;
    });
    picture("palette");
    escape();
    approve();
    go(new Place.Home());
    go(new Place.Release(showcase.repository, Showcase.VERSION));
    picture("release-go");
    press("#seal");
    type("#typed-version", Showcase.VERSION);
    picture("release-seal");
    escape();
    go(new Place.Home());
    picture("home");
    go(new Place.Settings());
    picture("settings");
    go(new Place.RecordFile(seal()));
    picture("record-unverified");
    picker.next = showcase.repository.resolve(".plimsoll").resolve("allowed_signers");
    perform("T");
    picture("record");
    unfold();
    picture("record-evidence");
  }

  /// The history of a team that has released before, narrowed down.
  private void takeHistory() throws Exception {
    go(new Place.History());
    perform("2");
    picture("history");
    onWindow(() -> {
      var time = (javafx.scene.control.ComboBox<?>) workbench.scene().lookup("#history-since");
      time.getSelectionModel().select(2);
      ((TextInputControl) workbench.scene().lookup("#history-search")).setText("redis");
      workbench.scene().lookup(".table-view").requestFocus();
      return null;
    });
    picture("history-narrowed");
  }

  /// Seals as the page would, and gives the bundle.
  private Path seal() throws Exception {
    try (var project = plimsoll.project(showcase.repository)) {
      return project
          .release(Showcase.VERSION)
          .seal(List.of(showcase.approver("approver")), Files.createTempDirectory("plimsoll-out"))
          .bundle();
    }
  }

  private void walk() throws Exception {
    var project = plimsoll.project(showcase.repository);
    var desk = project.release(Showcase.VERSION);
    try (var session = desk.open("pre-release", showcase.options())) {
      Showcase.walkPreRelease(session);
    }
    for (var id : List.of("audit-chain", "release-steps")) {
      try (var session = desk.open(id, showcase.options())) {
        session.startAutomatic();
        session.awaitIdle();
      }
    }
    project.close();
  }

  private void approve() throws Exception {
    var project = plimsoll.project(showcase.repository);
    var desk = project.release(Showcase.VERSION);
    try (var session = desk.open("release-steps", showcase.options())) {
      session.startAutomatic();
      session.awaitIdle();
      session.answer(
          "announce",
          new dev.plimsoll.core.model.Answer("yes", dev.plimsoll.core.model.Answer.Origin.WINDOW),
          List.of());
    }
    try (var session = desk.open("smoke-tests", showcase.options())) {
      session.startAutomatic();
      session.awaitIdle();
    }
    desk.signOff(desk.signOffRequest("approver"), showcase.approver("approver"));
    project.close();
  }

  void go(Place place) throws Exception {
    onWindow(() -> {
      workbench.journey().go(place);
      return null;
    });
    settle();
  }

  /// Does what the page offers under a key.
  void perform(String keys) throws Exception {
    key(keys);
    settle();
  }

  /// The same, without waiting for what it brings.
  void key(String keys) throws Exception {
    onWindow(() -> {
      var screen = workbench.journey().screen().get();
      if (screen == null) {
        throw new IllegalStateException("no page");
      }
      screen.actions().stream()
          .filter(action -> keys.equals(action.keys()))
          .findFirst()
          .orElseThrow()
          .perform();
      return null;
    });
  }

  void press(String query) throws Exception {
    onWindow(() -> {
      var node = workbench.scene().lookup(query);
      if (!(node instanceof javafx.scene.control.ButtonBase button)) {
        throw new IllegalStateException("no button " + query);
      }
      button.fire();
      return null;
    });
    settle();
  }

  /// Opens the first two verdicts into what lies behind them, with the keyboard.
  private void unfold() throws Exception {
    onWindow(() -> {
      workbench.scene().getRoot().lookupAll(".verdict").stream()
          .limit(2)
          .forEach(row ->
              row.fireEvent(
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
      return null;
    });
  }

  void type(String query, String text) throws Exception {
    onWindow(() -> {
      ((TextInputControl) workbench.scene().lookup(query)).setText(text);
      return null;
    });
  }

  void escape() throws Exception {
    onWindow(() -> {
      var focus = workbench.scene().getFocusOwner();
      Node at = focus == null ? workbench.scene().getRoot() : focus;
      at.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
      return null;
    });
    settle();
  }

  /// Work in the background has no end that a window could name, so that pictures wait a moment.
  static void settle() throws Exception {
    for (var i = 0; i < 12; i++) {
      new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
      onWindow(() -> null);
    }
  }

  void picture(String name) throws Exception {
    settle();
    onWindow(() -> {
      Picture.write(workbench.scene(), 1, target.resolve(name + "-" + suffix + ".png"));
      return null;
    });
  }

  void close() throws Exception {
    onWindow(() -> {
      stage.close();
      workbench.close();
      return null;
    });
    ticker.close();
    plimsoll.close();
  }

  static <T extends @Nullable Object> T onWindow(Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    TaskRunner.windowThread().execute(task);
    return task.get(Duration.ofMinutes(1).toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Answers every file chooser with one file, where there is one.
  static final class OnePicker implements FilePicker {
    @Nullable Path next;

    @Override
    public Optional<Path> folder(String title, @Nullable Path start) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> file(String title, List<String> patterns) {
      return Optional.ofNullable(next);
    }

    @Override
    public List<Path> files(String title) {
      return List.of();
    }

    @Override
    public Optional<Path> saveAs(String title, String suggestedName) {
      return Optional.empty();
    }
  }
}

package dev.plimsoll.desktop.app;

import dev.plimsoll.core.BackupDesk.Taking;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.SmokeService;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.ScrollPane;

/// Takes the pictures of smoke tests, and of Home when something was walked before. Run by hand, as
/// [Screenshots].
public final class SmokeScreenshots {
  private static final List<String> PAST = List.of("1.3.0", "1.3.1", "1.4.0", "1.4.1", "1.4.2");

  private SmokeScreenshots() {}

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
        try (var service = new SmokeService()) {
          var showcase = Showcase.in(Files.createTempDirectory("plimsoll-pictures"));
          remember(showcase, service);
          var pictures =
              new Screenshots(
                  Path.of(arguments[0]),
                  showcase,
                  new Look(Look.Theme.valueOf(parts[2]), Integer.parseInt(parts[1])),
                  new Screenshots.Frame(
                      Double.parseDouble(size[0]), Double.parseDouble(size[1]), parts[3]));
          take(pictures, service);
          pictures.close();
        }
      }
    } finally {
      Platform.exit();
    }
  }

  /// Some releases that went out, of which the last one's export had lost documents; and a backup
  /// that was proven.
  private static void remember(Showcase showcase, SmokeService service) throws Exception {
    showcase.smoke(service);
    for (var version : PAST) {
      service.version = version;
      service.documents = version.equals("1.4.2") ? 38 : 41;
      showcase.walkSmokeTests(version, (PAST.size() - PAST.indexOf(version)) * 11 - 8);
    }
    service.version = Showcase.VERSION;
    try (var plimsoll = showcase.open(3);
        var project = plimsoll.project(showcase.repository)) {
      done(project.backups().take("data", Taking.USUAL));
      done(project.backups().drill("data", null));
    }
    try (var plimsoll = showcase.open();
        var project = plimsoll.project(showcase.repository)) {
      for (var list : List.of("pre-release", "audit-chain")) {
        try (var session = project.release(Showcase.VERSION).open(list, showcase.options())) {
          if (list.equals("pre-release")) {
            Showcase.walkPreRelease(session);
          } else {
            session.startAutomatic();
            session.awaitIdle();
          }
        }
      }
    }
  }

  private static <T> void done(Work<T> work) throws Exception {
    work.run();
  }

  private static void take(Screenshots pictures, SmokeService service) throws Exception {
    pictures.picture("home");
    service.findsNothing = true;
    pictures.go(
        new Place.ChecklistRun(pictures.showcase.repository, Showcase.VERSION, "smoke-tests"));
    pictures.picture("smoke-begin");
    pictures.perform("Ctrl+Enter");
    pictures.key("Ctrl+Enter");
    choose(pictures, 6);
    pictures.picture("smoke-waiting");
    for (var i = 0; i < 8; i++) {
      Screenshots.settle();
    }
    choose(pictures, 2);
    pictures.picture("smoke-failed");
    choose(pictures, 5);
    pictures.picture("smoke-burst");
    scroll(pictures);
    pictures.picture("smoke-times");
    pictures.perform("T");
    pictures.picture("smoke-plan");
    pictures.escape();
    service.findsNothing = false;
    service.documents = 41;
    pictures.perform("Ctrl+R");
    for (var i = 0; i < 3; i++) {
      Screenshots.settle();
    }
    choose(pictures, 2);
    pictures.picture("smoke-passed");
  }

  /// To a step by its place in the list, with the keyboard.
  private static void choose(Screenshots pictures, int step) throws Exception {
    for (var i = 0; i < 8; i++) {
      pictures.key("K");
    }
    for (var i = 0; i < step; i++) {
      pictures.key("J");
    }
    Screenshots.settle();
  }

  private static void scroll(Screenshots pictures) throws Exception {
    Screenshots.onWindow(() -> {
      if (pictures.workbench.scene().lookup(".step-pane .scroll-pane") instanceof ScrollPane pane) {
        pane.setVvalue(0.6);
      }
      return null;
    });
  }
}

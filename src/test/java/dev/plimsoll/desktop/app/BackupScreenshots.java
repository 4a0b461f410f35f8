package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// Takes the pictures of the page of backups. Run by hand, as [Screenshots].
public final class BackupScreenshots {
  private static final int PATIENCE = 60;

  private BackupScreenshots() {}

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
        var showcase = Showcase.in(Files.createTempDirectory("plimsoll-pictures"));
        showcase.backups();
        showcase.rememberBackups();
        var pictures =
            new Screenshots(
                Path.of(arguments[0]),
                showcase,
                new Look(Look.Theme.valueOf(parts[2]), Integer.parseInt(parts[1])),
                new Screenshots.Frame(
                    Double.parseDouble(size[0]), Double.parseDouble(size[1]), parts[3]));
        take(pictures);
        pictures.close();
      }
    } finally {
      Platform.exit();
    }
  }

  private static void take(Screenshots pictures) throws Exception {
    pictures.go(new Place.BackupSet(pictures.showcase.repository, "operations"));
    await(pictures, "#timeline");
    pictures.picture("backup");
    pictures.perform("P");
    pictures.picture("backup-retention");
    pictures.escape();
    pictures.perform("R");
    await(pictures, "#restore-choose");
    pictures.picture("backup-restore-files");
    pictures.perform("Ctrl+Enter");
    await(pictures, "#restore-logs");
    pictures.picture("backup-restore");
    pictures.go(new Place.BackupSet(pictures.showcase.repository, "operations"));
    await(pictures, "#timeline");
    pictures.perform("D");
    await(pictures, "#over");
    pictures.picture("backup-drill");
  }

  private static void await(Screenshots pictures, String query) throws Exception {
    for (var i = 0; i < PATIENCE; i++) {
      Screenshots.settle();
      if (Screenshots.onWindow(() -> pictures.workbench.scene().lookup(query)) != null) {
        return;
      }
    }
    throw new IllegalStateException("not seen: " + query);
  }
}

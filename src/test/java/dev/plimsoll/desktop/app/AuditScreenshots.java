package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.Orders;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.ListView;

/// Takes the pictures of the page that verifies logs. Run by hand, as [Screenshots].
public final class AuditScreenshots {
  private AuditScreenshots() {}

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
        showcase.release(showcase.folder);
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
    var folder = Files.createTempDirectory("evidence").resolve("handed-over");
    Files.createDirectory(folder);
    var whole = Files.writeString(folder.resolve("orders.jsonl"), Orders.whole(1_284));
    var damaged =
        Files.writeString(folder.resolve("orders-restored.jsonl"), Orders.damaged(1_284, 23));
    var strange = Files.writeString(folder.resolve("till.ndjson"), Orders.ofItsOwnKind(9));
    pictures.go(new Place.Audit());
    choose(pictures, "Plimsoll's own");
    Screenshots.settle();
    pictures.perform("Enter");
    Screenshots.settle();
    pictures.picture("audit-own");
    pictures.go(new Place.AuditFile(whole));
    pictures.perform("A");
    pictures.picture("audit-anchor");
    pictures.escape();
    pictures.perform("Enter");
    pictures.picture("audit");
    pictures.go(new Place.AuditFile(strange));
    pictures.picture("audit-unsupported");
    pictures.perform("T");
    pictures.type("#recipe-hash", "mark");
    pictures.type("#recipe-prev", "before");
    pictures.type("#recipe-minus", "mark");
    pictures.picture("audit-recipe");
    pictures.go(new Place.AuditFile(damaged));
    pictures.perform("Enter");
    pictures.picture("audit-broken");
  }

  /// The first log under a title.
  private static void choose(Screenshots pictures, String title) throws Exception {
    Screenshots.onWindow(() -> {
      var list = (ListView<?>) pictures.workbench.scene().lookup("#logs");
      for (var row = 0; row < list.getItems().size(); row++) {
        if (list.getItems().get(row).toString().contains(title)) {
          list.getSelectionModel().select(row + 1);
        }
      }
      return null;
    });
  }
}

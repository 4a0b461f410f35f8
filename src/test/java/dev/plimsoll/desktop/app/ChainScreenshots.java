package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.Orders;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;

/// Takes the pictures of drawn chains on their page. Run by hand, as [Screenshots].
public final class ChainScreenshots {
  private ChainScreenshots() {}

  /// @param arguments the folder that gets the pictures, then `WIDTHxHEIGHT:PERCENT:THEME:SUFFIX`
  ///   for each set
  public static void main(String[] arguments) throws Exception {
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    try {
      var showcase = Showcase.in(Files.createTempDirectory("plimsoll-pictures"));
      showcase.release(showcase.folder);
      var damaged =
          Files.writeString(
              showcase.folder.resolve("orders-from-backup.jsonl"), Orders.damaged(1_284, 723));
      for (var i = 1; i < arguments.length; i++) {
        var parts = arguments[i].split(":");
        var size = parts[0].split("x");
        var pictures =
            new Screenshots(
                Path.of(arguments[0]),
                showcase,
                new Look(Look.Theme.valueOf(parts[2]), Integer.parseInt(parts[1])),
                new Screenshots.Frame(
                    Double.parseDouble(size[0]), Double.parseDouble(size[1]), parts[3]));
        take(pictures, damaged);
        pictures.close();
      }
    } finally {
      Platform.exit();
    }
  }

  private static void take(Screenshots pictures, Path damaged) throws Exception {
    pictures.go(new Place.Audit());
    Screenshots.onWindow(() -> {
      ((ListView<?>) pictures.workbench.scene().lookup("#logs")).getSelectionModel().select(1);
      return null;
    });
    Screenshots.settle();
    pictures.perform("Enter");
    show(pictures);
    pictures.picture("chain-own");
    pictures.go(new Place.AuditFile(damaged));
    pictures.perform("Enter");
    show(pictures);
    pictures.picture("chain-damaged");
  }

  private static void show(Screenshots pictures) throws Exception {
    Screenshots.settle();
    Screenshots.onWindow(() -> {
      var picture = pictures.workbench.scene().lookup("#chain-picture");
      for (Node at = picture.getParent(); at != null; at = at.getParent()) {
        if (at instanceof ScrollPane scroller) {
          var content = scroller.getContent();
          var top =
              content.sceneToLocal(picture.localToScene(picture.getBoundsInLocal())).getMinY();
          var spare =
              content.getBoundsInLocal().getHeight() - scroller.getViewportBounds().getHeight();
          scroller.setVvalue(spare <= 0 ? 0 : Math.clamp((top - 20) / spare, 0, 1));
        }
      }
      return null;
    });
  }
}

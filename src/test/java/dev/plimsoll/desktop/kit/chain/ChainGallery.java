package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Picture;
import dev.plimsoll.desktop.kit.Style;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Writes pictures of the picture of a chain: `java ... ChainGallery FOLDER`.
public final class ChainGallery {
  private ChainGallery() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    try {
      draw(Chains.broken(), new Look(Look.Theme.LIGHT, 100), folder.resolve("light.png"));
      draw(Chains.broken(), new Look(Look.Theme.DARK, 100), folder.resolve("dark.png"));
      draw(Chains.team(), new Look(Look.Theme.LIGHT, 200), folder.resolve("light-200.png"));
      draw(Chains.team(), new Look(Look.Theme.LIGHT, 100), folder.resolve("walked.png"), true);
      draw(Chains.million(), new Look(Look.Theme.LIGHT, 100), folder.resolve("million.png"));
    } finally {
      Platform.exit();
    }
  }

  private static void draw(ChainPicture picture, Look look, Path file) throws Exception {
    draw(picture, look, file, false);
  }

  private static void draw(ChainPicture picture, Look look, Path file, boolean walked)
      throws Exception {
    onWindow(() -> {
      var view = new ChainView(Chains.TIMES);
      var all = new VBox(Card.titled("The chain", view));
      all.getStyleClass().addAll(Style.PAGE, Style.PAGE_BODY);
      var scene = new Scene(all, 960, look.percent() > 150 ? 960 : 520);
      look.applyTo(scene);
      var stage = new Stage();
      stage.setScene(scene);
      stage.show();
      view.show(picture);
      if (walked) {
        ((javafx.scene.control.ToggleButton) view.lookup(".right-pill")).fire();
        var canvas = (ChainCanvas) view.keyboard();
        canvas.requestFocus();
        canvas.zoomIn();
        canvas.zoomIn();
        canvas.walk(1);
        canvas.walk(6);
      }
      return scene;
    });
    new CountDownLatch(1).await(700, TimeUnit.MILLISECONDS);
    onWindow(() -> {
      var stage = (Stage) javafx.stage.Window.getWindows().getLast();
      Picture.write(stage.getScene(), 1, file);
      stage.close();
      return null;
    });
  }

  private static <T> T onWindow(Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(1, TimeUnit.MINUTES);
  }
}

package dev.plimsoll.desktop.app;

import java.io.File;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Another program with a file to be dragged out of it, as a file manager is: a small window at the
/// right end of the screen. Says `READY X Y` when it can be dragged from that point.
public final class DragSource {
  private DragSource() {}

  /// @param arguments the file
  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, true);
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.runLater(() -> {
      var file = new Label("a file");
      file.setOnDragDetected(event -> {
        var content = new ClipboardContent();
        content.putFiles(List.of(new File(arguments[0])));
        file.startDragAndDrop(TransferMode.COPY).setContent(content);
        event.consume();
      });
      file.setMinSize(180, 120);
      var stage = new Stage();
      stage.setScene(new Scene(new StackPane(file), 180, 120));
      stage.setX(1300);
      stage.setY(100);
      stage.setOnShown(_ ->
          Platform.runLater(() -> {
            var at = file.localToScreen(90, 60);
            out.println("READY " + (int) at.getX() + " " + (int) at.getY());
          }));
      stage.show();
    });
  }
}

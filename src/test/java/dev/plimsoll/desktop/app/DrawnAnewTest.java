package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.kit.Panel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The layer of the panels, which has to be drawn as a whole for some pictures after a panel came:
/// in a real window, over the pictures that it really draws.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class DrawnAnewTest {
  private static final long EACH = DrawnAnew.PICTURES / 2L;

  private PanelHost panels;
  private final List<Double> seen = new CopyOnWriteArrayList<>();
  private Node layer;

  @Start
  void start(Stage stage) {
    panels = new PanelHost();
    var root = new StackPane(new Label("below"));
    root.getChildren().addAll(panels.layers());
    layer = panels.layers()[1];
    layer.opacityProperty().addListener((_, _, now) -> seen.add(now.doubleValue()));
    stage.setScene(new Scene(root, 600, 400));
    stage.show();
  }

  private void show(FxRobot robot) {
    robot.interact(() -> panels.show(new Panel("Title", new Label("words"))));
  }

  /// How often the layer was a little less than whole, and whole again after it.
  private long changes() {
    return seen.stream().filter(opacity -> opacity > 0.99 && opacity < 1).count();
  }

  private void awaitChanges(long changes) {
    OpenWindow.await(() -> changes() >= changes && layer.getOpacity() == 1);
  }

  private void close(FxRobot robot) {
    robot.interact(panels::close);
    OpenWindow.await(() -> !panels.isShowing());
  }

  @Test
  void everyPanelHasTheWholeLayerDrawnForTheFirstPicturesAndLeavesItWhole(FxRobot robot) {
    for (var n = 1; n <= 2; n++) {
      show(robot);
      awaitChanges(n * EACH);
      drawSomePictures(robot);
      assertThat(changes()).as("and then no more").isEqualTo(n * EACH);
      assertThat(layer.getOpacity()).isEqualTo(1);
      close(robot);
    }
  }

  @Test
  void aPanelThatIsClosedAtOnceEndsItAndTheNextOneHasAllOfIt(FxRobot robot) {
    robot.interact(() -> {
      panels.show(new Panel("Title", new Label("words")));
      panels.close();
    });
    OpenWindow.await(() -> !panels.isShowing());
    drawSomePictures(robot);
    var before = changes();
    assertThat(before).isLessThan(EACH);

    drawSomePictures(robot);
    assertThat(changes()).as("nothing is drawn for a panel that is gone").isEqualTo(before);
    show(robot);
    awaitChanges(before + EACH);
  }

  private static void drawSomePictures(FxRobot robot) {
    var pictures = new CountDownLatch(2 * DrawnAnew.PICTURES);
    var counting =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pictures.countDown();
          }
        };
    robot.interact(counting::start);
    OpenWindow.await(() -> pictures.getCount() == 0);
    robot.interact(counting::stop);
  }
}

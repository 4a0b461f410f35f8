package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.run.Series;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.chart.Sparkline;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ResponsesViewTest {
  private final AtomicLong chosen = new AtomicLong();
  private ResponsesView view;
  private Scene scene;

  @Start
  void start(Stage stage) {
    view = new ResponsesView(chosen::set);
    scene = new Scene(Sheet.on(new StackPane(view)), 520, 420);
    new Look(Look.Theme.LIGHT, 100).applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aFrameOfTenThousandResponsesDrawsNoMoreThanOneOfAFewHundred(FxRobot robot) {
    for (var count = 100; count <= 10_000; count += 100) {
      var now = SeriesOf.responses(count, 7);
      robot.interact(() -> {
        view.show(now, 10_000);
        scene.getRoot().layout();
      });
    }
    robot.interact(() -> {
      assertThat(view.shown()).isEqualTo(200);
      assertThat(view.lookupAll(".sample-cell").size()).isLessThan(60);
      var strokes =
          view.lookupAll(".sparkline > Path").stream()
              .mapToInt(path -> ((Path) path).getElements().size())
              .sum();
      assertThat(strokes).isPositive().isLessThan(240 * 6);
    });
  }

  @Test
  void onlyTheFailedOnesAreOneClickAwayAndSaidInWordsAndInAnotherShape(FxRobot robot) {
    robot.interact(() -> view.show(SeriesOf.responses(300, 3), 0));
    robot.interact(() -> {
      view.lookupAll(".toggle-button").forEach(node -> ((ToggleButton) node).fire());
      assertThat(view.shown()).isEqualTo(3);
      var rows = (ListView<?>) view.lookup(".list-view");
      assertThat(rows.getItems()).hasSize(3);
      var picture = (Sparkline) view.lookup(".sparkline");
      assertThat(picture.getAccessibleRole()).isEqualTo(AccessibleRole.IMAGE_VIEW);
      assertThat(picture.getAccessibleText())
          .isEqualTo(
              "300 responses · 3 failed. Fastest 0.9 ms · half within 1.4 ms · 95 % within 3.9 ms"
                  + " · slowest 5.0 ms");
      scene.getRoot().layout();
      var crosses = (Path) view.lookup(".spark-cross");
      assertThat(crosses.getElements()).isNotEmpty();
    });
  }

  @Test
  void aRowThatFailedSaysWhatWasMissedAndLeadsToItsExchange(FxRobot robot) {
    robot.interact(() -> view.show(SeriesOf.responses(300, 3), 0));
    robot.interact(() -> {
      view.lookupAll(".toggle-button").forEach(node -> ((ToggleButton) node).fire());
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      var rows = (ListView<?>) view.lookup(".list-view");
      assertThat(view.lookupAll(".sample-cell .label"))
          .extracting(node -> ((Label) node).getText())
          .contains("GET /search", "Expected status == 200, saw 500.");
      assertThat(view.lookupAll(".sample-cell"))
          .extracting(Node::getAccessibleText)
          .contains(
              "GET /search, number 1, 500, 9 bytes, 4.0 ms, failed: Expected status == 200, saw"
                  + " 500.");
      rows.getSelectionModel().select(1);
    });
    assertThat(chosen).hasValue(2);
  }

  @Test
  void anotherAttemptStartsOver(FxRobot robot) {
    robot.interact(() -> {
      view.show(SeriesOf.responses(300, 3), 0);
      view.show(Series.NONE, 0);
      view.show(SeriesOf.responses(1, 0), 0);
      assertThat(view.shown()).isOne();
    });
  }
}

package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Look;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// The bar with the gate's word in a small window.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class GateBarTest {
  /// What the places at the left leave of 1024 pixels.
  private static final double SMALL = 820;

  @Test
  void theGatesWordIsWholeInASmallWindow(FxRobot robot) {
    robot.interact(() -> {
      var gate =
          new GateBar(
              () -> {},
              List.of(
                  action("Run all checks", "Ctrl+Enter"),
                  action("Run what failed", "Ctrl+R"),
                  action("Pause", "P"),
                  action("Finish checklist", "F")),
              Set.of());
      var views = Views.of();
      for (var step = 0; step < 18; step++) {
        views.check("step-" + step, step < 6 ? Standing.FAILED : Standing.NOT_RUN);
      }
      gate.show(views.view());
      var bar = gate.bar();
      var scene = new Scene(bar, SMALL, 100);
      new Look(Look.Theme.LIGHT, 100).applyTo(scene);
      bar.applyCss();
      bar.resize(SMALL, bar.prefHeight(SMALL));
      bar.layout();

      var words =
          bar.lookupAll(".label").stream()
              .map(Label.class::cast)
              .filter(label -> label.getText().startsWith("6 failed"))
              .findFirst()
              .orElseThrow();
      assertThat(words.getText()).isEqualTo("6 failed steps, 12 still open.");
      assertThat(words.getWidth()).isGreaterThanOrEqualTo(words.prefWidth(-1));
    });
  }

  private static Action action(String name, String keys) {
    return Action.always(name, keys, () -> {});
  }
}

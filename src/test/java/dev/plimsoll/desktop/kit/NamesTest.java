package dev.plimsoll.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class NamesTest {
  private static final String LONG = "customer-operations-nightly-full_20261121_020000.tar.zst";

  private Label name;
  private Label plain;
  private Scene scene;

  @Start
  void start(Stage stage) {
    name = Texts.name(LONG);
    plain = Texts.name("a.zip");
    scene = new Scene(new VBox(name, plain), 160, 100);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aLongNameIsCutInItsMiddleAndNotBroken(FxRobot robot) {
    Settle.window(robot, scene);
    robot.interact(() -> {
      assertThat(name.getHeight()).isEqualTo(plain.getHeight());
      assertThat(((Text) name.lookup(".text")).getText())
          .startsWith("customer")
          .endsWith(".tar.zst")
          .contains("...");
      assertThat(name.getTooltip().getText()).isEqualTo(LONG);
      assertThat(name.getAccessibleText()).isEqualTo(LONG);
    });
  }
}

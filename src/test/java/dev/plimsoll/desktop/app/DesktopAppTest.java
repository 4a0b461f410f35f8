package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

@Tag("ui")
class DesktopAppTest {
  @Test
  void opensAWindowWithTheNameOfTheProduct() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxToolkit.setupApplication(DesktopApp.class);
    assertThat(stage.isShowing()).isTrue();
    assertThat(stage.getTitle()).startsWith("Plimsoll");
  }

  @AfterAll
  static void close() throws Exception {
    FxToolkit.cleanupStages();
  }
}

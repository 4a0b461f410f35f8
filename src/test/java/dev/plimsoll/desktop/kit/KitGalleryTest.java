package dev.plimsoll.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class KitGalleryTest {
  private final List<StandingBadge> badges = new ArrayList<>();
  private final List<StandingDot> dots = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();
  private Scene scene;
  private StripPane strip;

  @Start
  void start(Stage stage) {
    var row = new FlowPane(8, 8);
    for (var standing : Standing.values()) {
      var badge = new StandingBadge(standing);
      var dot = new StandingDot(VerbKind.CHECK, standing);
      badges.add(badge);
      dots.add(dot);
      row.getChildren().add(new HBox(6, dot, new StandingDot(VerbKind.QUESTION, standing), badge));
    }
    var clauses =
        List.of(
            new Decision.Clause(Decision.Weight.MET, "Unit tests passed.", "unit", Standing.PASSED),
            new Decision.Clause(
                Decision.Weight.FAILED, "Lint has 2 errors.", "lint", Standing.FAILED));
    var decision =
        new Decision.NoGo(clauses, new Decision.Completion(Decision.Ending.INCOMPLETE, 0));
    var header = new PageHeader("customer-ops v1.5.0");
    header.chips(List.of(new Chip("minor", Tone.INFO), new Chip("candidate 2", Tone.CAUTION)));
    header.factTexts("37 commits since v1.4.2", "target production");
    var body =
        new VBox(
            Card.titled("Standings", row),
            new ErrorPanel(
                Problem.of("Chain not readable", "ops.jsonl, line 40 is cut off.", "Restore it.")),
            new CopyField("Command", "ssh-keygen -Y verify -f allowed_signers"));
    body.getStyleClass().add(Style.PAGE_BODY);
    strip =
        new StripPane("Steps", StripPane.scrolled(body), "Gate", new Gate(decision, opened::add));
    var bar = new BottomBar();
    bar.says(new StandingBadge(decision), Texts.text("1 failed step."));
    bar.offers(KeyHint.button(Action.always("Pause", "P", () -> {})));
    VBox.setVgrow(strip, javafx.scene.layout.Priority.ALWAYS);
    var page = new VBox(header, strip, bar);
    page.getStyleClass().add(Style.PAGE);
    scene = new Scene(page, 980, 680);
    new Look(Look.Theme.LIGHT, 100).applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void everyStandingHasColourIconAndWord() {
    assertThat(badges).hasSize(Standing.values().length);
    for (var badge : badges) {
      assertThat(badge.getText()).isNotBlank();
      assertThat(badge.getGraphic()).isNotNull();
      assertThat(badge.getBackground().getFills()).isNotEmpty();
      assertThat(badge.getStyleClass()).anyMatch(styleClass -> styleClass.startsWith("tone-"));
    }
    assertThat(dots).allMatch(dot -> dot.getAccessibleText() != null);
  }

  @Test
  void aReasonOfTheGateLeadsToItsStep(FxRobot robot) {
    Settle.click(robot, scene, "Lint has 2 errors.");
    assertThat(opened).containsExactly("lint");
  }

  @Test
  void theStripFoldsIntoATabWhenTextGrowsAndNothingIsLost(FxRobot robot) {
    assertThat(strip.isFolded()).isFalse();
    robot.interact(() -> {
      new Look(Look.Theme.DARK, 200).applyTo(scene);
      scene.getRoot().layout();
    });
    assertThat(strip.isFolded()).isTrue();
    Settle.click(robot, scene, "Gate");
    assertThat(robot.lookup("Lint has 2 errors.").query().getParent().getParent().isVisible())
        .isTrue();
  }
}

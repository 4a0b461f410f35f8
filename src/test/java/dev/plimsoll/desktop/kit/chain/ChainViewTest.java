package dev.plimsoll.desktop.kit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Axis;
import dev.plimsoll.core.model.ChainPicture.Extent;
import dev.plimsoll.core.model.ChainPicture.Kind;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Settle;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ChainViewTest {
  private Scene scene;
  private ChainView view;
  private ChainCanvas canvas;

  @Start
  void start(Stage stage) {
    view = new ChainView(Chains.TIMES);
    canvas = (ChainCanvas) view.keyboard();
    scene = new Scene(new VBox(view), 960, 520);
    new Look(Look.Theme.LIGHT, 100).applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void show(FxRobot robot, ChainPicture picture) {
    robot.interact(() -> {
      view.show(picture);
      canvas.requestFocus();
    });
    Settle.window(robot, scene);
  }

  private void fired(FxRobot robot, KeyCode key) {
    robot.interact(() ->
        canvas.fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.press(keys);
    robot.release(keys);
  }

  @Test
  void aMillionEntriesAreWalkedFromMarkToMarkByKeyboardAlone(FxRobot robot) {
    show(robot, Chains.million());
    assertThat(canvas.chosen().kind()).isEqualTo(Kind.BROKEN);
    assertThat(view.told()).contains("Entry 654321 was changed · entry 654,321");
    press(robot, KeyCode.HOME);
    assertThat(canvas.chosen().words()).isEqualTo("The log begins");
    press(robot, KeyCode.RIGHT);
    assertThat(canvas.chosen().place().firstEntry()).isPositive();
    assertThat(canvas.getAccessibleText())
        .contains(view.told().replaceFirst(".* of [0-9]+ · ", ""));
    press(robot, KeyCode.LEFT);
    assertThat(view.told()).startsWith("1 of ").contains("The log begins");
    press(robot, KeyCode.END);
    assertThat(canvas.chosen().place().lastEntry()).isGreaterThan(999_000);
  }

  @Test
  void plusMinusAndNoughtZoomAndShiftMoves(FxRobot robot) {
    show(robot, Chains.team());
    var all = canvas.view();
    press(robot, KeyCode.EQUALS);
    assertThat(canvas.view().magnification()).isGreaterThan(1);
    // not every keyboard has these two as keys of their own
    fired(robot, KeyCode.PLUS);
    fired(robot, KeyCode.ADD);
    assertThat(canvas.view().magnification()).isGreaterThan(3);
    var from = canvas.view().from();
    press(robot, KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(canvas.view().from()).isGreaterThan(from);
    press(robot, KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(canvas.view().from()).isLessThanOrEqualTo(from + 1);
    press(robot, KeyCode.MINUS);
    press(robot, KeyCode.DIGIT0);
    assertThat(canvas.view()).isEqualTo(all);
  }

  @Test
  void walkingWhenZoomedBringsTheMarkIntoSight(FxRobot robot) {
    show(robot, Chains.team());
    for (var i = 0; i < 8; i++) {
      press(robot, KeyCode.EQUALS);
    }
    assertThat(canvas.view().magnification()).isGreaterThan(3);
    press(robot, KeyCode.END);
    var at = canvas.chosen().place().lastTime();
    assertThat((double) at).isBetween(canvas.view().from(), canvas.view().to());
  }

  @Test
  void itIsDrawnAlongItsEntriesToo(FxRobot robot) {
    show(robot, Chains.team());
    Settle.click(robot, scene, ".right-pill");
    assertThat(canvas.view().axis()).isEqualTo(Axis.ENTRIES);
    // pressed again it stays
    Settle.click(robot, scene, ".right-pill");
    assertThat(((ToggleButton) view.lookup(".right-pill")).isSelected()).isTrue();
  }

  @Test
  void whatLiesUnderThePointerIsTold(FxRobot robot) {
    show(robot, Chains.broken());
    var rows =
        new LaneRows(
            ((javafx.scene.control.Label) view.lookup("#chain-line")).getFont().getSize(),
            Lane.of(Chains.broken()),
            true);
    var anchors = canvas.getHeight() - 3.2 * rows.em();
    assertThat(canvas.under(canvas.getWidth() - 5, anchors)).contains("1,837 entries");
    assertThat(canvas.under(canvas.getWidth() * 0.25, anchors)).startsWith("Cosigned by a witness");
    assertThat(canvas.under(3, 3)).contains("first bad entry is 1,020");
  }

  @Test
  void theColoursAreTheStyleSheetsInLightAndDark(FxRobot robot) {
    show(robot, Chains.team());
    var light = canvas.ink(Ink.TEXT);
    assertThat(light.getBrightness()).isLessThan(0.4);
    robot.interact(() -> new Look(Look.Theme.DARK, 100).applyTo(scene));
    Settle.window(robot, scene);
    assertThat(canvas.ink(Ink.TEXT).getBrightness()).isGreaterThan(0.7);
    for (var ink : Ink.values()) {
      assertThat(canvas.ink(ink)).as(ink.property()).isNotEqualTo(Color.GRAY);
    }
  }

  @Test
  void aChainOfNothingIsSaidToBeEmpty(FxRobot robot) {
    show(
        robot,
        new ChainPicture(new Extent(0, 0, 0), List.of(), List.of(), List.of(), List.of(), null));
    assertThat(view.told()).isEqualTo("The chain has no entry.");
    press(robot, KeyCode.RIGHT);
    press(robot, KeyCode.PLUS);
    assertThat(view.told()).isEqualTo("The chain has no entry.");
  }
}

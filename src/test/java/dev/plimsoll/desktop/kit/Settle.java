package dev.plimsoll.desktop.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Lets a window come to rest before the mouse aims at something in it: a busy machine may deliver
/// a click between two layouts.
public final class Settle {
  private Settle() {}

  /// Style and layout are up to date when this returns.
  public static void window(FxRobot robot, Scene scene) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Settles the window, then clicks on the node that `query` finds (`#id`, `.style`, or a text).
  public static void click(FxRobot robot, Scene scene, String query) {
    window(robot, scene);
    robot.clickOn(query);
    window(robot, scene);
  }

  public static void click(FxRobot robot, Scene scene, Node node) {
    window(robot, scene);
    robot.clickOn(node);
    window(robot, scene);
  }
}

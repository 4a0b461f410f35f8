package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.FilePicker;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Picture;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Settle;
import dev.plimsoll.desktop.task.TaskRunner;
import dev.plimsoll.desktop.task.WindowTicker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The real window over a real repository, for tests: everything is as in the program but the file
/// choosers, which answer from a list.
final class OpenWindow implements AutoCloseable, FilePicker {
  final Showcase showcase;
  final Plimsoll plimsoll;
  final List<Path> picks = new ArrayList<>();
  final Workbench workbench;
  private final WindowTicker ticker = new WindowTicker(TaskRunner.windowThread());

  /// On the window's thread.
  OpenWindow(Stage stage, Showcase showcase, Arrival arrival) {
    this.showcase = showcase;
    this.plimsoll = showcase.open();
    this.workbench = new Workbench(plimsoll, arrival, TaskRunner.ofWindow(), ticker, this);
    new Look(Look.Theme.LIGHT, 100).applyTo(scene());
    stage.setScene(scene());
    stage.setWidth(980);
    stage.setHeight(700);
    workbench.begin();
    stage.show();
  }

  Scene scene() {
    return workbench.scene();
  }

  void go(FxRobot robot, Place place) {
    robot.interact(() -> workbench.journey().go(place));
  }

  /// Waits until `query` finds a visible node, and returns it.
  Node find(FxRobot robot, String query) {
    try {
      await(() -> !onWindow(() -> seen(robot, query)).isEmpty());
    } catch (AssertionError late) {
      throw new AssertionError("not seen: " + query + "; see " + picture(robot), late);
    }
    Settle.window(robot, scene());
    return onWindow(() -> seen(robot, query)).getFirst();
  }

  /// Whether `query` finds nothing at all, seen or not.
  static boolean isGone(FxRobot robot, String query) {
    return onWindow(() -> robot.lookup(query).tryQuery().isEmpty());
  }

  private static List<Node> seen(FxRobot robot, String query) {
    return robot.lookup(query).queryAll().stream().filter(OpenWindow::isSeen).toList();
  }

  /// Looks from the window's own thread: from any other, the tree may change under the look.
  private static <T> T onWindow(Callable<T> look) {
    try {
      return WaitForAsyncUtils.asyncFx(look).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError("the window did not answer", failed);
    }
  }

  void click(FxRobot robot, String query) {
    var node = find(robot, query);
    robot.interact(() -> reveal(node));
    Settle.click(robot, scene(), node);
  }

  /// Scrolls to the node, as a person would.
  private static void reveal(Node node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane scroller && scroller.getContent() != null) {
        var content = scroller.getContent();
        var top = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
        var spare =
            content.getBoundsInLocal().getHeight() - scroller.getViewportBounds().getHeight();
        scroller.setVvalue(spare <= 0 ? 0 : Math.clamp((top - 40) / spare, 0, 1));
      }
    }
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Path picture(FxRobot robot) {
    var file = Path.of("target", "window-" + showcase.folder.getFileName() + ".png");
    robot.interact(() -> {
      try {
        Picture.write(scene(), 1, file);
      } catch (IOException unwritten) {
        throw new UncheckedIOException(unwritten);
      }
    });
    return file.toAbsolutePath();
  }

  static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    } catch (TimeoutException late) {
      throw new AssertionError("it did not happen within half a minute", late);
    }
  }

  @Override
  public void close() {
    workbench.close();
    ticker.close();
    plimsoll.close();
  }

  @Override
  public Optional<Path> folder(String title, @Nullable Path start) {
    return next();
  }

  @Override
  public Optional<Path> file(String title, List<String> patterns) {
    return next();
  }

  @Override
  public List<Path> files(String title) {
    return next().stream().toList();
  }

  @Override
  public Optional<Path> saveAs(String title, String suggestedName) {
    return next();
  }

  private Optional<Path> next() {
    return picks.isEmpty() ? Optional.empty() : Optional.of(picks.removeFirst());
  }
}

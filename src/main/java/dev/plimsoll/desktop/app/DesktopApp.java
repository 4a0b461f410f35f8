package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Installation;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.Version;
import dev.plimsoll.desktop.task.TaskRunner;
import dev.plimsoll.desktop.task.WindowTicker;
import java.time.Clock;
import java.time.ZoneId;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop application.
public final class DesktopApp extends Application {
  private @Nullable WindowTicker ticker;
  private @Nullable Plimsoll plimsoll;
  private @Nullable Workbench workbench;

  /// Opens the window and returns when it is closed. Where there is no display, says in one
  /// sentence what to do instead and returns at once.
  public static void open(String... args) {
    if (!displayExists()) {
      System.out.println(
          "There is no display to open a window on; `mvn -q -Dargs=demo` (or `plimsoll demo`)"
              + " walks the sample in this terminal.");
      return;
    }
    launch(DesktopApp.class, args);
  }

  @Override
  public void start(Stage stage) {
    var installation =
        Installation.ofSystem(
            System.getenv(), Clock.system(ZoneId.systemDefault()), Version.tool());
    var opened = Plimsoll.open(installation);
    var beats = new WindowTicker(TaskRunner.windowThread());
    var contents =
        new Workbench(
            opened,
            Arrival.of(getParameters().getRaw()),
            TaskRunner.ofWindow(),
            beats,
            new NativePicker(stage));
    Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> contents.tell(thrown));
    plimsoll = opened;
    ticker = beats;
    workbench = contents;
    stage.setTitle("Plimsoll");
    stage.setMinWidth(720);
    stage.setMinHeight(520);
    stage.setScene(contents.scene());
    stage.setOnCloseRequest(event -> {
      if (!contents.mayClose(stage::close)) {
        event.consume();
      }
    });
    contents.begin();
    stage.show();
  }

  /// Pauses what is under way, so that nothing is lost.
  @Override
  public void stop() {
    if (workbench != null) {
      workbench.close();
    }
    if (ticker != null) {
      ticker.close();
    }
    if (plimsoll != null) {
      plimsoll.close();
    }
  }

  private static boolean displayExists() {
    return !System.getProperty("os.name", "").startsWith("Linux")
        || "Headless".equals(System.getProperty("glass.platform"))
        || isSet("DISPLAY")
        || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }
}

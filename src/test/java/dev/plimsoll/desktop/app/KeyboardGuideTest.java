package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.Orders;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The guide to the keys says what the pages answer to, page by page.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class KeyboardGuideTest {
  private static final Path GUIDE = Path.of("docs/guides/keyboard.md");

  private OpenWindow window;
  private Path bundle;
  @TempDir Path folder;

  @Start
  void start(Stage stage) throws Exception {
    var showcase = Showcase.in(folder);
    bundle = showcase.release(folder);
    window = new OpenWindow(stage, showcase, new Arrival.ToWork());
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  @Test
  void everyKeyOfEveryPageIsInTheGuideAndNoOther(FxRobot robot) throws Exception {
    var root = window.showcase.repository;
    var pages = new LinkedHashMap<String, Place>();
    pages.put("Home", new Place.Home());
    pages.put("Project", new Place.Project(root));
    pages.put("Release", new Place.Release(root, Showcase.VERSION));
    pages.put("Checklist", new Place.ChecklistRun(root, "1.6.0", "pre-release"));
    pages.put("Audit chains", new Place.Audit());
    pages.put("Backups", new Place.Backups());
    pages.put("History", new Place.History());
    pages.put("Record", new Place.RecordFile(bundle));
    pages.put("Settings", new Place.Settings());
    var said = sections();
    for (var page : pages.entrySet()) {
      window.go(robot, page.getValue());
      var expected = said.getOrDefault(page.getKey(), Set.of());
      OpenWindow.await(() -> page.getKey().equals("Checklist") ? shown().size() > 6 : true);
      assertThat(shown()).as(page.getKey()).isEqualTo(expected);
    }
    assertThat(rows(window.workbench.everywhere())).isEqualTo(said.get("Everywhere"));
    window.go(robot, new Place.AuditFile(log()));
    OpenWindow.await(() -> perform(robot, "T") && !shown().equals(said.get("Audit chains")));
    assertThat(shown()).isEqualTo(said.get("Recipe editor"));
  }

  private Path log() throws Exception {
    return Files.writeString(folder.resolve("orders.jsonl"), Orders.whole(3));
  }

  private boolean perform(FxRobot robot, String keys) {
    var done = new java.util.concurrent.atomic.AtomicBoolean();
    robot.interact(() -> {
      var screen = window.workbench.journey().screen().get();
      done.set(
          screen != null
              && List.copyOf(screen.actions()).stream()
                  .anyMatch(action -> keys.equals(action.keys()) && action.perform()));
    });
    return done.get();
  }

  private Set<String> shown() {
    var screen = window.workbench.journey().screen().get();
    return screen == null ? Set.of() : rows(List.copyOf(screen.actions()));
  }

  private static Set<String> rows(List<Action> actions) {
    return actions.stream()
        .filter(action -> action.keys() != null)
        .map(action -> "| `" + action.keys() + "` | " + action.name() + " |")
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<String, Set<String>> sections() throws Exception {
    var sections = new LinkedHashMap<String, Set<String>>();
    var heading = "";
    for (var line : Files.readAllLines(GUIDE)) {
      if (line.startsWith("## ")) {
        heading = line.substring(3).strip();
      } else if (line.startsWith("| `")) {
        sections.computeIfAbsent(heading, _ -> new LinkedHashSet<>()).add(line.strip());
      }
    }
    return sections;
  }
}

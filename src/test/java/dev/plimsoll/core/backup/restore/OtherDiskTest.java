package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.backup.MemberPaths;
import dev.plimsoll.core.backup.restore.Recovered.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A set with a file that lies outside the project, on another file system: in memory.
class OtherDiskTest {
  @TempDir Path folder;
  private Path elsewhere;
  private Yard yard;

  @BeforeEach
  void project() throws Exception {
    elsewhere = Files.createTempDirectory(Path.of("/dev/shm"), "plimsoll-test-");
    yard = yard("first");
  }

  private Yard yard(String name) throws IOException {
    Files.writeString(elsewhere.resolve("app.yaml"), "limit: 1\n");
    var made = new Yard(folder.resolve(name));
    made.sources = List.of("audit", "config", "data", elsewhere.toString());
    var paths = new ArrayList<>(Yard.ALL);
    paths.add(MemberPaths.outside(elsewhere.resolve("app.yaml")));
    made.engine().save("both", made, paths);
    Files.writeString(elsewhere.resolve("app.yaml"), "limit: 2\n");
    made.write("config/app.yaml", "limit: 2\n");
    return made;
  }

  @AfterEach
  void away() throws Exception {
    Durable.remove(elsewhere);
  }

  private Restored restore(Yard yard, Consumer<String> points) throws Exception {
    var origin = BackupOrigin.of(yard.engine(), "both");
    var plan = new Planning(yard.site(), origin, yard.files()).plan(Choice.ALL, List.of());
    return new RestoreWork(yard.set(), yard.site(), origin, plan, Yard.answer(plan))
        .watched(points)
        .run();
  }

  @Test
  void itIsPutBackAndUndoneWithTheOthers() throws Exception {
    assertThat(Files.getFileStore(elsewhere)).isNotEqualTo(Files.getFileStore(folder));

    restore(yard, point -> {});
    assertThat(elsewhere.resolve("app.yaml")).hasContent("limit: 1");
    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 1\n");
    assertThat(elsewhere).isDirectoryNotContaining("glob:**.plimsoll");

    yard.undo();
    assertThat(elsewhere.resolve("app.yaml")).hasContent("limit: 2");
    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 2\n");
  }

  @Test
  void aCrashInTheMiddleIsFinished() throws Exception {
    var path = MemberPaths.outside(elsewhere.resolve("app.yaml"));
    for (var point : List.of("put " + path, "put config/app.yaml", "put all")) {
      var cut = yard("cut" + point.length());
      try {
        restore(
            cut,
            reached -> {
              if (reached.equals(point)) {
                throw new AssertionError("cut");
              }
            });
      } catch (IllegalStateException carried) {
        assertThat(carried).hasRootCauseMessage("cut");
      }

      assertThat(new Recovery(cut.root).run().orElseThrow().end()).isEqualTo(End.FINISHED);

      assertThat(elsewhere.resolve("app.yaml")).hasContent("limit: 1");
      assertThat(cut.read("config/app.yaml")).isEqualTo("limit: 1\n");
    }
  }

  @Test
  void whereItCannotBeFinishedAllIsTakenBackThereToo() throws Exception {
    try {
      restore(
          yard,
          reached -> {
            if (reached.equals("put all")) {
              throw new AssertionError("cut");
            }
          });
    } catch (IllegalStateException carried) {
      assertThat(carried).hasRootCauseMessage("cut");
    }
    // what was put in place is gone again, and lies ready no more
    Files.delete(elsewhere.resolve("app.yaml"));
    Files.writeString(elsewhere.resolve(".app.yaml.plimsoll"), "half");

    assertThat(new Recovery(yard.root).run().orElseThrow().end()).isEqualTo(End.UNDONE);

    assertThat(elsewhere.resolve("app.yaml")).hasContent("limit: 2");
    assertThat(elsewhere).isDirectoryNotContaining("glob:**.plimsoll");
    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 2\n");
  }
}

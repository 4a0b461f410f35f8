package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.BackupAct.LogsMoved;
import dev.plimsoll.core.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreWorkTest {
  @TempDir Path folder;
  private Yard yard;

  @BeforeEach
  void project() throws Exception {
    yard = new Yard(folder);
  }

  @Test
  void everyFileIsPutBackAndWhatTheBackupDoesNotHaveStays() throws Exception {
    var old = yard.state();
    yard.live();

    var restored = yard.restore();

    var now = yard.state();
    assertThat(now).containsAllEntriesOf(old).containsKey("config/new.yaml");
    assertThat(now).as("it belonged to another main file").doesNotContainKey("data/app.db-wal");
    assertThat(Sqlite.rows(yard.root.resolve("data/app.db"))).isEqualTo(100);
    assertThat(restored.size().files()).isEqualTo(5);
    assertThat(restored.sentence()).isEqualTo("5 files were put back from " + Yard.BACKUP + ".");
    assertThat(yard.debris()).isEmpty();
  }

  @Test
  void thePlanSaysWhatWouldChangeAndChangesNothing() throws Exception {
    yard.live();
    var before = yard.state();

    var plan = yard.plan();

    assertThat(plan.sentence())
        .isEqualTo(
            "4 files: 3 differ, 1 is missing now, 0 the same; 1 that the backup does not have stays"
                + " as it is.");
    assertThat(plan.stays()).containsExactly("config/new.yaml");
    assertThat(yard.state()).isEqualTo(before);
  }

  @Test
  void entriesThatWouldBeLostAreTypedByTheirNumber() throws Exception {
    yard.live();
    var plan = yard.plan();

    assertThat(plan.ask()).isEqualTo(new RestorePlan.Ask.Count(3));
    assertThat(plan.ask().sentence()).isEqualTo("3 entries would be lost. Type 3 to confirm that.");
    for (var wrong : List.of("", "yes", "2", "03")) {
      assertThatThrownBy(() -> yard.restore(plan, Consent.typed(wrong)).run())
          .isInstanceOf(Problem.class)
          .hasMessageContaining("Type 3");
    }
    var restored = yard.restore(plan, Consent.typed(" 3 ")).run();

    var log = plan.logs().getFirst();
    assertThat(restored.logs())
        .containsExactly(
            new LogsMoved("audit/ops.jsonl", 13, log.headNow(), 10, log.kept().head(), 3));
    assertThat(log.headNow()).isNotNull().isNotEqualTo(log.kept().head());
  }

  @Test
  void modesAndTimesAreThoseOfTheBackup() throws Exception {
    var time = Files.getLastModifiedTime(yard.root.resolve("config/run.sh")).toMillis();
    yard.live();

    yard.restore();

    var file = yard.root.resolve("config/run.sh");
    assertThat(Present.mode(file)).isEqualTo(0750);
    assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(time);
  }

  @Test
  void filesThatAreTheSameAreLeftAlone() throws Exception {
    var inode = Files.getAttribute(yard.root.resolve("config/app.yaml"), "unix:ino");
    yard.write("config/run.sh", "other");

    var restored = yard.restore();

    assertThat(restored.size().files()).isEqualTo(1);
    assertThat(Files.getAttribute(yard.root.resolve("config/app.yaml"), "unix:ino"))
        .isEqualTo(inode);
  }

  @Test
  void nothingHasToBeChangedWhereAllIsTheSame() throws Exception {
    var restored = yard.restore();

    assertThat(restored.undo()).isEmpty();
    assertThat(restored.sentence()).startsWith("Nothing had to be changed");
  }

  @Test
  void onlyWhatWasChosenIsPutBack() throws Exception {
    yard.live();
    var plan = yard.plan(new Choice(Set.of("config")));

    yard.restore(plan, Consent.PLAIN).run();

    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 1\n");
    assertThat(Sqlite.rows(yard.root.resolve("data/app.db"))).isNotEqualTo(100);
    assertThat(yard.read("audit/ops.jsonl").lines()).hasSize(13);
  }

  @Test
  void emptyFoldersComeBackWithTheirMode() throws Exception {
    Files.delete(yard.root.resolve("notes"));

    yard.restore();

    assertThat(yard.root.resolve("notes")).isDirectory();
  }

  @Test
  void commandsRunBeforeAndAfter() throws Exception {
    yard.live();
    yard.before.add(List.of("sh", "-c", "cp config/app.yaml seen-before"));
    yard.after.add(List.of("sh", "-c", "cp config/app.yaml seen-after"));

    yard.restore();

    assertThat(yard.read("seen-before")).isEqualTo("limit: 2\n");
    assertThat(yard.read("seen-after")).isEqualTo("limit: 1\n");
  }

  @Test
  void aCommandBeforeThatFailsLeavesEverythingAsItIs() throws Exception {
    yard.live();
    yard.before.add(List.of("sh", "-c", "echo no such service >&2; exit 4"));
    yard.after.add(List.of("sh", "-c", "echo started >> started"));
    var before = yard.state();

    assertThatThrownBy(yard::restore)
        .hasMessageContaining("A command before failed: sh ended with 4: no such service")
        .hasMessageContaining("Nothing was changed.");

    assertThat(yard.read("started")).as("services are not left down").isEqualTo("started\n");
    Files.delete(yard.root.resolve("started"));
    assertThat(yard.state()).isEqualTo(before);
    assertThat(yard.debris()).isEmpty();
  }

  @Test
  void aCommandAfterThatFailsIsSaidAndTheFilesStay() throws Exception {
    yard.live();
    yard.after.add(List.of("no-such-program-here"));
    yard.after.add(List.of("sh", "-c", "touch second"));

    var restored = yard.restore();

    assertThat(restored.sentence()).contains("A command after failed: no-such-program-here");
    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 1\n");
    assertThat(yard.root.resolve("second")).exists();
  }

  @Test
  void gitSeesNothingOfTheUndoFolder() throws Exception {
    assertThat(git("init", "-q", "-b", "main")).isEmpty();
    git("add", ".");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "all");
    yard.write("config/app.yaml", "limit: 9\n");

    yard.restore();

    assertThat(yard.root.resolve(UndoFolder.NAME)).isDirectory();
    assertThat(git("status", "--porcelain")).isEmpty();
  }

  private String git(String... words) throws Exception {
    var command = new ArrayList<>(List.of("git", "-C", yard.root.toString()));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}

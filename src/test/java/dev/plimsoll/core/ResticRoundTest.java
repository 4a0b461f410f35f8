package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.RestorePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Several snapshots of a restic repository at once: verified, and removed by the keep rules. The
/// installed restic is called through a script that writes down its words, or fails halfway.
@Timeout(300)
class ResticRoundTest {
  private static final String RESTIC =
      "engine: restic\nrepository: ../restic\npassword: RESTIC_KEY";

  @TempDir Path folder;

  private BackupYard yard(String script) throws IOException, InterruptedException {
    var yard = BackupYard.in(folder, RESTIC);
    var bin = Files.createDirectories(folder.resolve("bin"));
    var path = System.getenv("PATH");
    var restic = bin.resolve("restic");
    Files.writeString(
        restic,
        "#!/bin/sh\nlog='"
            + folder.resolve("asked")
            + "'\nPATH='"
            + path
            + "'\necho \"$1 $2\" >> \"$log\"\n"
            + script
            + "exec restic \"$@\"\n");
    assertThat(restic.toFile().setExecutable(true)).isTrue();
    yard.sandbox.environment.put("PATH", bin + ":" + path);
    return yard;
  }

  private List<String> asked(String word) throws IOException {
    return Files.readAllLines(folder.resolve("asked")).stream()
        .filter(line -> line.startsWith(word + " "))
        .toList();
  }

  private static void threeBackups(BackupDesk desk, BackupYard yard) throws Exception {
    for (var n = 0; n < 3; n++) {
      yard.line("number " + n);
      desk.take("shop", new BackupDesk.Taking(true, false, null)).run();
    }
  }

  @Test
  void theRepositoryIsReadOnceForAllOfItsSnapshots() throws Exception {
    try (var yard = yard("");
        var plimsoll = yard.sandbox.open();
        var project = plimsoll.project(yard.sandbox.repository)) {
      var desk = project.backups();
      yard.line("first");
      desk.take("shop", BackupDesk.Taking.USUAL).run();
      yard.line("second");
      desk.take("shop", BackupDesk.Taking.USUAL).run();
      Files.delete(folder.resolve("asked"));

      var all = desk.verifyAll("shop").run();

      assertThat(all).hasSize(2).allMatch(Acted::isDone);
      assertThat(asked("check")).containsExactly("check --read-data");
      assertThat(asked("dump")).as("a manifest and the files of each").hasSize(4);
    }
  }

  @Test
  void whatIsRemovedTellsHowMuchRoomThatGave() throws Exception {
    try (var yard = yard("");
        var plimsoll = yard.sandbox.open();
        var project = plimsoll.project(yard.sandbox.repository)) {
      var desk = project.backups();
      threeBackups(desk, yard);

      var removal =
          desk.told("shop").stream()
              .filter(told -> told.act().what() == What.PRUNE && told.isEnded())
              .findFirst()
              .orElseThrow()
              .act();

      assertThat(removal.ending()).isEqualTo(Ending.DONE);
      assertThat(removal.figures().removed()).hasSize(1);
      assertThat(removal.figures().stored()).isPositive();
      assertThat(removal.figures().sentence()).contains("1 backup was removed, ");
    }
  }

  @Test
  void aRemovalThatFailsHalfwayAsksTheRepositoryWhatIsGone() throws Exception {
    var half =
        """
        if [ "$1" = forget ] && [ -e "${log%asked}half" ]; then
          restic forget "$3" && echo 'Fatal: the line broke' >&2
          exit 1
        fi
        """;
    try (var yard = yard(half);
        var plimsoll = yard.sandbox.open();
        var project = plimsoll.project(yard.sandbox.repository)) {
      var desk = project.backups();
      Files.writeString(folder.resolve("half"), "");
      yard.line("first");
      desk.take("shop", BackupDesk.Taking.USUAL).run();
      yard.line("second");
      desk.take("shop", BackupDesk.Taking.USUAL).run();
      yard.line("third");
      desk.take("shop", BackupDesk.Taking.USUAL).run();
      var before = desk.points("shop").stream().map(RestorePoint::id).toList();

      assertThat(before).hasSize(2);
      var told = desk.told("shop").getLast().act();
      assertThat(told.what()).isEqualTo(What.PRUNE);
      assertThat(told.ending()).isEqualTo(Ending.OPEN);
      assertThat(told.figures().removed()).hasSize(1).doesNotContainAnyElementsOf(before);
      assertThat(told.figures().sentence())
          .contains("the line broke", "1 backup was removed by then");
    }
  }
}

package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One flipped byte in a repository of restic: which file it is in, and what becomes of the next
/// backup.
@Timeout(300)
class ResticDamageTest {
  private static final String RESTIC =
      "engine: restic\nrepository: ../restic\npassword: RESTIC_KEY\noutputs: [{name: big.bin, run:"
          + " [cat, big.bin]}]";

  @TempDir Path folder;

  @Test
  void theFileThatTheDamageIsInIsNamed() throws Exception {
    try (var yard = damaged()) {
      var verified = verified(yard);

      assertThat(verified.act().ending()).isEqualTo(Ending.FAILED);
      assertThat(verified.sentence()).isEqualTo("big.bin cannot be read to its end. 1 more.");
      assertThat(verified.findings())
          .extracting(Finding::message)
          .satisfiesExactly(
              file -> assertThat(file).isEqualTo("big.bin cannot be read to its end."),
              repository ->
                  assertThat(repository)
                      .startsWith("The repository is damaged: ")
                      .doesNotContainPattern("[0-9a-f]{64}"));
    }
  }

  @Test
  void whatDoesNotReadBackIsNoBackupAndIsNotKept() throws Exception {
    try (var yard = damaged()) {
      yard.line("three");

      assertThatThrownBy(yard::take)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("What was saved does not read back: big.bin cannot be read")
          .hasMessageContaining("It was not kept");

      assertThat(yard.desk().points("shop")).hasSize(1);
      try (var snapshots = Files.list(folder.resolve("restic/snapshots"))) {
        assertThat(snapshots).hasSize(1);
      }
    }
  }

  @Test
  void howMuchABackupAddedIsKnownWhereverItIsListed() throws Exception {
    try (var yard = BackupYard.in(folder, RESTIC)) {
      big(yard);
      var first = yard.take();
      yard.line("three");
      yard.take();

      assertThat(first.act().figures().stored()).isGreaterThan(2_000_000);
      assertThat(yard.desk().points("shop"))
          .satisfiesExactly(
              second -> assertThat(second.content().stored()).isBetween(1L, 1_000_000L),
              one -> assertThat(one.content().stored()).isEqualTo(first.act().figures().stored()));
    }
  }

  @Test
  void aFullDiskIsSaidToBeFullAndLeavesNoSnapshot() throws Exception {
    var bin = Files.createDirectories(folder.resolve("bin"));
    var path = System.getenv("PATH");
    // a disk that is full cannot be had without the rights to mount one
    var restic =
        Files.writeString(
            bin.resolve("restic"),
            """
            #!/bin/sh
            PATH='%s'
            if [ "$1" = backup ]; then
              echo 'Fatal: unable to save snapshot: write data/00/tmp: no space left on device' >&2
              exit 1
            fi
            exec restic "$@"
            """
                .formatted(path));
    assertThat(restic.toFile().setExecutable(true)).isTrue();
    try (var yard = BackupYard.in(folder, RESTIC)) {
      big(yard);
      yard.sandbox.environment.put("PATH", bin + ":" + path);
      try (var plimsoll = yard.sandbox.open();
          var project = plimsoll.project(yard.sandbox.repository)) {
        assertThatThrownBy(() -> project.backups().take("shop", BackupDesk.Taking.USUAL).run())
            .isInstanceOf(Problem.class)
            .hasMessageContaining("There is no room left at " + folder.resolve("restic"))
            .hasMessageContaining("Make room there");
        assertThat(project.backups().points("shop")).isEmpty();
      }
    }
  }

  private static void big(BackupYard yard) throws IOException {
    var bytes = new byte[2_000_000];
    new Random(7).nextBytes(bytes);
    Files.write(yard.file("big.bin"), bytes);
  }

  private BackupYard damaged() throws IOException, InterruptedException {
    var yard = BackupYard.in(folder, RESTIC);
    big(yard);
    assertThat(yard.take().isDone()).isTrue();
    try (var files = Files.walk(folder.resolve("restic/data"))) {
      var largest =
          files
              .filter(Files::isRegularFile)
              .max(Comparator.comparingLong(file -> file.toFile().length()))
              .orElseThrow();
      assertThat(largest.toFile().setWritable(true)).isTrue();
      var bytes = Files.readAllBytes(largest);
      bytes[bytes.length / 2] ^= 1;
      Files.write(largest, bytes);
    }
    return yard;
  }

  private static Acted verified(BackupYard yard) throws InterruptedException {
    List<Acted> all = yard.desk().verifyAll("shop").run();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}

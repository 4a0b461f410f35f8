package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Backups kept by the installed restic, in a repository on a disk.
@Timeout(300)
class ResticTest {
  private static final String RESTIC =
      "engine: restic\nrepository: ../restic\npassword: RESTIC_KEY";

  @TempDir Path folder;

  @Test
  void aSetIsTakenProvenPutBackUndoneAndItsDamageIsFound() throws Exception {
    try (var yard = BackupYard.in(folder, RESTIC)) {
      assertThat(yard.project.findings()).isEmpty();
      var taken = yard.take();

      assertThat(taken.isDone()).as(taken.sentence()).isTrue();
      assertThat(taken.act().id()).matches("[0-9a-f]{8}");
      var points = yard.desk().points("shop");
      assertThat(points)
          .singleElement()
          .satisfies(point -> {
            assertThat(point.level()).isEqualTo(RestorePoint.Level.VERIFIED);
            assertThat(point.content().files()).isEqualTo(2);
            assertThat(point.content().logs())
                .singleElement()
                .satisfies(log -> {
                  assertThat(log.entries()).isEqualTo(2);
                });
          });
      assertThat(yard.take().sentence()).contains("Nothing has changed");

      var drilled = yard.desk().drill("shop", null).run();
      assertThat(drilled.isDone()).as(drilled.sentence()).isTrue();

      yard.line("three");
      yard.sqlite("DELETE FROM orders");
      assertThat(yard.restore("1").isDone()).isTrue();
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("2");
      var undo = yard.desk().undoPlan("shop", null).run();
      yard.desk().undo("shop", undo, Consent.PLAIN, null).run();
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("0");

      damage(folder.resolve("restic/data"));
      var verified = yard.desk().verify("shop", String.valueOf(taken.act().id())).run();
      assertThat(verified.act().ending()).isEqualTo(Ending.FAILED);
      assertThat(yard.desk().lastProven("shop")).isEmpty();
    }
  }

  @Test
  void aRepositoryThatIsOutOfReachIsNotADamagedOne() throws Exception {
    try (var yard = BackupYard.in(folder, RESTIC)) {
      var id = String.valueOf(yard.take().act().id());
      Files.move(folder.resolve("restic"), folder.resolve("elsewhere"));

      var verified = yard.desk().verify("shop", id).run();

      assertThat(verified.act().ending()).as(verified.sentence()).isEqualTo(Ending.OPEN);
      yard.line("meanwhile");
      assertThatThrownBy(yard::take)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("There is no repository at")
          .hasMessageContaining("although backups of shop were made before");
      assertThat(folder.resolve("restic")).doesNotExist();
      assertThatThrownBy(() -> yard.desk().points("shop"))
          .as("none is no fact where the disk is away")
          .isInstanceOf(Problem.class)
          .hasMessageContaining("There is no repository at");
      Files.move(folder.resolve("elsewhere"), folder.resolve("restic"));
      assertThat(yard.desk().points("shop").getFirst().level())
          .isEqualTo(RestorePoint.Level.VERIFIED);
    }
  }

  @Test
  void nobodyElseMayLookIntoWhatIsPutTogetherForIt() throws Exception {
    var place = ".git/plimsoll-scratch/restic/shop";
    var mode = "outputs: [{name: mode.txt, run: [stat, -c, '%a', " + place + "]}]";
    try (var yard = BackupYard.in(folder, RESTIC + "\n" + mode)) {
      var id = String.valueOf(yard.take().act().id());

      var into = folder.resolve("look");
      yard.desk().unpack("shop", id, List.of(), into).run();

      assertThat(Files.readString(into.resolve("mode.txt")).strip()).isEqualTo("700");
    }
  }

  private static void damage(Path data) throws IOException {
    try (var files = Files.walk(data)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.toFile().setWritable(true)).isTrue();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
  }

  @Test
  void thePasswordIsNeededAndStandsNowhere() throws Exception {
    try (var yard = BackupYard.in(folder, RESTIC)) {
      yard.take();
      assertThat(yard.desk().told("shop").toString()).doesNotContain("open sesame");
    }
    try (var files = Files.walk(folder.resolve("restic"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("open sesame");
      }
    }
  }

  @Test
  void aPasswordThatDoesNotOpenItIsSaidToBeWrongWhateverItIs() throws Exception {
    try (var yard = BackupYard.in(folder, RESTIC)) {
      yard.take();
      for (var other : List.of("wrong", "key", "something else")) {
        yard.sandbox.environment.put("RESTIC_KEY", other);
        try (var plimsoll = yard.sandbox.open();
            var project = plimsoll.project(yard.sandbox.repository)) {
          assertThatThrownBy(() -> project.backups().points("shop"))
              .isInstanceOf(Problem.class)
              .hasMessageContaining("The secret RESTIC_KEY does not open");
        }
      }
    }
  }

  @Test
  void aRepositoryThatAnotherResticWorksInIsWaitedFor() throws Exception {
    try (var yard = BackupYard.in(folder, RESTIC)) {
      var id = String.valueOf(yard.take().act().id());
      var other =
          new ProcessBuilder("restic", "check", "--read-data")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      other.environment().put("RESTIC_REPOSITORY", folder.resolve("restic").toString());
      other.environment().put("RESTIC_PASSWORD", "open sesame");
      var process = other.start();
      try {
        hold(process);
        yard.line("meanwhile");

        assertThatThrownBy(yard::take)
            .isInstanceOf(Problem.class)
            .hasMessageContaining("Another restic is at work in")
            .hasMessageContaining("as process " + process.pid())
            .hasMessageContaining("Wait until it has ended");
        var verified = yard.desk().verify("shop", id).run();
        assertThat(verified.act().ending()).isEqualTo(Ending.OPEN);
        assertThat(verified.sentence()).startsWith("Another restic is at work in");
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(yard.take().isDone()).as("its lock is forgotten").isTrue();
    }
  }

  /// Stops it while it has its lock.
  private void hold(Process process) throws Exception {
    var locks = folder.resolve("restic/locks");
    for (var n = 0; n < 6_000 && process.isAlive(); n++) {
      try (var there = Files.list(locks)) {
        if (there.findAny().isPresent()) {
          break;
        }
      }
      Thread.sleep(5);
    }
    new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
    try (var there = Files.list(locks)) {
      assertThat(there).as("it came to an end before it could be stopped").isNotEmpty();
    }
  }

  @Test
  void whereResticIsMissingItIsSaidHowToInstallIt() throws Exception {
    try (var yard = BackupYard.in(folder, RESTIC)) {
      var bin = Files.createDirectories(folder.resolve("bin"));
      yard.sandbox.environment.put("PATH", bin.toString());
      try (var plimsoll = yard.sandbox.open();
          var project = plimsoll.project(yard.sandbox.repository)) {
        assertThatThrownBy(() -> project.backups().take("shop", BackupDesk.Taking.USUAL).run())
            .isInstanceOf(Problem.class)
            .hasMessageContaining("restic was not found")
            .hasMessageContaining("apt install restic");
        assertThat(project.backups().told("shop").getLast().act().ending())
            .isEqualTo(Ending.FAILED);
      }
      Files.writeString(bin.resolve("restic"), "#!/bin/sh\necho restic 0.9.6 compiled\n");
      assertThat(bin.resolve("restic").toFile().setExecutable(true)).isTrue();
      yard.sandbox.environment.put("PATH", bin + ":/usr/bin:/bin");
      try (var plimsoll = yard.sandbox.open();
          var project = plimsoll.project(yard.sandbox.repository)) {
        assertThatThrownBy(() -> project.backups().take("shop", BackupDesk.Taking.USUAL).run())
            .hasMessageContaining("restic 0.9 is installed; 0.14 or newer is needed");
      }
    }
  }
}

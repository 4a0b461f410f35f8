package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever goes wrong while a backup is taken, nothing bears the name of a backup, nothing is left
/// lying, and the sentence says why.
@Timeout(120)
final class TakeBadDaysTest {
  @TempDir Path folder;

  private static void fails(Ground ground, String... sentences) throws IOException {
    var before = ground.names();
    var thrown = assertThatThrownBy(ground::take).isInstanceOf(Problem.class);
    for (var sentence : sentences) {
      thrown.hasMessageContaining(sentence);
    }
    assertThat(ground.names()).isEqualTo(before);
    assertThat(ground.isSwept()).isTrue();
  }

  @Test
  void aMissingFileIsAFailure() throws Exception {
    var ground = new Ground(folder, "files: [data, ops.jsonl]");
    ground.write("data/a", "a");
    fails(ground, "ops.jsonl cannot be read: there is no such file.");
  }

  @Test
  void aSetOfNothingIsAFailure() throws Exception {
    var ground = new Ground(folder, "files: [data]");
    Files.createDirectories(ground.file("data"));
    fails(ground, "The set app holds no file.");
  }

  @Test
  void aFileThatKeepsChangingIsReadAgainAndThenAFailure() throws Exception {
    var ground = new Ground(folder, "files: [data]");
    var file = ground.write("data/a", new byte[24 << 20]);
    var stop = new AtomicBoolean();
    var begun = new CountDownLatch(1);
    var writer =
        Thread.ofPlatform()
            .start(() -> {
              try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
                while (!stop.get()) {
                  channel.write(ByteBuffer.wrap(new byte[] {1}));
                  begun.countDown();
                }
              } catch (IOException gone) {
                stop.set(true);
              }
            });
    begun.await();
    try {
      fails(ground, "data/a");
    } finally {
      stop.set(true);
      writer.join();
    }
    assertThat(ground.take()).isInstanceOf(Taken.Made.class);
  }

  @Test
  void aBrokenChainIsAFailureUnlessTheSetSaysPlain() throws Exception {
    var lines =
        Files.readAllLines(
            Path.of(
                "src/test/resources/dev/plimsoll/core/audit/foreign/prev-then-body.bare.jsonl"));
    lines.remove(1);
    var ground =
        new Ground(
            folder,
            "files: [ops.jsonl]",
            "chains: [{name: ops, file: ops.jsonl, recipe: prev-then-body}]\n");
    ground.write("ops.jsonl", String.join("\n", lines) + "\n");
    fails(ground, "The chain of ops.jsonl is broken: ");
    var plain = new Ground(folder, "files: [ops.jsonl], kinds: {\"ops.jsonl\": plain}");
    assertThat(plain.take()).isInstanceOf(Taken.Made.class);
  }

  @Test
  void aCommandThatFailsIsAFailure() throws Exception {
    var ground =
        new Ground(
            folder,
            "files: [a], outputs: [{name: x.sql, run: [sh, -c, 'echo hunter2 is wrong >&2; exit"
                + " 2']}]");
    ground.write("a", "a");
    fails(ground, "sh failed with exit code 2: *** is wrong");
  }

  @Test
  void whatIsCalledLikeTheManifestOrTwiceIsAFailure() throws Exception {
    var ground = new Ground(folder, "files: [manifest.json]");
    ground.write("manifest.json", "{}");
    fails(ground, "A file manifest.json at the top has the name of the backup's own list.");
    var twice = new Ground(folder, "files: [a], outputs: [{name: a, run: [echo, x]}]");
    twice.write("a", "a");
    fails(twice, "The output a has the name of a file that is saved too.");
  }

  @Test
  void rowsOfWhatIsNoDatabaseAreAFailure() throws Exception {
    var ground = new Ground(folder, "files: [a], rows: [{file: a, tables: [t]}]");
    ground.write("a", "a");
    fails(ground, "Rows of a are to be counted, and it is no SQLite file of the set.");
  }

  @Test
  void twoAtOnceAreRefusedClearlyAndTheOtherIsMade() throws Exception {
    var ground =
        new Ground(folder, "files: [a], outputs: [{name: o, run: [sh, -c, 'sleep 2; echo']}]");
    ground.write("a", "a");
    var first = ground.backups().take(TakeOptions.USUAL);
    var made = new AtomicReference<Taken>();
    var thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                made.set(first.run());
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    while (first.progress().stage() != Work.Stage.RUNNING) {
      Thread.sleep(5);
    }
    assertThatThrownBy(ground::take)
        .isInstanceOf(Problem.class)
        .hasMessageContaining(
            "Another backup of the set app is being taken or removed right now. Wait until it has"
                + " ended.");
    thread.join();
    assertThat(made.get()).isInstanceOf(Taken.Made.class);
    assertThat(ground.names()).hasSize(1);
  }

  @Test
  void anInterruptLeavesNothing() throws Exception {
    var ground = new Ground(folder, "files: [a], outputs: [{name: o, run: [sleep, '60']}]");
    ground.write("a", "a");
    var work = ground.backups().take(TakeOptions.USUAL);
    var thrown = new AtomicReference<Throwable>();
    var thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                work.run();
              } catch (InterruptedException | Problem stopped) {
                thrown.set(stopped);
              }
            });
    while (work.progress().stage() != Work.Stage.RUNNING) {
      Thread.sleep(5);
    }
    thread.interrupt();
    thread.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(ground.names()).isEmpty();
    assertThat(ground.isSwept()).isTrue();
  }

  @Test
  void aClockThatStandsOverwritesNothing() throws Exception {
    var ground = new Ground(folder, "files: [a]");
    ground.write("a", "a");
    ground.made();
    ground.write("a", "b");
    fails(
        ground,
        "There is a backup backup_20261121_120000.tar.zst already: the clock stands, or was set"
            + " back.");
  }

  @Test
  void aClockThatWasSetBackIsSaidAndTheBackupIsMade() throws Exception {
    var ground = new Ground(folder, "files: [a]");
    ground.write("a", "a");
    ground.made();
    ground.write("a", "b");
    ground.later(Duration.ofHours(-3));
    assertThat(ground.made().remarks())
        .extracting(Finding::message)
        .containsExactly(
            "The clock was set back: backup_20261121_120000.tar.zst is of 2026-11-21T12:00:00Z,"
                + " after this one.");
    assertThat(ground.names()).hasSize(2);
  }

  @Test
  void aTargetThatCannotBeMadeIsSaid() throws Exception {
    var ground = new Ground(folder, "files: [a]");
    ground.write("a", "a");
    Files.writeString(ground.target, "a file in its place");
    assertThatThrownBy(ground::take)
        .isInstanceOf(Problem.class)
        .hasMessageContaining(ground.target + " cannot be made");
  }

  @Test
  void whatAKilledTakeHasLeftIsRemovedAndNothingElseIs() throws Exception {
    var ground = new Ground(folder, "files: [a]");
    ground.write("a", "a");
    Files.createDirectories(ground.target);
    Files.writeString(ground.target.resolve(".backup_20261121_115959.tar.zst.app.part"), "half");
    var beside = ".backup_20261121_115958.tar.zst.beside.part";
    Files.writeString(ground.target.resolve(beside), "of a set that is being taken");
    Files.writeString(ground.target.resolve(".other_20261121_115959.tar.zst.part"), "not ours");
    Files.writeString(ground.target.resolve("notes.part"), "not ours");
    ground.made();
    assertThat(ground.names())
        .containsExactly(
            beside,
            ".other_20261121_115959.tar.zst.part",
            "backup_20261121_120000.tar.zst",
            "notes.part");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar.zst", "zip"})
  void aBaseThatIsHurtIsNotTakenOver(String format) throws Exception {
    var ground = new Ground(folder, "files: [data], format: " + format);
    for (var n = 0; n < 6; n++) {
      var bytes = new byte[300_000];
      new Random(n).nextBytes(bytes);
      ground.write("data/" + n, bytes);
    }
    ground.later(Duration.ofDays(3650));
    var first = ground.made();
    var archive = ground.target.resolve(first.point().id());
    try (var channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6}), 500_000);
    }
    assertThat(ground.backups().verify(first.point().id()).run())
        .isInstanceOf(Verified.Damaged.class);
    ground.write("data/0", "changed");
    ground.later(Duration.ofMinutes(1));
    var second = ground.made();
    assertThat(ground.backups().verify(second.point().id()).run())
        .isInstanceOf(Verified.Sound.class);
  }

  @Test
  void oneThatIsKnownToBeBrokenIsNoReasonToSkip() throws Exception {
    var ground = new Ground(folder, "files: [a]");
    ground.write("a", "a");
    var first = ground.made();
    ground.later(Duration.ofMinutes(1));
    assertThat(ground.take()).isInstanceOf(Taken.Unchanged.class);
    ground.with((id, manifest) -> new RestorePoint.Proof(null, null, "a byte is another one"));
    assertThat(ground.take()).isInstanceOf(Taken.Made.class);
    assertThat(first.point().id()).isNotEqualTo(ground.names().getLast());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatCannotBeReadIsAFailure() throws Exception {
    // a regular file whose first page nobody can read, the superuser included
    var ground = new Ground(folder, "files: [a, /proc/self/mem]");
    ground.write("a", "a");
    fails(ground, "@root/proc/", "/mem cannot be read: ");
  }

  @Test
  void oneWhoseNameMayNotBeOnTheDiskIsNotSaidToBeNone() throws Exception {
    var ground = new Ground(folder, "files: [a]");
    ground.write("a", "a");
    var elsewhere = folder.resolve("elsewhere");
    var taking =
        ground
            .backups()
            .taking(TakeOptions.USUAL)
            .watched(point -> {
              if (point.equals("named")) {
                moved(ground.target, elsewhere);
              }
            });

    var taken = taking.run();

    assertThat(taken)
        .isInstanceOfSatisfying(
            Taken.Made.class, made -> assertThat(made.doubt()).isEqualTo("there is no such file"));
    moved(elsewhere, ground.target);
    assertThat(ground.backups().verify(taken.point().id()).run())
        .isInstanceOf(Verified.Sound.class);
  }

  private static void moved(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.MemberPaths;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each leaves the old state or the new one, and a sentence that says which.
class BadDaysTest {
  @TempDir Path folder;
  private Yard yard;
  private Map<String, String> old;

  @BeforeEach
  void project() throws Exception {
    yard = new Yard(folder);
    yard.live();
    old = yard.state();
  }

  @AfterEach
  void nothingIsLeftLying() throws Exception {
    assertThat(yard.debris()).isEmpty();
  }

  private void refused(String sentence) throws Exception {
    refused(sentence, point -> {});
  }

  private void refused(String sentence, Consumer<String> points) throws Exception {
    var plan = yard.plan();
    refused(sentence, yard.restore(plan, Yard.answer(plan)).watched(points));
  }

  private void refused(String sentence, Work<?> work) throws Exception {
    assertThatThrownBy(work::run).isInstanceOf(Problem.class).hasMessageContaining(sentence);
    assertThat(yard.state()).isEqualTo(old);
  }

  private static Consumer<String> at(String point, Disturbance disturbance) {
    return reached -> {
      if (reached.equals(point)) {
        try {
          disturbance.happen();
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
    };
  }

  private interface Disturbance {
    void happen() throws IOException;
  }

  @Test
  void aBackupOfAnotherProductIsRefusedUnlessItIsMeant() throws Exception {
    var manifest = yard.engine().manifest(Yard.BACKUP);
    yard.engine()
        .manifest(
            Yard.BACKUP,
            new Manifest(
                "shop", manifest.set(), manifest.takenOn(), manifest.of(), manifest.members()));
    refused("It is a backup of another product: shop, not demo. Nothing was changed.");

    yard.restore(yard.plan(), new Consent("3", true)).run();

    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 1\n");
  }

  @Test
  void aManifestThatLiesIsCaughtInTheScratchFolder() throws Exception {
    Files.writeString(yard.engine().content(Yard.BACKUP).resolve("config/app.yaml"), "limit: 3\n");
    refused("config/app.yaml has the SHA-256 ");
  }

  @Test
  void aBackupThatIsDamagedAfterItWasChosenIsRefused() throws Exception {
    refused(
        "config/run.sh is missing in it.",
        at(
            "UNPACKING",
            () -> Files.delete(yard.engine().content(Yard.BACKUP).resolve("config/run.sh"))));
  }

  @Test
  void aLogThatHasGrownSinceThePlanIsAskedAboutAgain() throws Exception {
    var plan = yard.plan();
    yard.grow(2);
    old = yard.state();

    refused(
        "audit/ops.jsonl has changed since it was looked at (13 entries then, 15 now)."
            + " audit/ops.jsonl has 15 entries now and 10 in the backup: 5 would be lost."
            + " Nothing was changed.",
        yard.restore(plan, Consent.typed("3")));
  }

  @Test
  void aLogThatGrowsWhileServicesAreStoppedIsAskedAboutAgainAndTheyAreStarted() throws Exception {
    yard.before.add(List.of("sh", "-c", "tail -n 1 audit/ops.jsonl >/dev/null"));
    yard.after.add(List.of("sh", "-c", "touch ../started"));
    var plan = yard.plan();
    var work =
        yard.restore(plan, Consent.typed("3"))
            .watched(
                at(
                    "before",
                    () -> {
                      yard.grow(1);
                      old = yard.state();
                    }));

    refused("13 entries then, 14 now", work);

    assertThat(folder.resolve("started")).exists();
  }

  @Test
  void aLogThatIsDamagedNowAsksForAWordInsteadOfANumber() throws Exception {
    var text = yard.read("audit/ops.jsonl");
    yard.write("audit/ops.jsonl", text.replaceFirst("step", "slip"));

    var plan = yard.plan();

    assertThat(plan.ask()).isEqualTo(new RestorePlan.Ask.Word("unknown"));
    assertThat(plan.logs().getFirst().sentence())
        .startsWith("audit/ops.jsonl: how many entries would be lost could not be told. Entry 0");
    var restored = yard.restore(plan, Consent.typed("unknown")).run();
    assertThat(restored.logs().getFirst().lost()).isEqualTo(-1);
  }

  @Test
  void aForkIsSaidWithWhatWouldBeLostOfIt() throws Exception {
    Files.delete(yard.root.resolve("audit/ops.jsonl"));
    yard.grow("other", 4);

    var log = yard.plan().logs().getFirst();

    assertThat(log.relation()).isEqualTo(PlannedLog.Relation.FORK);
    assertThat(log.lost()).isEqualTo(4);
    assertThat(log.sentence()).contains("it is a fork").contains("agree in 0 entries");
  }

  @Test
  void aLogThatWasCutShortLosesNothing() throws Exception {
    var lines = yard.read("audit/ops.jsonl").lines().limit(6).toList();
    yard.write("audit/ops.jsonl", String.join("\n", lines) + "\n");

    var plan = yard.plan();

    assertThat(plan.ask()).isEqualTo(new RestorePlan.Ask.Nothing());
    assertThat(plan.logs().getFirst().sentence())
        .isEqualTo(
            "audit/ops.jsonl has 6 entries now, and the backup goes on from there to 10: nothing"
                + " would be lost.");
  }

  @Test
  void aLogThatIsMissingLosesNothing() throws Exception {
    Files.delete(yard.root.resolve("audit/ops.jsonl"));

    assertThat(yard.plan().logs().getFirst().relation()).isEqualTo(PlannedLog.Relation.MISSING);
    assertThat(yard.restore().logs().getFirst().entriesAfter()).isEqualTo(10);
  }

  @Test
  void aFolderInPlaceOfAFileIsSaid() throws Exception {
    Files.delete(yard.root.resolve("config/app.yaml"));
    Files.createDirectories(yard.root.resolve("config/app.yaml/inside"));
    old = yard.state();
    refused("A folder stands where the file config/app.yaml has to be. Move it away.");
  }

  @Test
  void aFileInPlaceOfAFolderIsSaid() throws Exception {
    Files.delete(yard.root.resolve("notes"));
    yard.write("notes", "a file");
    old = yard.state();
    refused("A file stands where notes has to be a folder. Move it away.");
  }

  @Test
  void aLinkInPlaceOfAFolderIsSaidAndNothingLandsBehindIt() throws Exception {
    var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.delete(yard.root.resolve("config/app.yaml"));
    Files.delete(yard.root.resolve("config/new.yaml"));
    Files.delete(yard.root.resolve("config"));
    Files.createSymbolicLink(yard.root.resolve("config"), elsewhere);
    old = yard.state();

    refused("/config is a symbolic link to " + elsewhere + ": what is put back would land there.");

    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aLinkThatAppearsWhileServicesAreStoppedIsSeen() throws Exception {
    yard.before.add(List.of("sh", "-c", "mv data data.away && ln -s data.away data"));
    yard.after.add(List.of("sh", "-c", "rm data && mv data.away data"));
    refused("/data is a symbolic link to data.away");
  }

  @Test
  void aFileThatIsALinkNowIsReplacedAndSaid() throws Exception {
    Files.delete(yard.root.resolve("config/app.yaml"));
    var elsewhere = Files.writeString(folder.resolve("elsewhere.yaml"), "kept\n");
    Files.createSymbolicLink(yard.root.resolve("config/app.yaml"), elsewhere);
    old = yard.state();

    var restored = yard.restore();

    assertThat(elsewhere).hasContent("kept");
    assertThat(restored.sentence())
        .contains("A file stands now where a symbolic link was: config/app.yaml.");
    yard.undo();
    assertThat(yard.state()).isEqualTo(old);
  }

  @Test
  void aFileThatAServiceWritesIntoIsNotExchangedUnderIt() throws Exception {
    var service =
        new ProcessBuilder("sh", "-c", "exec 3>>audit/ops.jsonl; echo ready; read _")
            .directory(yard.root.toFile())
            .start();
    try {
      assertThat(service.inputReader().readLine()).isEqualTo("ready");
      refused("audit/ops.jsonl is being written by process " + service.pid() + " (sh).");
    } finally {
      service.destroyForcibly().waitFor();
    }
    assertThat(yard.restore().size().files()).isPositive();
  }

  @Test
  void aDiskThatIsFullWhileUnpackingLeavesEverythingAsItIs() throws Exception {
    refused(
        "There is no space left on the disk. Nothing was changed.",
        at(
            "VERIFYING",
            () -> {
              throw new UncheckedIOException(new IOException("No space left on device"));
            }));
  }

  @Test
  void aDiskThatFailsWhileFilesAreExchangedTakesAllOfThemBack() throws Exception {
    refused(
        "Putting the files in place failed: data/app.db: Input/output error. Every file is as it"
            + " was.",
        at(
            "put data/app.db",
            () -> {
              throw new UncheckedIOException(
                  new FileSystemException("data/app.db", null, "Input/output error"));
            }));
  }

  @Test
  void twoRestoresAtOnceAreOneAndASentence() throws Exception {
    var plan = yard.plan();
    var second = new AtomicReference<Throwable>();

    yard.restore(plan, Yard.answer(plan))
        .watched(
            at(
                "KEEPING",
                () -> {
                  try {
                    yard.restore(plan, Yard.answer(plan)).run();
                  } catch (Problem | InterruptedException refused) {
                    second.set(refused);
                  }
                }))
        .run();

    assertThat(second.get()).hasMessageContaining("are being put back this moment");
    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 1\n");
  }

  @Test
  void aStopBeforeTheExchangeLeavesNothing() throws Exception {
    for (var point : List.of("UNPACKING", "VERIFYING", "CHECKING", "KEEPING")) {
      assertThatThrownBy(() -> stopped(point)).isInstanceOf(InterruptedException.class);
      assertThat(yard.state()).as(point).isEqualTo(old);
      assertThat(yard.debris()).as(point).isEmpty();
    }
  }

  @Test
  void aStopWhileFilesAreExchangedComesTooLate() throws Exception {
    assertThat(stopped("put config/app.yaml").undo()).isPresent();

    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 1\n");
    assertThat(Sqlite.rows(yard.root.resolve("data/app.db"))).isEqualTo(100);
  }

  /// Asks the working thread to stop when it comes to that point.
  private Restored stopped(String point) throws Exception {
    var plan = yard.plan();
    var reached = new CountDownLatch(1);
    var worker = new AtomicReference<Thread>();
    var work =
        yard.restore(plan, Yard.answer(plan))
            .watched(
                at(
                    point,
                    () -> {
                      worker.get().interrupt();
                      reached.countDown();
                    }));
    var task = new FutureTask<Restored>(work::run);
    var thread = Thread.ofPlatform().unstarted(task);
    worker.set(thread);
    thread.start();
    assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
    try {
      return task.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  @Test
  void aCommandThatIsStoppedIsEndedAndTheServicesStart() throws Exception {
    yard.before.add(List.of("sh", "-c", "sleep 300"));
    yard.after.add(List.of("sh", "-c", "touch ../started"));

    assertThatThrownBy(() -> stopped("before")).isInstanceOf(InterruptedException.class);

    assertThat(yard.state()).isEqualTo(old);
    assertThat(folder.resolve("started")).exists();
  }

  @Test
  void pathsOfGitAndOfTheUndoFolderAreNeverPutBack() throws Exception {
    for (var path :
        List.of(".git/hooks/post-checkout", "sub/.GIT/config", ".plimsoll-undo/journal")) {
      var targets = new Targets(yard.root, List.of());
      var wanted =
          new Wanted(path, Wanted.Form.FILE, 1, 0755, null, "0".repeat(64), Wanted.Sense.PLAIN);
      assertThat(targets.obstacle(wanted))
          .hasValueSatisfying(said -> assertThat(said).contains("is never put back"));
    }
  }

  @Test
  void outsideTheProjectOnlyWhatTheSetNamesIsTouched() throws Exception {
    var targets = new Targets(yard.root, List.of(folder + "/shared", "data"));
    var named = outside(folder.resolve("shared/x"));
    var other = outside(folder.resolve("sharedness/x"));

    assertThat(targets.obstacle(named)).isEmpty();
    assertThat(targets.of(named.path())).isEqualTo(folder.resolve("shared/x"));
    assertThat(targets.obstacle(other))
        .hasValueSatisfying(said ->
            assertThat(said).contains("lies outside the project, and the set does not name it"));
  }

  private static Wanted outside(Path file) {
    return new Wanted(
        MemberPaths.outside(file),
        Wanted.Form.FILE,
        1,
        -1,
        null,
        "0".repeat(64),
        Wanted.Sense.PLAIN);
  }
}

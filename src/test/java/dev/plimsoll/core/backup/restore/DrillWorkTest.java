package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillWorkTest {
  @TempDir Path folder;
  private Yard yard;

  @BeforeEach
  void project() throws Exception {
    yard = new Yard(folder);
  }

  private Drilled drill() throws Exception {
    var before = yard.state();
    var drilled = new DrillWork(yard.engine(), Yard.BACKUP, yard.site()).run();
    assertThat(yard.state()).as("no file of the project is touched").isEqualTo(before);
    assertThat(yard.debris()).as("the scratch folder is gone").isEmpty();
    return drilled;
  }

  @Test
  void aSoundBackupIsProvenByAllThatMustHold() throws Exception {
    yard.proof.add(List.of("sh", "-c", "test -s data/app.db && ! test -e .git"));

    var drilled = drill();

    assertThat(drilled.ending()).isEqualTo(Ending.DONE);
    assertThat(drilled.held())
        .extracting(Held::what)
        .containsExactly(
            "Size and SHA-256 of every file",
            "Chain of audit/ops.jsonl",
            "Integrity of data/app.db",
            "Rows of t in data/app.db",
            "Command sh -c test -s data/app.db && ! test -e .git");
    assertThat(drilled.sentence())
        .isEqualTo(
            Yard.BACKUP + " restores: 4 files are as the manifest says, and 4 things more hold.");
    assertThat(drilled.manifest()).hasSize(64);
  }

  @Test
  void aFlippedByteNamesItsFile() throws Exception {
    Files.writeString(yard.engine().content(Yard.BACKUP).resolve("config/app.yaml"), "limit: 9\n");

    var drilled = drill();

    assertThat(drilled.ending()).isEqualTo(Ending.FAILED);
    assertThat(drilled.sentence()).contains("config/app.yaml has the SHA-256");
  }

  @Test
  void aMissingFileNamesItself() throws Exception {
    Files.delete(yard.engine().content(Yard.BACKUP).resolve("config/app.yaml"));

    var drilled = drill();

    assertThat(drilled.ending()).isEqualTo(Ending.FAILED);
    assertThat(drilled.sentence()).contains("config/app.yaml is missing in");
  }

  @Test
  void aManifestWhoseHeadIsAnotherIsCaught() throws Exception {
    lie(facts -> new Manifest.LogFacts(facts.entries(), facts.recipe(), "0".repeat(64)));

    var drilled = drill();

    assertThat(drilled.ending()).isEqualTo(Ending.FAILED);
    assertThat(drilled.sentence())
        .contains("Chain of audit/ops.jsonl: audit/ops.jsonl goes to 10:");
  }

  @Test
  void rowsThatWereCountedOtherwiseAreCaught() throws Exception {
    var manifest = yard.engine().manifest(Yard.BACKUP);
    var members =
        manifest.members().stream()
            .map(each ->
                each.kind() == Manifest.Kind.SQLITE
                    ? with(each, each.facts().counted(new TreeMap<>(Map.of("t", 101L))))
                    : each)
            .toList();
    yard.engine().manifest(Yard.BACKUP, of(manifest, members));

    assertThat(drill().sentence())
        .contains("Rows of t in data/app.db: 100 rows; there were 101 when it was taken.");
  }

  private interface Lie {
    Manifest.LogFacts told(Manifest.LogFacts facts);
  }

  private void lie(Lie lie) throws Exception {
    var manifest = yard.engine().manifest(Yard.BACKUP);
    var members =
        manifest.members().stream()
            .map(each -> {
              var log = each.facts().log();
              return log == null
                  ? each
                  : with(
                      each,
                      new Manifest.Facts(
                          each.sha256(), null, null, lie.told(log), new TreeMap<>()));
            })
            .toList();
    yard.engine().manifest(Yard.BACKUP, of(manifest, members));
  }

  private static Manifest.Member with(Manifest.Member member, Manifest.Facts facts) {
    return new Manifest.Member(
        member.path(),
        member.shape(),
        member.kind(),
        member.size(),
        member.mode(),
        member.modifiedOn(),
        facts);
  }

  private static Manifest of(Manifest manifest, List<Manifest.Member> members) {
    return new Manifest(
        manifest.product(), manifest.set(), manifest.takenOn(), manifest.of(), members);
  }

  @Test
  void aBackupWithoutFilesIsNeverProven() throws Exception {
    yard.engine()
        .manifest(
            Yard.BACKUP,
            new Manifest(
                Yard.PRODUCT,
                "before-release",
                Yard.NOON,
                new RestorePoint.Of(null, null),
                List.of()));

    var drilled = drill();

    assertThat(drilled.ending()).isEqualTo(Ending.OPEN);
    assertThat(drilled.sentence()).contains("nothing was proven");
  }

  @Test
  void aCommandThatFailsFailsAndOneThatCannotRunIsOpen() throws Exception {
    yard.proof.add(List.of("no-such-program-here"));
    assertThat(drill().ending()).isEqualTo(Ending.OPEN);

    yard.proof.add(List.of("sh", "-c", "echo not good; exit 1"));
    var drilled = drill();
    assertThat(drilled.ending()).isEqualTo(Ending.FAILED);
    assertThat(drilled.sentence()).contains("sh ended with 1: not good");
  }

  @Test
  void aBackupThatCannotBeReadIsNotCalledDamaged() throws Exception {
    Files.delete(yard.backups.resolve(Yard.BACKUP).resolve("manifest.json"));

    var drilled = drill();

    assertThat(drilled.ending()).isEqualTo(Ending.OPEN);
    assertThat(drilled.sentence()).contains("has no manifest");
  }

  @Test
  void aDatabaseThatIsNotSoundFailsThoughItsBytesAreTheManifests() throws Exception {
    var database = yard.root.resolve("data/app.db");
    try (var channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[600]), 4096);
    }
    var content = yard.engine().content(Yard.BACKUP).resolve("data/app.db");
    Files.copy(database, content, StandardCopyOption.REPLACE_EXISTING);
    var manifest = yard.engine().manifest(Yard.BACKUP);
    var members =
        manifest.members().stream()
            .map(each ->
                each.kind() == Manifest.Kind.SQLITE
                    ? with(each, Manifest.Facts.of(digest(content), null))
                    : each)
            .toList();
    yard.engine().manifest(Yard.BACKUP, of(manifest, members));

    var drilled = drill();

    assertThat(drilled.ending()).isEqualTo(Ending.FAILED);
    assertThat(drilled.sentence()).contains("Integrity of data/app.db");
  }

  private static String digest(Path file) {
    try {
      return Digests.sha256Hex(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void whatAKilledDrillLeftBehindIsRemovedByTheNext() throws Exception {
    var left = yard.root.resolve(UndoFolder.NAME).resolve("drill-000001");
    Files.createDirectories(left.resolve("data"));
    Files.writeString(left.resolve("data/app.db"), "half");
    Files.writeString(left.resolveSibling("drill-000001.lock"), "");

    assertThat(drill().isProven()).isTrue();
  }
}

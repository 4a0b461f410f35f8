package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Backups of real files with both formats, opened by the programs that everybody has.
final class TakeTest {
  private static final String CHAIN =
      "chains: [{name: ops, file: data/ops.jsonl, recipe: prev-then-body}]\n";
  private static final Path LOG =
      Path.of("src/test/resources/dev/plimsoll/core/audit/foreign/prev-then-body.bare.jsonl");

  @TempDir Path folder;

  private Ground shop(String format) throws IOException, InterruptedException {
    var ground =
        new Ground(
            folder,
            "files: [data, conf/app.toml], format: "
                + format
                + ", rows: [{file: data/app.db, tables: [orders]}],"
                + " outputs: [{name: out/dump.sql, run: [sqlite3, data/app.db, .dump]}]",
            CHAIN);
    ground.write("conf/app.toml", "a = 1\n");
    ground.write("data/empty", "");
    ground.write("data/deep/er/ü \" name.txt", "text");
    Files.createDirectories(ground.file("data/nothing-in-it"));
    Files.createSymbolicLink(ground.file("data/current"), Path.of("deep/er"));
    Files.copy(LOG, ground.file("data/ops.jsonl"));
    ground.append("data/ops.jsonl", "{\"not\": ended");
    sql(ground, "pragma journal_mode=wal; create table orders(x); insert into orders values (1);");
    Files.setPosixFilePermissions(
        ground.file("conf/app.toml"), PosixFilePermissions.fromString("rw-r-----"));
    return ground;
  }

  private static void sql(Ground ground, String sql) throws IOException, InterruptedException {
    assertThat(Ground.run(ground.repository, "sqlite3", "data/app.db", sql)).startsWith("0 ");
  }

  private static List<String> messages(Taken taken) {
    return taken.remarks().stream().map(Finding::message).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar.zst", "zip"})
  void aBackupHoldsTheSetAsItIsAndIsVerifiedBeforeItHasItsName(String format) throws Exception {
    var ground = shop(format);
    var made = ground.made();
    var id = Ground.FIRST + "." + format;
    assertThat(ground.names()).containsExactly(id);
    assertThat(ground.isSwept()).isTrue();
    assertThat(made.point().id()).isEqualTo(id);
    assertThat(messages(made))
        .contains("data/ops.jsonl ends in a line that has not ended; its 13 bytes were left out.");
    var manifest = made.manifest();
    assertThat(manifest.members())
        .extracting(Manifest.Member::path)
        .containsExactly(
            "conf/app.toml",
            "data",
            "data/app.db",
            "data/current",
            "data/deep",
            "data/deep/er",
            "data/deep/er/ü \" name.txt",
            "data/empty",
            "data/nothing-in-it",
            "data/ops.jsonl",
            "out/dump.sql");
    assertThat(member(manifest, "conf/app.toml").mode()).isEqualTo(0640);
    assertThat(member(manifest, "data/app.db").facts().rows()).isEqualTo(Map.of("orders", 1L));
    assertThat(member(manifest, "data/current").facts().target()).isEqualTo("deep/er");
    var log = member(manifest, "data/ops.jsonl").facts().log();
    assertThat(log).isNotNull();
    assertThat(log.entries()).isEqualTo(Files.readAllLines(LOG).size());
    assertThat(log.head()).hasSize(64);
    assertThat(member(manifest, "out/dump.sql").kind()).isEqualTo(Manifest.Kind.OUTPUT);

    assertThat(ground.backups().manifest(id)).isEqualTo(manifest);
    var verified = ground.backups().verify(id).run();
    assertThat(verified)
        .isInstanceOfSatisfying(
            Verified.Sound.class,
            sound -> assertThat(sound.manifest()).isEqualTo(made.point().manifest()));
    var points = ground.backups().points();
    assertThat(points).containsExactly(made.point());
    assertThat(points.getFirst().level()).isEqualTo(RestorePoint.Level.MADE);
    assertThat(points.getFirst().content().files()).isEqualTo(6);
  }

  private static Manifest.Member member(Manifest manifest, String path) {
    return manifest.member(path).orElseThrow();
  }

  @Test
  void tarAndSqliteAcceptWhatWasMade() throws Exception {
    var ground = shop("tar.zst");
    ground.made();
    var archive = ground.target.resolve(Ground.FIRST + ".tar.zst").toString();
    var listed = Ground.run(null, "tar", "--zstd", "-tf", archive);
    assertThat(listed).startsWith("0 ");
    var names = listed.substring(2).lines().toList();
    assertThat(names).allMatch(name -> name.startsWith(Ground.FIRST + "/"));
    assertThat(names.getLast()).isEqualTo(Ground.FIRST + "/manifest.json");
    var out = Files.createDirectory(folder.resolve("out"));
    assertThat(Ground.run(out, "tar", "--zstd", "-xf", archive)).startsWith("0 ");
    accepted(ground, out.resolve(Ground.FIRST));
    assertThat(Ground.run(null, "zstd", "-t", archive)).startsWith("0 ");
  }

  @Test
  void unzipAndSqliteAcceptWhatWasMade() throws Exception {
    var ground = shop("zip");
    ground.made();
    var archive = ground.target.resolve(Ground.FIRST + ".zip").toString();
    assertThat(Ground.run(null, "unzip", "-tq", archive)).startsWith("0 ");
    var out = Files.createDirectory(folder.resolve("out"));
    assertThat(Ground.run(out, "unzip", "-q", archive)).startsWith("0 ");
    accepted(ground, out.resolve(Ground.FIRST));
  }

  private static void accepted(Ground ground, Path root) throws Exception {
    assertThat(
            Ground.run(
                root, "sqlite3", "data/app.db", "pragma integrity_check; select x from orders"))
        .isEqualTo("0 ok\n1\n");
    assertThat(root.resolve("data/ops.jsonl")).hasSameTextualContentAs(LOG);
    assertThat(root.resolve("conf/app.toml")).hasContent("a = 1");
    assertThat(Files.readSymbolicLink(root.resolve("data/current"))).hasToString("deep/er");
    assertThat(Files.getLastModifiedTime(root.resolve("conf/app.toml")).toMillis() / 2000)
        .isEqualTo(Files.getLastModifiedTime(ground.file("conf/app.toml")).toMillis() / 2000);
    assertThat(root.resolve("data/nothing-in-it")).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar.zst", "zip"})
  void whatIsUnpackedIsWhatTheManifestSays(String format) throws Exception {
    var ground = shop(format);
    var made = ground.made();
    var into = folder.resolve("into");
    var unpacked = ground.backups().unpack(made.point().id(), List.of(), into).run();
    assertThat(unpacked.sha256()).hasSize(6);
    assertThat(into.resolve("data/ops.jsonl")).hasSameTextualContentAs(LOG);
    var one = folder.resolve("one");
    ground.backups().unpack(made.point().id(), List.of("conf/app.toml"), one).run();
    assertThat(one.resolve("conf/app.toml")).hasContent("a = 1");
    assertThat(one.resolve("data/app.db")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar.zst", "zip"})
  void nothingChangedIsSaidAndSkippedUnlessAsked(String format) throws Exception {
    var ground = shop(format);
    var first = ground.made();
    ground.later(Duration.ofMinutes(1));
    var second = ground.take();
    assertThat(second).isInstanceOf(Taken.Unchanged.class);
    assertThat(second.point()).isEqualTo(first.point());
    assertThat(ground.names()).hasSize(1);
    var forced =
        ground
            .backups()
            .take(new TakeOptions(true, false, new RestorePoint.Of("1.4.0", "abc")))
            .run();
    assertThat(forced).isInstanceOf(Taken.Made.class);
    assertThat(forced.point().of().version()).isEqualTo("1.4.0");
    assertThat(ground.names()).hasSize(2);
    assertThat(ground.backups().points())
        .extracting(RestorePoint::id)
        .containsExactly(forced.point().id(), first.point().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar.zst", "zip"})
  void whatHasNotChangedIsTakenOverAndEveryBackupIsWholeByItself(String format) throws Exception {
    var ground = shop(format);
    for (var n = 0; n < 20; n++) {
      var file = ground.write("data/many/" + n, "content " + n);
      Files.setLastModifiedTime(file, FileTime.from(Ground.NOON.minusSeconds(600)));
    }
    ground.later(Duration.ofDays(3650)); // everything was touched long before the first backup
    var first = ground.made();
    ground.write("data/many/3", "other");
    sql(ground, "insert into orders values (2);");
    ground.later(Duration.ofMinutes(1));
    var second = ground.made();
    assertThat(second.share().takenOver()).isEqualTo(23);
    assertThat(second.share().readFiles()).isEqualTo(3); // 3, the database, and its dump
    Files.delete(ground.target.resolve(first.point().id()));
    assertThat(ground.backups().verify(second.point().id()).run())
        .isInstanceOf(Verified.Sound.class);
    var into = folder.resolve("into");
    ground.backups().unpack(second.point().id(), List.of(), into).run();
    assertThat(into.resolve("data/many/3")).hasContent("other");
    assertThat(into.resolve("data/many/4")).hasContent("content 4");
    assertThat(second.manifest().member("data/app.db").orElseThrow().facts().rows())
        .isEqualTo(Map.of("orders", 2L));
  }

  @Test
  void aFileOfTheSameSizeAndTimeIsNoticedWhenEverythingIsRead() throws Exception {
    var ground = new Ground(folder, "files: [data]");
    var file = ground.write("data/a", "one");
    ground.later(Duration.ofDays(3650));
    ground.made();
    var time = Files.getLastModifiedTime(file);
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, time);
    ground.later(Duration.ofMinutes(1));
    // the time of the inode gives it away already
    var second = ground.made();
    assertThat(second.manifest().member("data/a").orElseThrow().sha256())
        .isEqualTo(Digests.sha256Hex(file));
    ground.later(Duration.ofMinutes(1));
    assertThat(
            ground
                .backups()
                .take(new TakeOptions(false, true, new RestorePoint.Of(null, null)))
                .run())
        .isInstanceOf(Taken.Unchanged.class);
  }

  @Test
  void sideFilesOfADatabaseAreLeftOutAndThatIsSaid() throws Exception {
    var ground = new Ground(folder, "files: [data]");
    ground.write("data/x", "x");
    sql(ground, "pragma journal_mode=wal; create table t(x);");
    try (var open = DriverManager.getConnection("jdbc:sqlite:" + ground.file("data/app.db"));
        var statement = open.createStatement()) {
      statement.execute("insert into t values (1)");
      var made = ground.made();
      assertThat(made.manifest().members())
          .extracting(Manifest.Member::path)
          .containsExactly("data", "data/app.db", "data/x");
      assertThat(messages(made))
          .contains(
              "data/app.db-wal belongs to data/app.db, which SQLite itself copies; left out.");
    }
  }

  @Test
  void aDuckDatabaseIsSavedWithItsWriteAheadFileAlsoWhenItHasNotChanged() throws Exception {
    var ground = new Ground(folder, "files: [k.duckdb, note]");
    ground.write("k.duckdb", "checksumDUCK main");
    ground.write("k.duckdb.wal", "ahead");
    ground.write("note", "1");
    ground.later(Duration.ofDays(3650));
    assertThat(ground.made().manifest().members())
        .extracting(Manifest.Member::path)
        .containsExactly("k.duckdb", "k.duckdb.wal", "note");
    ground.write("note", "2");
    ground.later(Duration.ofMinutes(1));
    var second = ground.made();
    assertThat(second.share().takenOver()).isEqualTo(2);
    assertThat(second.manifest().members())
        .extracting(Manifest.Member::path)
        .containsExactly("k.duckdb", "k.duckdb.wal", "note");
    ground.later(Duration.ofMinutes(1));
    assertThat(ground.take()).isInstanceOf(Taken.Unchanged.class);
  }

  @Test
  void ofWhatWasTakenOverItIsKnownHowMuchWasNotUnpackedAgain() throws Exception {
    for (var format : List.of("tar.zst", "zip")) {
      var ground = new Ground(folder.resolve(format), "files: [data], format: " + format);
      ground.write("data/large", "x".repeat(100_000));
      ground.write("data/small", "y");
      ground.write("data/other", "1");
      ground.later(Duration.ofDays(3650));
      assertThat(ground.made().share().asTheyLie()).isZero();
      ground.write("data/other", "2");
      ground.later(Duration.ofMinutes(1));

      var share = ground.made().share();

      assertThat(share.takenOver()).isEqualTo(2);
      assertThat(share.asTheyLie())
          .as("small files are packed anew in a tar.zst")
          .isEqualTo(format.equals("zip") ? 2 : 1);
    }
  }
}

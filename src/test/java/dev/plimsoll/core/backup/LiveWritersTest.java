package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Backups of files that are being written to all the time. Ten here; the hundred are
/// [HundredBackups].
@Timeout(120)
final class LiveWritersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"wal, 10", "delete, 4"})
  void everyBackupOfADatabaseUnderAConstantWriterIsSound(String journal, int backups)
      throws Exception {
    sound(folder, journal, backups);
  }

  /// Each backup holds one moment of the database: whole transactions, of two rows each, and never
  /// fewer than the one before.
  static void sound(Path folder, String journal, int backups) throws Exception {
    var ground = new Ground(folder, "files: [app.db], rows: [{file: app.db, tables: [a, b]}]");
    var file = ground.file("app.db");
    var created =
        "pragma journal_mode=%s; create table a(n integer primary key, t);".formatted(journal)
            + " create table b(n integer primary key, t); create index i on a(t);";
    assertThat(Ground.run(ground.repository, "sqlite3", "app.db", created)).startsWith("0 ");
    var stop = new AtomicBoolean();
    var written = new AtomicLong();
    var writer = Thread.ofPlatform().start(() -> write(file, stop, written));
    try {
      var last = 0L;
      for (var n = 0; n < backups; n++) {
        var before = written.get();
        while (written.get() < before + 3) {
          Thread.sleep(1);
        }
        ground.later(Duration.ofMinutes(1));
        var made = ground.made();
        var into = folder.resolve("into" + n);
        ground.backups().unpack(made.point().id(), List.of(), into).run();
        var copy = into.resolve("app.db").toString();
        var said =
            Ground.run(
                null,
                "sqlite3",
                copy,
                "pragma integrity_check; select count(*), (select count(*) from b) from a;");
        var rows = made.manifest().member("app.db").orElseThrow().facts().rows();
        assertThat(said).isEqualTo("0 ok\n" + rows.get("a") + "|" + rows.get("b") + "\n");
        assertThat(rows.get("a")).isEqualTo(rows.get("b")).isGreaterThanOrEqualTo(before);
        assertThat(rows.get("a")).isGreaterThan(last);
        last = rows.get("a");
        Files.delete(into.resolve("app.db"));
      }
    } finally {
      stop.set(true);
      writer.join();
    }
    assertThat(ground.names()).hasSize(backups);
  }

  private static void write(Path file, AtomicBoolean stop, AtomicLong written) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout=20000");
      statement.execute("pragma synchronous=off");
      while (!stop.get()) {
        statement.execute("begin immediate");
        statement.execute("insert into a(t) values (hex(randomblob(400)))");
        statement.execute("insert into b(t) values (hex(randomblob(400)))");
        statement.execute("commit");
        written.incrementAndGet();
        Thread.sleep(1); // constant, and not so much that the disk fills
      }
    } catch (InterruptedException | SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void everyBackupOfALiveChainHoldsWholeLinesAndItsHead() throws Exception {
    var ground =
        new Ground(
            folder,
            "files: [ops.jsonl]",
            "chains: [{name: ops, file: ops.jsonl, recipe: aetherlink}]\n");
    var log = ground.write("ops.jsonl", "");
    var stop = new AtomicBoolean();
    var written = new AtomicLong();
    var writer = Thread.ofPlatform().start(() -> append(log, stop, written));
    try {
      var last = 0L;
      for (var n = 0; n < 8; n++) {
        var before = written.get();
        while (written.get() < before + 20) {
          Thread.sleep(1);
        }
        ground.later(Duration.ofMinutes(1));
        var made = ground.made();
        var facts = made.manifest().member("ops.jsonl").orElseThrow().facts().log();
        assertThat(facts).isNotNull();
        var into = folder.resolve("into" + n);
        ground.backups().unpack(made.point().id(), List.of(), into).run();
        var lines = Files.readAllLines(into.resolve("ops.jsonl"));
        assertThat(lines).hasSize((int) facts.entries());
        assertThat(lines.getLast()).contains("\"hash\":\"" + facts.head() + "\"");
        assertThat(facts.entries()).isGreaterThan(last);
        last = facts.entries();
      }
    } finally {
      stop.set(true);
      writer.join();
    }
  }

  /// Lines in two pieces each, so that a backup may meet half a line.
  private static void append(Path log, AtomicBoolean stop, AtomicLong written) {
    var prev = "null";
    try {
      while (!stop.get()) {
        var begin = "{\"action\":\"step\",";
        var rest = "\"n\":" + written.get() + ",\"prev_hash\":" + prev + "}";
        prev = '"' + Digests.sha256Hex((begin + rest).getBytes(StandardCharsets.UTF_8)) + '"';
        Files.writeString(log, begin + "\"hash\":", StandardOpenOption.APPEND);
        Files.writeString(log, prev + ',' + rest + '\n', StandardOpenOption.APPEND);
        written.incrementAndGet();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

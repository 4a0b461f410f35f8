package dev.plimsoll.core.backup.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Databases made by the program `sqlite3`, copied through the driver.
final class SqliteCopyTest {
  @TempDir Path folder;

  private Path made(String name, String sql) throws Exception {
    var file = folder.resolve(name);
    sqlite3(file, sql);
    return file;
  }

  private static String sqlite3(Path file, String sql) throws Exception {
    var process =
        new ProcessBuilder("sqlite3", file.toString(), sql).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void aCopyHoldsWhatTheDatabaseHoldsAndNothingIsLeftBeside() throws Exception {
    var app = made("app's.db", "create table t(x); insert into t values (1),(2),(3);");
    new SqliteCopy().copy(app, "app's.db", folder.resolve("copy's.db"));
    assertThat(
            sqlite3(folder.resolve("copy's.db"), "pragma integrity_check; select count(*) from t"))
        .isEqualTo("ok\n3");
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("app's.db", "copy's.db");
    }
  }

  @Test
  void aDatabaseWithAWriteAheadLogKeepsThatModeInItsCopy() throws Exception {
    var app =
        made("app.db", "pragma journal_mode=wal; create table t(x); insert into t values (1);");
    var copy = folder.resolve("copy.db");
    new SqliteCopy().copy(app, "app.db", copy);
    assertThat(Files.exists(folder.resolve("copy.db-wal"))).isFalse();
    assertThat(sqlite3(copy, "pragma journal_mode")).isEqualTo("wal");
  }

  @Test
  void whatStandsInTheWriteAheadLogAloneIsInTheCopy() throws Exception {
    var app = made("app.db", "pragma journal_mode=wal; create table t(x);");
    try (var open = DriverManager.getConnection("jdbc:sqlite:" + app);
        var statement = open.createStatement()) {
      statement.execute("pragma wal_autocheckpoint=0");
      statement.execute("insert into t values (1),(2)");
      assertThat(Files.size(folder.resolve("app.db-wal"))).isPositive();
      new SqliteCopy().copy(app, "app.db", folder.resolve("copy.db"));
    }
    assertThat(new SqliteCopy().rows(folder.resolve("copy.db"), "copy", List.of("t")))
        .isEqualTo(Map.of("t", 2L));
  }

  @Test
  @Timeout(60)
  void aDatabaseThatStaysLockedIsAFailureThatSaysSo() throws Exception {
    var app = made("app.db", "create table t(x);");
    try (var open = DriverManager.getConnection("jdbc:sqlite:" + app);
        var statement = open.createStatement()) {
      statement.execute("begin exclusive");
      assertThatThrownBy(() ->
              new SqliteCopy(Duration.ofMillis(300)).copy(app, "app.db", folder.resolve("copy.db")))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("app.db was locked by another program all the time.");
    }
  }

  @Test
  @Timeout(60)
  void aLockThatIsLetGoIsWaitedFor() throws Exception {
    var app = made("app.db", "create table t(x);");
    try (var open = DriverManager.getConnection("jdbc:sqlite:" + app);
        var statement = open.createStatement()) {
      statement.execute("begin exclusive");
      statement.execute("insert into t values (1)");
      var copying =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  new SqliteCopy().copy(app, "app.db", folder.resolve("copy.db"));
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
              });
      Thread.sleep(200);
      statement.execute("commit");
      copying.join();
    }
    assertThat(sqlite3(folder.resolve("copy.db"), "select count(*) from t")).isEqualTo("1");
  }

  @Test
  void aDamagedDatabaseIsAFailure() throws Exception {
    var app =
        made(
            "app.db",
            "create table t(x); create index i on t(x);"
                + " with recursive c(n) as (select 1 union all select n+1 from c where n<5000)"
                + " insert into t select 'row ' || n from c;");
    try (var file = new RandomAccessFile(app.toFile(), "rw")) {
      file.seek(4096 * 9 + 100);
      file.write(new byte[3000]);
    }
    assertThatThrownBy(() -> new SqliteCopy().copy(app, "app.db", folder.resolve("copy.db")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("app.db");
  }

  @Test
  void aDatabaseOfAModuleThatIsNotHereIsCopiedPageByPage() throws Exception {
    var app = made("app.db", "create table t(x); insert into t values (7);");
    sqlite3(
        app,
        "pragma writable_schema=on; insert into sqlite_schema values"
            + " ('table','v','v',0,'CREATE VIRTUAL TABLE v USING nobody_has_it(x)');");
    var copy = folder.resolve("copy.db");
    new SqliteCopy().copy(app, "app.db", copy);
    assertThat(new SqliteCopy().rows(copy, "copy", List.of("t"))).isEqualTo(Map.of("t", 1L));
  }

  @Test
  void rowsOfATableThatIsNotThereAreAFailure() throws Exception {
    var app = made("app.db", "create table t(x);");
    assertThatThrownBy(() -> new SqliteCopy().rows(app, "app.db", List.of("none\"; drop table t")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("The rows of app.db cannot be counted");
    assertThat(sqlite3(app, "select count(*) from t")).isEqualTo("0");
  }
}

package dev.plimsoll.core.check.sql;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlVerbTest {
  private static final String COUNT = "SELECT COUNT(*) FROM chunks";

  @TempDir Path root;
  private final SqlVerb verb = new SqlVerb();
  private Stage stage;

  @BeforeEach
  void database() throws Exception {
    stage = new Stage(root);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("app.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE chunks (id INTEGER, name TEXT, share REAL)");
      statement.executeUpdate(
          "INSERT INTO chunks VALUES (1, 'a', 0.5), (2, 'b', NULL), (3, 'c', 1)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT COUNT(*) FROM chunks | value > 0",
        "SELECT COUNT(*) FROM chunks; | value == 3",
        "SELECT name FROM chunks ORDER BY id | value == a",
        "SELECT name FROM chunks | rows == 3",
        "SELECT name FROM chunks | values count == 3",
        "SELECT share FROM chunks WHERE id = 2 | value == null",
        "SELECT share FROM chunks WHERE id = 1 | value < 0.6",
        "WITH x AS (SELECT ';' AS a) SELECT a FROM x | value == \";\""
      })
  void holdsRowsAgainstExpectations(String query, String expect) throws Exception {
    assertThat(judge(query, expect)).isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT COUNT(*) FROM chunks | value > 3 | Expected value > 3, saw 3.",
        "SELECT id FROM chunks WHERE id > 9 | value > 0 | Expected value > 0, saw 0 nodes.",
        "SELECT id FROM chunks | rows == 1 | Expected rows == 1, saw 3.",
        "SELECT id FROM chunks | values == 1 | Expected values == 1, saw 3 nodes."
      })
  void saysWhatWasSeen(String query, String expect, String message) throws Exception {
    var outcome = judge(query, expect);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings()).extracting(Finding::message).containsExactly(message);
  }

  @Test
  void theFileIsNeverWritten() throws Exception {
    var before = Files.readAllBytes(root.resolve("app.db"));
    assertThat(judge("WITH x AS (SELECT 1) DELETE FROM chunks", "rows == 0"))
        .isInstanceOf(Outcome.Unavailable.class);
    assertThat(Files.readAllBytes(root.resolve("app.db"))).isEqualTo(before);
  }

  @Test
  void whatCannotBeAskedIsUnavailable() throws Exception {
    assertThat(judge("SELECT 1 FROM gone", "value == 1").findings().getFirst().message())
        .contains("no such table: gone");
    Files.writeString(root.resolve("text.db"), "no database at all, only a text of some length");
    assertThat(judge(map("file", "text.db", "query", COUNT), "value > 0"))
        .isInstanceOf(Outcome.Unavailable.class);
    assertThat(judge(map("file", "gone.db", "query", COUNT), "value > 0").findings())
        .extracting(Finding::message)
        .containsExactly("gone.db is not there.");
    assertThat(Files.exists(root.resolve("gone.db"))).isFalse();
    assertThat(judge(map("url", "jdbc:warehouse://host/x", "query", COUNT), "value > 0").findings())
        .extracting(Finding::message)
        .containsExactly("There is no driver for 'warehouse' databases on the class path.");
  }

  @Test
  void tooManyRowsAndTooMuchTimeAreInconclusive() throws Exception {
    assertThat(
            judge(
                map("file", "app.db", "query", "SELECT id FROM chunks", "maxRows", 2), "rows > 0"))
        .isInstanceOf(Outcome.Inconclusive.class);
    var endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";
    assertThat(judge(map("file", "app.db", "query", endless, "timeout", "200ms"), "value > 0"))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void secretsInRowsAreMasked() throws Exception {
    stage.secret("TOKEN", "hunter2-token");
    var outcome = judge("SELECT 'hunter2-token'", "value == x");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.toString()).doesNotContain("hunter2");
  }

  @Test
  void lintAllowsOneQuestionThatReads() {
    assertThat(Stage.lint(verb, map("file", "a.db", "query", "DROP TABLE x"), "rows == 0"))
        .singleElement()
        .asString()
        .contains("does not begin with SELECT");
    assertThat(Stage.lint(verb, map("file", "a.db", "query", "SELECT 1; SELECT 2"), "rows == 0"))
        .singleElement()
        .asString()
        .contains("several statements");
    assertThat(Stage.lint(verb, map("query", "SELECT 1"), null))
        .anyMatch(line -> line.contains("either a file or an address"))
        .anyMatch(line -> line.contains("It is not said what must hold."));
    assertThat(Stage.lint(verb, map("url", "jdbc:sqlite:a.db", "query", "SELECT 1"), "row == 1"))
        .anyMatch(line -> line.contains("named by its path"))
        .anyMatch(line -> line.contains("Did you mean 'rows'?"));
  }

  @Test
  void anAddressOpensNoSqliteFile() throws Exception {
    stage.secret("DB", "jdbc:sqlite:" + root.resolve("made.db"));
    assertThat(judge(map("url", "{secret.DB}", "query", "SELECT 1"), "value == 1"))
        .isInstanceOf(Outcome.Unavailable.class);
    assertThat(root.resolve("made.db")).doesNotExist();
    assertThat(Stage.lint(verb, map("url", "jdbc:SQLite:a.db", "query", "SELECT 1"), "rows == 1"))
        .singleElement()
        .asString()
        .contains("named by its path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres://anna:hunter2@host/x", "hunter2-anna", "jdbc:anna"})
  void whatIsNoAddressIsNotQuoted(String address) throws Exception {
    stage.secret("DB", address);
    var outcome = judge(map("url", "{secret.DB}", "query", "SELECT 1"), "value == 1");
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(outcome.toString()).doesNotContain("anna");
  }

  private Outcome judge(String query, String expect) throws InterruptedException {
    return judge(map("file", "app.db", "query", query), expect);
  }

  private Outcome judge(Map<String, ?> value, String expect) throws InterruptedException {
    return stage.carryOut(verb, value, List.of(expect)).outcome();
  }
}

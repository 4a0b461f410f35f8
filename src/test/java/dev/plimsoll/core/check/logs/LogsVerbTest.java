package dev.plimsoll.core.check.logs;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsVerbTest {
  private static final String LINE =
      "{\"timestamp\": \"2026-03-01T10:00:00Z\", \"event_id\": 7, \"severity\": \"low\","
          + " \"data\": {\"urn\": \"urn:set:1\"}}\n";

  @TempDir Path root;
  private final LogsVerb verb = new LogsVerb();

  @Test
  void passesWhenEveryLineHasWhatItMust() throws Exception {
    write("logs/a.jsonl", LINE + "\n" + LINE);
    write("logs/b.jsonl", LINE);
    assertThat(judge("logs/*.jsonl", 3)).isEqualTo(new Outcome.Passed("3 lines in 2 files"));
  }

  @Test
  void namesEveryLineThatLacksSomething() throws Exception {
    write(
        "logs/a.jsonl",
        LINE
            + LINE.replace("event_id", "event")
            + LINE.replace("7", "7.5")
            + LINE.replace("10:00:00Z", "ten")
            + LINE.replace("low", "mild")
            + LINE.replace("urn:set", "set")
            + "Traceback: no module\n"
            + "[1]\n");
    var outcome = judge("logs/a.jsonl", 1);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "logs/a.jsonl:2: 'event_id' is missing. Correct what writes the line.",
            "logs/a.jsonl:3: 'event_id' is a number, not integer. Correct what writes the line.",
            "logs/a.jsonl:4: 'timestamp' is a text, not date-time. Correct what writes the line.",
            "logs/a.jsonl:5: 'severity' is none of: low, high. Correct what writes the line.",
            "logs/a.jsonl:6: 'data.urn' does not match ^urn:. Correct what writes the line.",
            "logs/a.jsonl:7: The line is no JSON. Write one object a line.",
            "logs/a.jsonl:8: The line is no JSON object. Write one object a line.");
  }

  @Test
  void aBlankFileNeverPasses() throws Exception {
    write("logs/a.jsonl", LINE);
    write("logs/blank.jsonl", "\n\n");
    assertThat(judge("logs/*.jsonl", 1).findings())
        .extracting(Finding::message)
        .containsExactly("logs/blank.jsonl holds no line.");
  }

  @Test
  void tooFewLinesFailAndNoFileIsUnavailable() throws Exception {
    write("logs/a.jsonl", LINE);
    assertThat(judge("logs/*.jsonl", 2)).isInstanceOf(Outcome.Failed.class);
    assertThat(judge("other/*.jsonl", 1)).isInstanceOf(Outcome.Unavailable.class);
  }

  @Test
  void everyPatternMustMatch() throws Exception {
    write("logs/a.jsonl", "{}\n");
    var outcome =
        new Stage(root)
            .carryOut(verb, map("files", List.of("logs/*.jsonl", "audit/*.jsonl")))
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.findings().toString()).contains("No file matches audit/*.jsonl.");
  }

  @Test
  void nothingOfALineIsShown() throws Exception {
    write("logs/a.jsonl", "{\"event_id\": \"hunter2-token\"}\nhunter2-token\n");
    assertThat(judge("logs/a.jsonl", 1).findings().toString()).doesNotContain("hunter2");
  }

  @Test
  void lintSaysWhatIsWrong() {
    assertThat(
            Stage.lint(
                verb,
                map("files", "/var/log/x", "fields", map("a", "date", "b", map("matches", "("))),
                null))
        .anyMatch(line -> line.contains("absolute path"))
        .anyMatch(line -> line.contains("'a' cannot be date. Use one of: text, number"))
        .anyMatch(line -> line.contains("is no regular expression"));
  }

  private Outcome judge(String files, int atLeast) throws InterruptedException {
    Map<String, Object> fields =
        map(
            "timestamp", "date-time",
            "event_id", "integer",
            "severity", map("oneOf", List.of("low", "high")),
            "data.urn", map("type", "text", "matches", "^urn:"),
            "note", map("type", "text", "optional", true));
    return new Stage(root)
        .carryOut(
            verb,
            map(
                "files",
                files,
                "required",
                List.of("timestamp"),
                "fields",
                fields,
                "atLeast",
                atLeast))
        .outcome();
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }
}

package dev.plimsoll.core.check.logs;

import dev.plimsoll.core.check.json.JsonDocument;
import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.check.json.MalformedJsonException;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads logs line by line. Use it once.
final class LogReading {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_NAMED = 50;

  private final List<LogField> fields;
  private final List<Finding> findings = new ArrayList<>();
  private long lines;
  private long broken;

  LogReading(List<LogField> fields) {
    this.fields = fields;
  }

  void read(Path file, String name) throws IOException, InterruptedException {
    var before = lines;
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      var number = 0;
      for (var line = next(reader); line != null; line = next(reader)) {
        number++;
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (!line.isBlank()) {
          lines++;
          judge(line, Position.of(name, number));
        }
      }
    } catch (CharacterCodingException noText) {
      found(Finding.error(name + " is not UTF-8 text.", Position.of(name), "See what wrote it."));
    }
    if (lines == before) {
      found(
          Finding.error(
              name + " holds no line.", Position.of(name), "Write a sample of the log first."));
    }
  }

  /// The next line, cut after the longest that is read, or null.
  private static @Nullable String next(BufferedReader reader) throws IOException {
    var line = new StringBuilder();
    var c = reader.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() <= LONGEST) {
        line.append((char) c);
      }
      c = reader.read();
    }
    return line.toString();
  }

  private void judge(String line, Position at) {
    if (line.length() > LONGEST) {
      found(Finding.error("The line is longer than 1 MiB.", at, "Write shorter lines."));
      return;
    }
    try {
      if (!(JsonDocument.parse(line).root() instanceof JsonValue.Members members)) {
        found(Finding.error("The line is no JSON object.", at, "Write one object a line."));
        return;
      }
      for (var field : fields) {
        var flaw = field.flaw(members);
        if (flaw != null) {
          found(Finding.error(flaw, at, "Correct what writes the line."));
        }
      }
    } catch (MalformedJsonException malformed) {
      found(Finding.error("The line is no JSON.", at, "Write one object a line."));
    }
  }

  private void found(Finding finding) {
    broken++;
    if (findings.size() < MOST_NAMED) {
      findings.add(finding);
    }
  }

  long lines() {
    return lines;
  }

  /// In order; those after the fiftieth are counted.
  List<Finding> findings() {
    var all = new ArrayList<>(findings);
    if (broken > findings.size()) {
      all.add(Finding.error("And " + (broken - findings.size()) + " more."));
    }
    return all;
  }
}

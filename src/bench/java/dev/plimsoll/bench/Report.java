package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where results go: a line on the screen, `target/bench.json` (one object to a line), and the
/// table of `docs/performance.md`.
final class Report {
  private static final Path TABLE = Path.of("docs", "performance.md");
  private static final Path JSON = Path.of("target", "bench.json");
  private static final String RULE = "|---|";

  private Report() {}

  static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  static void keep(String json) throws IOException {
    Files.createDirectories(JSON.getParent());
    Files.writeString(JSON, json + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /// Replaces the rows of one goal in the table.
  ///
  /// @param id `C5`
  /// @param rows begin with `| C5`
  static void table(String id, List<String> rows) throws IOException {
    var kept = new ArrayList<String>();
    for (var line : Files.readAllLines(TABLE)) {
      if (!line.startsWith("| " + id + " ")) {
        kept.add(line);
      }
    }
    var rule =
        kept.indexOf(kept.stream().filter(line -> line.startsWith(RULE)).findFirst().orElseThrow());
    kept.addAll(rule + 1, rows);
    Files.writeString(TABLE, String.join("\n", kept) + "\n");
  }

  /// `2026-03-01, 1a2b3c4, 2 processors, Linux 6.1, Java 25.0.3`
  static String circumstances() throws IOException, InterruptedException {
    return String.join(
        ", ",
        LocalDate.now().toString(),
        said("git", "rev-parse", "--short", "HEAD"),
        Runtime.getRuntime().availableProcessors() + " processors",
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "Java " + System.getProperty("java.version"));
  }

  private static String said(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return text;
  }
}

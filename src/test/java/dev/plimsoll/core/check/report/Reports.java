package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Judges the reports that lie in `src/test/resources/report`.
final class Reports {
  private static final Path FIXTURES = Path.of("src/test/resources/report");
  private final Path root;

  Reports(Path root) {
    this.root = root;
  }

  /// @param expect texts, or null
  Outcome judge(String format, String fixture, @Nullable List<String> expect)
      throws InterruptedException {
    try {
      Files.createDirectories(root.resolve("out"));
      Files.copy(FIXTURES.resolve(fixture), root.resolve("out").resolve(fixture));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Stage(root)
        .carryOut(new ReportVerb(), Map.of(format, "out/" + fixture), expect)
        .outcome();
  }

  static List<String> texts(Outcome outcome) {
    return outcome.findings().stream().map(Finding::toString).toList();
  }
}

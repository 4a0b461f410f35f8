package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Finds the reports, reads them, and keeps them as evidence.
final class ReportFiles {
  /// File systems and clocks do not agree to the second.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final int MOST_KEPT = 100;
  private static final long LARGEST = 64L << 20;

  private final StepContext context;
  private final Format format;
  private final RepositoryPaths paths;

  ReportFiles(StepContext context, Format format) {
    this.context = context;
    this.format = format;
    this.paths = new RepositoryPaths(context.subject().root());
  }

  ReportFacts read(List<String> patterns) throws InterruptedException {
    var files =
        patterns.stream().flatMap(glob -> paths.matching(glob).stream()).distinct().toList();
    var stale = new ArrayList<String>();
    var malformed = new ArrayList<Finding>();
    var reading = Reading.NONE;
    var kept = 0;
    for (var file : files) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var name = paths.shown(file);
      try {
        if (isStale(file)) {
          stale.add(name);
          continue;
        }
        if (kept++ < MOST_KEPT) {
          keep(file);
        }
        reading = reading.plus(format.read(new ReportFile(file, name, context.subject().root())));
      } catch (Malformed broken) {
        malformed.add(
            Finding.error(
                name + " cannot be read. " + broken.getMessage(),
                broken.at(),
                "See whether what writes it was cut short, and run it again."));
      } catch (IOException gone) {
        malformed.add(
            Finding.error(name + " cannot be read.", Position.of(name), "See who may read it."));
      }
    }
    if (kept > MOST_KEPT) {
      context
          .tap()
          .line(
              "note", "Of " + kept + " reports the first " + MOST_KEPT + " are kept as evidence.");
    }
    return new ReportFacts(files.size(), stale, malformed, reading);
  }

  private boolean isStale(Path file) throws IOException {
    var startedOn = context.workplace().programStartedOn();
    return startedOn != null
        && Files.getLastModifiedTime(file).toInstant().isBefore(startedOn.minus(TOLERANCE));
  }

  private void keep(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      return;
    }
    try (var bytes = Files.newInputStream(file)) {
      context.tap().keep(file.getFileName().toString(), mediaType(file), bytes);
    } catch (IOException full) {
      throw Problem.of(
          "Report not kept",
          paths.shown(file) + " cannot be stored as evidence: " + full.getMessage() + ".",
          "See that the disk has space, and run the step again.",
          full);
    }
  }

  private static String mediaType(Path file) {
    var name = file.getFileName().toString();
    if (name.endsWith(".xml")) {
      return "application/xml; charset=utf-8";
    }
    return name.endsWith(".json") || name.endsWith(".sarif")
        ? "application/json"
        : "text/plain; charset=utf-8";
  }
}

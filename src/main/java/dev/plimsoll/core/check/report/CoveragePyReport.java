package dev.plimsoll.core.check.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The JSON of coverage.py. Its percentages are rounded where they are shown; the counts beside
/// them are not.
final class CoveragePyReport {
  private CoveragePyReport() {}

  static Coverage read(ReportFile file) throws IOException, Malformed {
    var totals = file.object("coverage report").path("totals");
    var coverage = new Coverage();
    if (!totals.isObject()) {
      throw file.no("coverage report of coverage.py: it has no 'totals'");
    }
    coverage.share(
        CoverageFormat.LINES, count(totals, "covered_lines"), count(totals, "num_statements"));
    coverage.share(
        CoverageFormat.BRANCHES, count(totals, "covered_branches"), count(totals, "num_branches"));
    file.json()
        .path("files")
        .forEachEntry((name, measured) -> {
          var summary = measured.path("summary");
          var covered = count(summary, "covered_lines");
          var all = count(summary, "num_statements");
          if (covered != null && all != null) {
            coverage.file(name.replace('\\', '/'), covered, all);
          }
        });
    return coverage;
  }

  private static @Nullable Long count(JsonNode fields, String name) {
    return Coverage.count(fields.path(name).asString(null));
  }
}

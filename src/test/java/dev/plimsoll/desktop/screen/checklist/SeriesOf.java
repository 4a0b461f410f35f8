package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Sample;
import dev.plimsoll.core.run.Series;
import java.util.ArrayList;

/// Series as a run hands them out, of responses of which every so many failed.
final class SeriesOf {
  private SeriesOf() {}

  static Series responses(int count, int failed) {
    var latest = new ArrayList<Sample>();
    var failures = new ArrayList<Sample>();
    var stretches = new ArrayList<Series.Stretch>();
    var per = Math.ceilDiv(count, 240);
    for (var i = 0; i < count; i += per) {
      stretches.add(
          new Series.Stretch(Math.min(per, count - i), 900, 4_000 + i % 977, i < failed ? 1 : 0));
    }
    for (var i = Math.max(0, count - 200); i < count; i++) {
      latest.add(new Sample(i + 1, "GET /search", new Sample.Came(200, 17), 900 + i % 977, null));
    }
    for (var i = 0; i < failed; i++) {
      failures.add(
          new Sample(
              i + 1,
              "GET /search",
              new Sample.Came(500, 9),
              4_000,
              "Expected status == 200, saw 500."));
    }
    return new Series(
        count,
        failed,
        new Series.Spread(900, 1_400, 3_900, 4_976),
        stretches,
        new Series.Rows(latest, failures));
  }
}

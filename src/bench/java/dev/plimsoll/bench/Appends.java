package dev.plimsoll.bench;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.Event;
import java.util.Arrays;
import java.util.HashMap;

/// Our side: entries of a walk, one after another, each on disk before the next one is made.
final class Appends {
  private final AuditLog log;
  private long written;

  Appends(AuditLog log) {
    this.log = log;
  }

  /// Median of one append, in microseconds.
  double median(int entries) {
    var times = new long[entries];
    for (var i = 0; i < entries; i++) {
      times[i] = one();
    }
    Arrays.sort(times);
    return times[entries / 2] / 1000.0;
  }

  private long one() {
    var place = (int) (written % (2L * FilledHistory.STEPS));
    var run = "bench-" + System.identityHashCode(this) + "-" + written / (2L * FilledHistory.STEPS);
    if (place == 0) {
      var opened = new HashMap<>(FilledHistory.opened(written));
      opened.put("run", run);
      log.append(Event.RUN_OPENED, FilledHistory.ADA, opened);
    }
    written++;
    var step = place / 2;
    var event = place % 2 == 0 ? Event.STEP_STARTED : Event.STEP_CONCLUDED;
    var data =
        place % 2 == 0
            ? FilledHistory.started(run, step)
            : FilledHistory.concluded(run, step, written);
    var before = System.nanoTime();
    log.append(event, FilledHistory.ADA, data);
    return System.nanoTime() - before;
  }
}

package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Keeps a bounded picture of any number of responses. Thread-safe; taking one in is quick, and a
/// picture is made only when somebody looks.
final class LiveSamples {
  static final int STRETCHES = 240;
  static final int LATEST = 200;
  static final int FAILURES = 200;

  private final Spreading spreading = new Spreading();
  private final List<Series.Stretch> stretches = new ArrayList<>();
  private final ArrayDeque<Sample> latest = new ArrayDeque<>();
  private final List<Sample> failures = new ArrayList<>();
  private long perStretch = 1;
  private long count;
  private long failed;
  private Series seen = Series.NONE;

  synchronized void add(Sample sample) {
    count++;
    spreading.add(sample.micros());
    if (latest.size() == LATEST) {
      latest.removeFirst();
    }
    latest.addLast(sample);
    if (!sample.good()) {
      failed++;
      if (failures.size() < FAILURES) {
        failures.add(sample);
      }
    }
    stretch(new Series.Stretch(1, sample.micros(), sample.micros(), sample.good() ? 0 : 1));
  }

  private void stretch(Series.Stretch one) {
    if (!stretches.isEmpty() && stretches.getLast().count() < perStretch) {
      stretches.set(stretches.size() - 1, stretches.getLast().with(one));
      return;
    }
    if (stretches.size() == STRETCHES) {
      var halved = new ArrayList<Series.Stretch>();
      for (var i = 0; i < STRETCHES; i += 2) {
        halved.add(stretches.get(i).with(stretches.get(i + 1)));
      }
      stretches.clear();
      stretches.addAll(halved);
      perStretch *= 2;
    }
    stretches.add(one);
  }

  /// Starts over, for another attempt.
  synchronized void clear() {
    spreading.clear();
    stretches.clear();
    latest.clear();
    failures.clear();
    perStretch = 1;
    count = 0;
    failed = 0;
    seen = Series.NONE;
  }

  /// Masks once more what the rows say, where more is known to be secret than when they came.
  synchronized void mask(UnaryOperator<String> masking) {
    var masked = latest.stream().map(sample -> masked(sample, masking)).toList();
    latest.clear();
    latest.addAll(masked);
    failures.replaceAll(sample -> masked(sample, masking));
    seen = Series.NONE;
  }

  private static Sample masked(Sample sample, UnaryOperator<String> masking) {
    var missed = sample.missed();
    return new Sample(
        sample.number(),
        masking.apply(sample.label()),
        sample.came(),
        sample.micros(),
        missed == null ? null : masking.apply(missed));
  }

  synchronized Tally tally() {
    return new Tally(count, failed);
  }

  synchronized Series snapshot() {
    if (seen.count() != count) {
      seen =
          new Series(
              count,
              failed,
              spreading.spread(),
              stretches,
              new Series.Rows(List.copyOf(latest), failures));
    }
    return seen;
  }
}

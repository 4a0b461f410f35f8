package dev.plimsoll.core.check.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Counts what came of many requests, and keeps the last of them whole, the first and the first
/// failures as far as they are shown. Thread-safe.
final class Tally {
  static final int KEPT_FAILURES = 10;
  static final int LISTED_TIMES = 10_000;
  private static final long NOTHING = -1;

  private final List<Tried> kept = new ArrayList<>();
  private final List<Tried> failures = new ArrayList<>();

  /// By number less one; [#NOTHING] where no answer of that number came yet.
  private long[] micros = new long[64];

  private int count;
  private long @Nullable [] ascending;
  private final Map<Integer, Long> byStatus = new TreeMap<>();
  private long failed;
  private Weighing.Rank worst = Weighing.Rank.GOOD;
  private @Nullable Tried last;
  private boolean asked;

  Tally() {
    Arrays.fill(micros, NOTHING);
  }

  synchronized void add(Tried tried) {
    asked |= Weighing.rank(tried) != Weighing.Rank.NOT_ASKED;
    took(Math.toIntExact(tried.number()) - 1, tried.micros());
    byStatus.merge(tried.status(), 1L, Long::sum);
    if (last == null || tried.number() >= last.number()) {
      last = tried;
    }
    if (!tried.isGood()) {
      failed++;
      var rank = Weighing.rank(tried);
      worst = rank.compareTo(worst) > 0 ? rank : worst;
      if (failures.size() < KEPT_FAILURES) {
        failures.add(ExchangeText.shortened(tried));
      }
    }
    if (kept.isEmpty() || tried.number() < kept.getFirst().number()) {
      kept.clear();
      kept.add(ExchangeText.shortened(tried));
    }
  }

  private void took(int place, long time) {
    var before = micros.length;
    if (place >= before) {
      micros = Arrays.copyOf(micros, Math.max(2 * before, place + 1));
      Arrays.fill(micros, before, micros.length, NOTHING);
    }
    count += micros[place] == NOTHING ? 1 : 0;
    micros[place] = time;
    ascending = null;
  }

  synchronized long count() {
    return count;
  }

  synchronized long failed() {
    return failed;
  }

  /// Whether at least one of them may have reached the service.
  synchronized boolean hasAsked() {
    return asked;
  }

  /// How the worst of all of them stands.
  synchronized Weighing.Rank worst() {
    return worst;
  }

  /// The first of those that were not as expected, in the order of their numbers.
  synchronized List<Tried> failures() {
    return failures.stream()
        .sorted((one, other) -> Long.compare(one.number(), other.number()))
        .toList();
  }

  synchronized @Nullable Tried first() {
    return kept.isEmpty() ? null : kept.getFirst();
  }

  synchronized @Nullable Tried last() {
    return last;
  }

  /// How often each status came; 0 where no answer did.
  synchronized Map<Integer, Long> byStatus() {
    return new TreeMap<>(byStatus);
  }

  /// The times in microseconds, in the order of the requests.
  synchronized List<Long> micros() {
    return LongStream.of(micros).filter(time -> time != NOTHING).boxed().toList();
  }

  /// The time that so many percent of the answers did not exceed: the nearest rank. In
  /// microseconds; 0 of nothing.
  synchronized long percentile(double percent) {
    var sorted = ascending();
    return sorted.length == 0
        ? 0
        : sorted[
            (int) Math.clamp(Math.ceil(percent / 100 * sorted.length) - 1, 0, sorted.length - 1.0)];
  }

  private long[] ascending() {
    var sorted = ascending;
    if (sorted == null) {
      sorted = LongStream.of(micros).filter(time -> time != NOTHING).sorted().toArray();
      ascending = sorted;
    }
    return sorted;
  }
}

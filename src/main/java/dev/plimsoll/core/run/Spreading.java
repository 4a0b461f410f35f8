package dev.plimsoll.core.run;

/// Counts durations in buckets whose width grows with them, so that percentiles of any number of
/// durations take a fixed room: exact below 128 µs, above that to within one part in 128. Not
/// thread-safe.
final class Spreading {
  private static final int BITS = 7;
  private static final int FINE = 1 << BITS;

  /// Up to 2^41 µs, some 25 days.
  private static final int LONGEST = 41;

  private final long[] counts = new long[FINE * (LONGEST - BITS + 1)];
  private long count;
  private long fastest;
  private long slowest;

  void add(long micros) {
    var value = Math.clamp(micros, 0L, (1L << LONGEST) - 1);
    fastest = count == 0 ? value : Math.min(fastest, value);
    slowest = Math.max(slowest, value);
    counts[bucket(value)]++;
    count++;
  }

  void clear() {
    java.util.Arrays.fill(counts, 0);
    count = 0;
    fastest = 0;
    slowest = 0;
  }

  Series.Spread spread() {
    return new Series.Spread(fastest, percentile(50), percentile(95), slowest);
  }

  /// By nearest rank: the smallest value that at least so many percent are not above.
  private long percentile(int percent) {
    var rank = Math.max(1, Math.ceilDiv(count * percent, 100L));
    var seen = 0L;
    for (var i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return Math.clamp(middle(i), fastest, slowest);
      }
    }
    return slowest;
  }

  private static int bucket(long value) {
    if (value < FINE) {
      return (int) value;
    }
    var shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - BITS;
    return (shift + 1) * FINE + (int) ((value >>> shift) - FINE);
  }

  private static long middle(int bucket) {
    if (bucket < FINE) {
      return bucket;
    }
    var shift = bucket / FINE - 1;
    var low = (long) (bucket % FINE + FINE) << shift;
    return low + ((1L << shift) >> 1);
  }
}

package dev.plimsoll.core.backup.archive;

import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Deflater;

/// Deflates pieces of a file side by side, as pigz does: each piece knows the end of the one before
/// it, and ends at a whole byte, so that the pieces put together are one stream. Thread-safe.
final class Deflating implements AutoCloseable {
  /// How far back deflate can refer.
  static final int WINDOW = 32 << 10;

  private static final int SAMPLE = 16 << 10;
  private static final int SAMPLES = 3;

  /// What becomes no smaller than this part of itself is not worth the time.
  private static final double WORTH = 0.98;

  private final int level;
  private final Map<Integer, Queue<Deflater>> spare = new ConcurrentHashMap<>();

  Deflating(int level) {
    this.level = level;
  }

  /// Enough for whatever a piece may become.
  static int bound(int length) {
    return length + length / 1000 + 1024;
  }

  /// @param before the end of the piece before, empty for the first
  /// @param last whether the stream ends here
  /// @param room at least [#bound] long
  /// @return how much of the room was filled
  int deflate(byte[] bytes, int length, byte[] before, boolean last, byte[] room) {
    return with(
        isWorthIt(bytes, length) ? level : Deflater.NO_COMPRESSION,
        deflater -> {
          if (before.length > 0) {
            deflater.setDictionary(before);
          }
          deflater.setInput(bytes, 0, length);
          if (last) {
            deflater.finish();
          }
          return fill(deflater, room, last);
        });
  }

  private static int fill(Deflater deflater, byte[] room, boolean last) {
    var filled = 0;
    while (true) {
      var got =
          deflater.deflate(
              room, filled, room.length - filled, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
      filled += got;
      if (last ? deflater.finished() : filled < room.length) {
        return filled;
      }
      if (got == 0) {
        throw new IllegalStateException("deflated bytes need more room than they can");
      }
    }
  }

  /// Whether deflating would make it smaller, told from a few places in it.
  boolean isWorthIt(byte[] bytes, int length) {
    if (length <= SAMPLE) {
      return true;
    }
    var taken = new byte[SAMPLES * SAMPLE];
    var count = 0;
    for (var i = 0; i < SAMPLES; i++) {
      var from = (int) ((long) (length - SAMPLE) * i / (SAMPLES - 1));
      System.arraycopy(bytes, from, taken, count, SAMPLE);
      count += SAMPLE;
    }
    var size = count;
    var packed =
        with(
            Deflater.BEST_SPEED,
            deflater -> {
              deflater.setInput(taken, 0, size);
              deflater.finish();
              return fill(deflater, new byte[bound(size)], true);
            });
    return packed < WORTH * size;
  }

  private interface Use {
    int of(Deflater deflater);
  }

  private int with(int wanted, Use use) {
    var kept = spare.computeIfAbsent(wanted, made -> new ConcurrentLinkedQueue<>());
    var found = kept.poll();
    var deflater = found == null ? new Deflater(wanted, true) : found;
    try {
      return use.of(deflater);
    } finally {
      deflater.reset();
      kept.add(deflater);
    }
  }

  static byte[] endOf(byte[] bytes, int length) {
    return Arrays.copyOfRange(bytes, Math.max(0, length - WINDOW), length);
  }

  @Override
  public void close() {
    spare.values().forEach(kept -> kept.forEach(Deflater::end));
    spare.clear();
  }
}

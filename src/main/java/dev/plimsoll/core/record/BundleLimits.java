package dev.plimsoll.core.record;

/// What a bundle may be at most. A bundle beyond any of these is not read: it was made to do harm,
/// or is none.
///
/// @param entries files
/// @param total bytes of all files together, unpacked
public record BundleLimits(int entries, long total) {
  public static final BundleLimits USUAL = new BundleLimits(50_000, 16L << 30);

  /// Largest single text that is read into memory: a signature, a checkpoint, a sign-off.
  static final int TEXT_MAX = 256 * 1024;

  private static final long FREE = 1 << 20;
  private static final long RATIO = 200;

  static boolean isLarge(long size) {
    return size > FREE;
  }

  /// Whether a file unpacks to far more than it took: beyond one megabyte, more than 200 times.
  static boolean isSuspicious(long size, long packed) {
    return isLarge(size) && size / Math.max(1, packed) > RATIO;
  }
}

package dev.plimsoll.core.audit.scan;

/// How a file is cut and by how many it is read.
///
/// @param chunkBytes size of a piece, at least 1
/// @param longestLine a line is read up to here, in bytes; one that is longer comes without its end
/// @param threads at least 1
public record Plan(int chunkBytes, int longestLine, int threads) {
  private static final int CHUNK = 512 * 1024;
  private static final int MANY = 16;

  /// All processors, up to a number beyond which memory decides.
  public static Plan usual(int longestLine) {
    return new Plan(CHUNK, longestLine, Math.min(MANY, Runtime.getRuntime().availableProcessors()));
  }

  /// Pieces that are read before they are needed: enough that nobody waits.
  int ahead() {
    return 2 * threads + 1;
  }
}

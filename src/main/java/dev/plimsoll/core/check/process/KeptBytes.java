package dev.plimsoll.core.check.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/// Holds the beginning and the end of a stream, however long it is. Thread-safe: what is taken is
/// what had arrived.
final class KeptBytes {
  private static final int PIECE = 1 << 16;

  private final int most;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream(1 << 10);
  private final ArrayDeque<byte[]> end = new ArrayDeque<>();
  private byte[] piece = new byte[0];
  private int inPiece;
  private long dropped;

  /// @param most how many bytes are held of the beginning, and again of the end
  KeptBytes(int most) {
    this.most = most;
  }

  synchronized void add(byte[] bytes, int count) {
    var toBeginning = Math.min(count, most - beginning.size());
    beginning.write(bytes, 0, toBeginning);
    var from = toBeginning;
    while (from < count) {
      if (inPiece == piece.length) {
        startPiece();
      }
      var moved = Math.min(count - from, piece.length - inPiece);
      System.arraycopy(bytes, from, piece, inPiece, moved);
      inPiece += moved;
      from += moved;
    }
  }

  private void startPiece() {
    if (inPiece > 0) {
      end.addLast(piece);
    }
    if (end.size() > most / PIECE) {
      dropped += end.removeFirst().length;
    }
    piece = new byte[PIECE];
    inPiece = 0;
  }

  /// Everything that is held, as text.
  synchronized Output output() {
    var ending = new ByteArrayOutputStream();
    end.forEach(ending::writeBytes);
    ending.write(piece, 0, inPiece);
    if (dropped > 0) {
      var gap = "\n[" + dropped + " bytes of output left out here]\n";
      return new Output(
          beginning.toString(StandardCharsets.UTF_8)
              + gap
              + ending.toString(StandardCharsets.UTF_8),
          dropped);
    }
    var whole = new ByteArrayOutputStream(beginning.size() + ending.size());
    whole.writeBytes(beginning.toByteArray());
    whole.writeBytes(ending.toByteArray());
    return new Output(whole.toString(StandardCharsets.UTF_8), 0);
  }
}

package dev.plimsoll.core.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stream that is made piece by piece from another one.
abstract class PieceStream extends InputStream {
  private byte[] piece = new byte[0];
  private int at;
  private boolean ended;

  /// The next bytes, which may be none, or null at the end.
  abstract byte @Nullable [] next() throws IOException;

  private boolean fill() throws IOException {
    while (at == piece.length && !ended) {
      var next = next();
      if (next == null) {
        ended = true;
      } else {
        piece = next;
        at = 0;
      }
    }
    return at < piece.length;
  }

  @Override
  public int read() throws IOException {
    return fill() ? piece[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    Objects.checkFromIndexSize(from, count, target.length);
    if (count == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    var taken = Math.min(count, piece.length - at);
    System.arraycopy(piece, at, target, from, taken);
    at += taken;
    return taken;
  }
}

package dev.plimsoll.core.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Puts masks in the place of needles, wherever the reads happen to cut. Holds back only bytes that
/// may be the beginning of a needle, so that somebody who watches sees everything else at once.
final class MaskingStream extends PieceStream {
  private static final int WINDOW = 1 << 15;

  private final InputStream source;
  private final Needles needles;
  private final LongAdder masked;
  private final byte[] window;
  private int held;
  private boolean sourceEnded;

  MaskingStream(InputStream source, Needles needles, LongAdder masked) {
    this.source = source;
    this.needles = needles;
    this.masked = masked;
    this.window = new byte[WINDOW + needles.longest()];
  }

  @Override
  byte @Nullable [] next() throws IOException {
    var read = sourceEnded ? -1 : source.read(window, held, window.length - held);
    if (read < 0) {
      sourceEnded = true;
    } else {
      held += read;
    }
    if (sourceEnded && held == 0) {
      return null;
    }
    var out = new ByteArrayOutputStream(held + 64);
    var at = 0;
    while (at < held && (sourceEnded || !needles.mayStart(window, at, held))) {
      var needle = needles.at(window, at, held);
      if (needle == null) {
        out.write(window[at++]);
      } else {
        needle.writeMask(out);
        at += needle.length();
        masked.increment();
      }
    }
    System.arraycopy(window, at, window, 0, held - at);
    held -= at;
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

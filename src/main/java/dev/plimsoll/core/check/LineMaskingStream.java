package dev.plimsoll.core.check;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Hands every line to a mask. Bytes of lines that the mask leaves alone are passed on as they are,
/// valid UTF-8 or not.
final class LineMaskingStream extends PieceStream {
  private static final int LONGEST_LINE = 1 << 16;

  private final InputStream source;
  private final UnaryOperator<String> mask;

  LineMaskingStream(InputStream source, UnaryOperator<String> mask) {
    this.source = new BufferedInputStream(source, LONGEST_LINE);
    this.mask = mask;
  }

  @Override
  byte @Nullable [] next() throws IOException {
    var line = new ByteArrayOutputStream(128);
    var read = source.read();
    while (read >= 0) {
      line.write(read);
      if (read == '\n' || line.size() >= LONGEST_LINE) {
        break;
      }
      read = source.read();
    }
    if (line.size() == 0) {
      return null;
    }
    var text = line.toString(StandardCharsets.UTF_8);
    var masked = mask.apply(text);
    return masked.equals(text) ? line.toByteArray() : masked.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

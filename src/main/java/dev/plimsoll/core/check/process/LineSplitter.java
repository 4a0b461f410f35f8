package dev.plimsoll.core.check.process;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Makes lines out of bytes: UTF-8, what is not UTF-8 replaced, ended by LF, CR LF or CR (as
/// progress bars do it), and never longer than somebody can read. Not thread-safe.
final class LineSplitter {
  private static final int LONGEST = 16 * 1024;
  private static final int DECODED_AT_ONCE = 8 * 1024;

  private final Consumer<String> lines;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final CharBuffer decoded = CharBuffer.allocate(DECODED_AT_ONCE);
  private final StringBuilder line = new StringBuilder();
  private ByteBuffer undecoded = ByteBuffer.allocate(0);
  private long cut;
  private boolean afterReturn;

  LineSplitter(Consumer<String> lines) {
    this.lines = lines;
  }

  void add(byte[] bytes, int count) {
    var input =
        ByteBuffer.allocate(undecoded.remaining() + count)
            .put(undecoded)
            .put(bytes, 0, count)
            .flip();
    decode(input, false);
    undecoded = input;
  }

  /// Hands over the last line where no line end stands after it.
  void end() {
    decode(undecoded, true);
    if (!line.isEmpty() || cut > 0) {
      hand();
    }
  }

  private void decode(ByteBuffer input, boolean last) {
    var more = true;
    while (more) {
      more = decoder.decode(input, decoded, last).isOverflow();
      if (last && !more) {
        decoder.flush(decoded);
      }
      decoded.flip();
      for (var i = 0; i < decoded.length(); i++) {
        take(decoded.charAt(i));
      }
      decoded.clear();
    }
  }

  private void take(char next) {
    if (next == '\n' && afterReturn) {
      afterReturn = false;
      return;
    }
    afterReturn = next == '\r';
    if (next == '\n' || next == '\r') {
      hand();
    } else if (line.length() < LONGEST) {
      line.append(next);
    } else {
      cut++;
    }
  }

  private void hand() {
    lines.accept(cut == 0 ? line.toString() : line + " [" + cut + " more characters on this line]");
    line.setLength(0);
    cut = 0;
  }
}

package dev.plimsoll.core.check.checksums;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/// How a file differs from the one whose digest was recorded.
enum Difference {
  LINE_ENDINGS("differs only in its line endings (CRLF or LF)"),
  FINAL_NEWLINE("differs only in the line end after its last line"),
  BOTH("differs only in its line endings and in the line end after its last line"),
  CONTENT("has other content than was recorded");

  private final String words;

  Difference(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /// Reads `file` once more, as it would be with other line ends.
  ///
  /// @param recorded lower-case hex
  static Difference of(Path file, String recorded) throws IOException, InterruptedException {
    var spellings = new Spellings();
    FileDigest.each(file, spellings);
    return spellings.like(recorded);
  }

  /// The digests of one text in several spellings at once. What is held back is the line end that
  /// may be the last.
  private static final class Spellings implements FileDigest.Piece {
    private static final byte[] LF = {'\n'};
    private static final byte[] CRLF = {'\r', '\n'};

    private final MessageDigest asIs = FileDigest.sha256();
    private final MessageDigest withLf = FileDigest.sha256();
    private final MessageDigest withCrlf = FileDigest.sha256();
    private byte[] held = {};
    private boolean afterReturn;

    @Override
    public void take(byte[] bytes, int length) {
      var from = 0;
      for (var i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
          var end = afterReturn ? i - 1 : i;
          plain(bytes, from, end);
          release();
          held = afterReturn ? CRLF : LF;
          from = i + 1;
          afterReturn = false;
        } else {
          if (afterReturn && i == from) {
            // a return at the end of the piece before was none of a line end
            release();
            every(new byte[] {'\r'}, 0, 1);
          }
          afterReturn = bytes[i] == '\r';
        }
      }
      plain(bytes, from, afterReturn ? length - 1 : length);
    }

    private void plain(byte[] bytes, int from, int end) {
      if (end > from) {
        release();
        every(bytes, from, end - from);
      }
    }

    private void every(byte[] bytes, int from, int length) {
      asIs.update(bytes, from, length);
      withLf.update(bytes, from, length);
      withCrlf.update(bytes, from, length);
    }

    private void release() {
      if (held.length > 0) {
        asIs.update(held);
        withLf.update(LF);
        withCrlf.update(CRLF);
        held = new byte[0];
      }
    }

    Difference like(String recorded) {
      if (afterReturn) {
        release();
        every(new byte[] {'\r'}, 0, 1);
      }
      var ended = held.length > 0;
      if (is(withLf, ended ? LF : held, recorded) || is(withCrlf, ended ? CRLF : held, recorded)) {
        return LINE_ENDINGS;
      }
      if (ended
          ? is(asIs, new byte[0], recorded)
          : is(asIs, LF, recorded) || is(asIs, CRLF, recorded)) {
        return FINAL_NEWLINE;
      }
      return is(withLf, ended ? new byte[0] : LF, recorded)
              || is(withCrlf, ended ? new byte[0] : CRLF, recorded)
          ? BOTH
          : CONTENT;
    }

    private static boolean is(MessageDigest text, byte[] end, String recorded) {
      try {
        var digest = (MessageDigest) text.clone();
        digest.update(end);
        return FileDigest.hex(digest).equals(recorded);
      } catch (CloneNotSupportedException impossible) {
        throw new IllegalStateException("SHA-256 can be cloned", impossible);
      }
    }
  }
}

package dev.plimsoll.core.audit.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// The lines that begin in one piece of a file, whole. Used again for the next piece: what it gives
/// is good until then. For one thread at a time.
///
/// Before the first line and behind the last one there is room: a line feed always stands where the
/// last line ends, whether the file has one there or not, and [Bytes#PAD] bytes behind it.
public final class Chunk {
  private static final int FRONT = 1;
  private static final int MORE = 16 * 1024;

  private final int size;
  private final int longest;
  private byte[] bytes;
  private long base;
  private int first;
  private int border;
  private int end;
  private boolean ended;

  Chunk(Plan plan) {
    this.size = plan.chunkBytes();
    this.longest = plan.longestLine();
    this.bytes = new byte[FRONT + 1 + size + MORE + Bytes.PAD + 1];
  }

  /// Reads the piece of this number.
  ///
  /// @param pieces how many there are; the last one goes to the end of the file
  /// @throws IOException also where the file has become shorter
  void read(FileChannel channel, long piece, long pieces) throws IOException {
    var before = piece == 0 ? 0 : 1;
    var from = piece * size - before;
    base = from - FRONT;
    var wanted = size + before;
    end = FRONT + fill(channel, FRONT, wanted);
    border = end;
    if (end < FRONT + wanted && piece < pieces - 1) {
      throw new IOException("the file became shorter while it was read");
    }
    bytes[end] = '\n';
    first = before == 0 ? FRONT : Bytes.lineFeed(bytes, FRONT, end) + 1;
    ended = end > first && bytes[end - 1] == '\n';
    if (first < border && !ended) {
      finish(channel);
    }
    bytes[end] = '\n';
    Arrays.fill(bytes, end + 1, end + 1 + Bytes.PAD, (byte) 0);
  }

  /// Reads on until the last line ends, or is too long for anybody.
  private void finish(FileChannel channel) throws IOException {
    var start = end;
    while (start > first && bytes[start - 1] != '\n') {
      start--;
    }
    while (!ended && end - start <= longest) {
      if (bytes.length < end + MORE + Bytes.PAD + 1) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      var more = fill(channel, end, MORE);
      if (more == 0) {
        return;
      }
      bytes[end + more] = '\n';
      var feed = Bytes.lineFeed(bytes, end, end + more);
      ended = feed < end + more;
      end = ended ? feed + 1 : end + more;
    }
  }

  private int fill(FileChannel channel, int at, int wanted) throws IOException {
    var into = ByteBuffer.wrap(bytes, at, wanted);
    while (into.hasRemaining()) {
      if (channel.read(into, base + into.position()) < 0) {
        break;
      }
    }
    return into.position() - at;
  }

  /// What it is read into: lines lie in it from [#first()] on. A reader may put another byte before
  /// a line for a moment, if it brings the old one back.
  public byte[] bytes() {
    return bytes;
  }

  /// Where the first line begins; [#border()] or more where none begins in this piece.
  public int first() {
    return first;
  }

  /// No line of this piece begins here or behind.
  public int border() {
    return border;
  }

  /// Where the line that begins here ends: at its line feed, or at the end of what there is.
  public int lineEnd(int start) {
    return Bytes.lineFeed(bytes, start, ended ? end - 1 : end);
  }

  /// Whether a line that ends here has a line feed of its own.
  public boolean isEnded(int lineEnd) {
    return ended || lineEnd < end;
  }

  /// The place in the file, in bytes from 0.
  public long offset(int at) {
    return base + at;
  }

  /// The place in the file up to which this piece was read.
  public long read() {
    return base + end;
  }
}

package dev.plimsoll.core.audit.foreign;

import java.util.Arrays;

/// A line of a file as it lies, and where.
public final class Line {
  /// What follows a line.
  public enum End {
    LF,
    CR_LF,
    /// The end of the file.
    NONE
  }

  private final byte[] bytes;
  private final long number;
  private final long offset;
  private final End end;
  private final boolean marked;

  /// @param bytes without the line end and without a byte order mark; kept as they are
  /// @param number counts from 1
  /// @param offset of `bytes` in the file
  /// @param marked whether a byte order mark stood before it
  Line(byte[] bytes, long number, long offset, End end, boolean marked) {
    this.bytes = bytes;
    this.number = number;
    this.offset = offset;
    this.end = end;
    this.marked = marked;
  }

  /// A line that was cut out of its file by somebody else.
  ///
  /// @param bytes without the line end; a CR before it is taken off here, and so is a byte order
  ///   mark on line 1
  /// @param number counts from 1
  /// @param offset of `bytes` in the file
  /// @param ended whether a LF follows
  public static Line of(byte[] bytes, long number, long offset, boolean ended) {
    var from =
        number == 1
                && bytes.length > 2
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF
            ? 3
            : 0;
    var carriage = ended && bytes.length > from && bytes[bytes.length - 1] == '\r';
    var to = carriage ? bytes.length - 1 : bytes.length;
    return new Line(
        from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to),
        number,
        offset + from,
        carriage ? End.CR_LF : ended ? End.LF : End.NONE,
        from > 0);
  }

  /// Not to be changed.
  public byte[] bytes() {
    return bytes;
  }

  public long number() {
    return number;
  }

  public long offset() {
    return offset;
  }

  public End end() {
    return end;
  }

  boolean isMarked() {
    return marked;
  }

  /// Whether nothing but white space stands on it.
  public boolean isBlank() {
    for (var b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}

package dev.plimsoll.core.check.json;

/// A text is no JSON document. The message is a whole sentence.
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  MalformedJsonException(String message, int line) {
    super(message);
    this.line = line;
  }

  /// The first bad line, from 1.
  public int line() {
    return line;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

package dev.plimsoll.core.check.jsonpath;

/// A text is no JSONPath query. The message is a whole sentence.
public final class JsonPathSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int at;

  JsonPathSyntaxException(String message, int at) {
    super(message);
    this.at = at;
  }

  /// The character of the query, from 1, at which it goes wrong.
  public int at() {
    return at + 1;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

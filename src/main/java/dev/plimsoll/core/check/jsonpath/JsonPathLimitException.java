package dev.plimsoll.core.check.jsonpath;

/// A query looked at more than it may. The message is a whole sentence.
public final class JsonPathLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JsonPathLimitException(String message) {
    super(message);
  }
}

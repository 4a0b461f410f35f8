package dev.plimsoll.core.check.process;

/// What a program wrote to one of its streams, secrets masked, bytes that are not UTF-8 replaced.
///
/// @param text all of it, or its beginning and its end with a sentence between that says how much
///   was left out
/// @param leftOut how many bytes are not in `text`
public record Output(String text, long leftOut) {
  public boolean isWhole() {
    return leftOut == 0;
  }
}

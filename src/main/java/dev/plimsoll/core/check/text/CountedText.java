package dev.plimsoll.core.check.text;

/// A text that counts how often it is looked at, and refuses when that is too often or its reader
/// was interrupted.
final class CountedText implements CharSequence {
  private static final long ASK_EVERY = 1 << 16;

  private final CharSequence text;
  private final long limit;
  private long steps;

  CountedText(CharSequence text, long limit) {
    this.text = text;
    this.limit = limit;
  }

  @Override
  public char charAt(int index) {
    if (++steps > limit) {
      throw new TooManyStepsException();
    }
    if (steps % ASK_EVERY == 0 && Thread.currentThread().isInterrupted()) {
      throw new TooManyStepsException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

package dev.plimsoll.core.check.http.exchange;

/// How far one exchange has come, for whoever has to say where it ended. Thread-safe.
final class Watch {
  private volatile int status;
  private volatile long bytes;

  void answered(int status) {
    this.status = status;
  }

  void received(long bytes) {
    this.bytes = bytes;
  }

  /// Of the answer that has begun, or 0.
  int status() {
    return status;
  }

  /// Of the body, so far.
  long bytes() {
    return bytes;
  }
}

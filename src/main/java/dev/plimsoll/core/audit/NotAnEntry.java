package dev.plimsoll.core.audit;

/// A line that is not an entry of a log as this version writes it.
public final class NotAnEntry extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean newer;

  NotAnEntry(String reason) {
    this(reason, false);
  }

  private NotAnEntry(String reason, boolean newer) {
    super(reason);
    this.newer = newer;
  }

  static NotAnEntry ofVersion(Object version) {
    return new NotAnEntry(
        "it is of version " + version + ", which this program does not know", true);
  }

  /// What is wrong, to stand after a comma: `it is not canonical JSON (byte 12: ...)`.
  public String reason() {
    return String.valueOf(getMessage());
  }

  /// Whether it says of itself that a newer version wrote it.
  public boolean newer() {
    return newer;
  }
}

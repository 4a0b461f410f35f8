package dev.plimsoll.core.backup;

/// Bytes that are no manifest; the message says why, as a whole sentence.
public final class ManifestFault extends Exception {
  private static final long serialVersionUID = 1L;

  ManifestFault(String sentence) {
    super(sentence);
  }

  /// For a person.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}

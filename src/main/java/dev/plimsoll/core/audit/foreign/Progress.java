package dev.plimsoll.core.audit.foreign;

/// How far a verification is.
///
/// @param entries checked so far
/// @param bytes read so far
/// @param totalBytes of the file when it was opened, or -1 before
public record Progress(long entries, long bytes, long totalBytes) {
  public static final Progress NONE = new Progress(0, 0, -1);
}

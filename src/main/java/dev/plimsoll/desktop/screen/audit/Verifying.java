package dev.plimsoll.desktop.screen.audit;

/// One verification on its way. [#run] once, off the window's thread, ended early by interrupting
/// that thread; [#progress] from any thread at any time.
public interface Verifying {
  Progress progress();

  /// Never throws: what cannot be read ends as [Level#COULD_NOT_TELL].
  Conclusion run();

  /// @param entries how many were checked so far
  /// @param done what was read so far, in bytes of a file or entries of a stored log
  /// @param total how much there is in the same measure, or -1
  record Progress(long entries, long done, long total) {}
}

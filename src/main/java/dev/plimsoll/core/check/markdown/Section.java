package dev.plimsoll.core.check.markdown;

/// A heading.
///
/// @param anchor as GitHub makes it; empty for what stands before the first heading
/// @param level 1 to 6, 0 before the first heading
public record Section(String anchor, String title, int level, int line) {
  /// What stands before the first heading.
  public static final Section TOP = new Section("", "", 0, 0);
}

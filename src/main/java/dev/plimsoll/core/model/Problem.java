package dev.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/// Something a person asked for cannot be done, told once and in full: what was intended, where it
/// went wrong, and what to do next. Only the outermost layer (window, command line) catches it;
/// nothing in between turns it into another text.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String where;
  private final String next;

  private Problem(String what, String where, String next, @Nullable Throwable cause) {
    super(what + ": " + where + " " + next, cause);
    this.what = what;
    this.where = where;
    this.next = next;
  }

  /// @param what the intent that failed, without a final stop: `Audit chain not readable`
  /// @param where the place and the reason, a whole sentence: `ops.jsonl, line 40 is cut off.`
  /// @param next the next action, a whole sentence: `Verify again, or restore it.`
  public static Problem of(String what, String where, String next) {
    return new Problem(what, where, next, null);
  }

  /// As [#of(String, String, String)], keeping the technical cause for a debugger; it is never
  /// shown to a person.
  public static Problem of(String what, String where, String next, Throwable cause) {
    return new Problem(what, where, next, cause);
  }

  /// The intent that failed.
  public String what() {
    return what;
  }

  /// The place and the reason.
  public String where() {
    return where;
  }

  /// The next action.
  public String next() {
    return next;
  }
}

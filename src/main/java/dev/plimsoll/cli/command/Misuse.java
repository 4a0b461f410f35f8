package dev.plimsoll.cli.command;

/// The words of the command line make no sense together, or name something that is not there: exit
/// code 64.
final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String next;

  /// @param what what is wrong, a whole sentence
  /// @param next what to write instead, a whole sentence
  Misuse(String what, String next) {
    super(what + " " + next);
    this.what = what;
    this.next = next;
  }

  String what() {
    return what;
  }

  String next() {
    return next;
  }
}

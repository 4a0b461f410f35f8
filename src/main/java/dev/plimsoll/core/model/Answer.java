package dev.plimsoll.core.model;

/// What a person answered to a [Question].
///
/// @param text the answer as typed: `yes`/`no` for a confirmation, a decimal number, one of the
///   choices, a link, a file's name
/// @param origin where it came from; answers given on the command line are marked so
public record Answer(String text, Origin origin) {
  public enum Origin {
    WINDOW,
    COMMAND_LINE
  }
}

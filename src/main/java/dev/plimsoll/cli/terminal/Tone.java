package dev.plimsoll.cli.terminal;

/// What a colour says. Never alone: a mark and a word always stand beside it.
public enum Tone {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  CAUTION("33"),
  BAD("31"),
  EXCEPTION("35"),
  NEWS("36");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /// The text in this tone's colour (ECMA-48, "Select Graphic Rendition").
  String paint(String text) {
    return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}

package dev.plimsoll.core.checklist;

/// Writes texts into YAML templates.
public final class Yaml {
  private Yaml() {}

  /// A double-quoted scalar.
  public static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            default -> {
              if (c < 0x20 || c == 0x7F) {
                quoted.append("\\x%02X".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }
}

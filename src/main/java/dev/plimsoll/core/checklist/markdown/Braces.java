package dev.plimsoll.core.checklist.markdown;

import java.util.regex.Pattern;

/// Braces of a runbook, written so that a checklist takes them for braces and not for a variable.
final class Braces {
  private static final Pattern MEANT =
      Pattern.compile("\\{\\{|(?<!\\$)\\{(?=[A-Za-z][A-Za-z0-9_.-]*\\})");

  private Braces() {}

  static String escaped(String text) {
    return MEANT.matcher(text).replaceAll(brace -> brace.group().length() == 2 ? "{{{{" : "{{");
  }
}

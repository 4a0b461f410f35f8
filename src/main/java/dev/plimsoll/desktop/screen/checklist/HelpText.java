package dev.plimsoll.desktop.screen.checklist;

import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds the part of a Markdown text that an anchor names. Pure.
final class HelpText {
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");

  private HelpText() {}

  /// The section whose heading has `anchor` (as GitHub makes anchors), up to the next heading of
  /// the same or a higher level; the whole text where there is none.
  static String section(String text, String anchor) {
    if (anchor.isEmpty()) {
      return text;
    }
    var section = new ArrayList<String>();
    var level = 0;
    for (var line : text.lines().toList()) {
      var heading = HEADING.matcher(line);
      if (heading.matches()) {
        var depth = heading.group(1).length();
        if (level > 0 && depth <= level) {
          break;
        }
        if (level == 0 && anchorOf(heading.group(2)).equals(anchor)) {
          level = depth;
        }
      }
      if (level > 0) {
        section.add(line);
      }
    }
    return section.isEmpty() ? text : String.join("\n", section).strip();
  }

  static String anchorOf(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}

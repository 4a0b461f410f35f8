package dev.plimsoll.core.checklist;

import java.util.ArrayList;
import java.util.List;

/// Exchanges whole values of a YAML mapping in its text, so that comments and everything else stay
/// as they were written. Made for files in block style whose keys start at the margin.
final class TopLevel {
  private TopLevel() {}

  /// `text` with the lines of `key` replaced; put at the end where there is no such key.
  static String with(String text, String key, String lines) {
    var all = new ArrayList<>(text.lines().toList());
    var from = start(all, key);
    if (from < 0) {
      all.addAll(lines.lines().toList());
    } else {
      var to = end(all, from);
      all.subList(from, to).clear();
      all.addAll(from, lines.lines().toList());
    }
    return String.join("\n", all) + "\n";
  }

  /// `text` with `lines` put first under `key`; as [#with] with a line `key:` before them where the
  /// key is absent or has its value on its own line.
  static String withFirst(String text, String key, String lines) {
    var all = new ArrayList<>(text.lines().toList());
    var at = start(all, key);
    if (at < 0
        || !all.get(at).substring(key.length() + 1).strip().replaceFirst("^#.*", "").isEmpty()) {
      return with(text, key, key + ":\n" + lines);
    }
    all.addAll(at + 1, lines.lines().toList());
    return String.join("\n", all) + "\n";
  }

  private static int start(List<String> lines, String key) {
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key + ":")) {
        return i;
      }
    }
    return -1;
  }

  /// The line after the value's last one: what is indented, or an item of a list at the margin.
  private static int end(List<String> lines, int start) {
    var end = start + 1;
    for (var i = end; i < lines.size(); i++) {
      var line = lines.get(i);
      if ((line.startsWith(" ") && !line.isBlank()) || line.startsWith("- ")) {
        end = i + 1;
      } else if (!line.isBlank()) {
        break;
      }
    }
    return end;
  }
}

package dev.plimsoll.core.check.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What counts as the same, and how a cell is taken apart.
enum Spelling {
  /// To the letter, blanks aside.
  TEXT("text"),
  /// Python requirements: names by PEP 503, the rest by PEP 508.
  REQUIREMENTS("requirements"),
  /// Their names alone.
  REQUIREMENT_NAMES("requirement-names");

  private final String word;

  Spelling(String word) {
    this.word = word;
  }

  static Map<String, Spelling> words() {
    var words = new LinkedHashMap<String, Spelling>();
    for (var spelling : values()) {
      words.put(spelling.word, spelling);
    }
    return words;
  }

  String normalised(String text) {
    return switch (this) {
      case TEXT -> text.strip().replaceAll("\\s+", " ");
      case REQUIREMENTS -> Requirement.of(text).normalised();
      case REQUIREMENT_NAMES -> Requirement.of(text).name();
    };
  }

  /// The things that a cell lists, parted by commas, semicolons or line ends; `a.{b,c}` is two.
  List<String> parts(String cell) {
    var parts = new ArrayList<String>();
    for (var part : apart(cell)) {
      var text = part.strip();
      if (this != TEXT
          && !parts.isEmpty()
          && !text.isEmpty()
          && "<>=!~".indexOf(text.charAt(0)) >= 0) {
        parts.add(parts.removeLast() + "," + text); // `numpy>=1,<2` is one requirement
      } else if (!text.isEmpty()) {
        parts.add(text);
      }
    }
    return this == TEXT
        ? parts.stream().flatMap(part -> Braces.expanded(part).stream()).toList()
        : parts;
  }

  private List<String> apart(String cell) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    var depth = 0;
    for (var i = 0; i < cell.length(); i++) {
      var c = cell.charAt(i);
      if (c == '{' || c == '[' || c == '(') {
        depth++;
      } else if (c == '}' || c == ']' || c == ')') {
        depth = Math.max(0, depth - 1);
      }
      // a semicolon begins a requirement's marker
      if (depth == 0 && (c == ',' || c == '\n' || (c == ';' && this == TEXT))) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}

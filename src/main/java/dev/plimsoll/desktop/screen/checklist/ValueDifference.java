package dev.plimsoll.desktop.screen.checklist;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where the value that an equality expects and the one that was seen differ: between their common
/// beginning and their common end. Pure.
///
/// @param expected the whole expectation: `body jsonpath "$.version" == 1.5.0`
/// @param saw what was seen: `saw '1.4.2'`
record ValueDifference(Marked expected, Marked saw) {
  private static final String EQUALS = " == ";
  private static final Pattern SEEN =
      Pattern.compile("saw ('.*'|-?[0-9][0-9.eE+-]*|true|false|null)");

  /// @param differs what the other one does not have there; may be empty
  record Marked(String before, String differs, String after) {
    String text() {
      return before + differs + after;
    }
  }

  /// Empty where it is no equality of two values, or they are spelt alike (`41` and `'41'`).
  static Optional<ValueDifference> of(String expected, String saw) {
    var at = equality(expected);
    if (at < 0 || !SEEN.matcher(saw).matches()) {
      return Optional.empty();
    }
    var wanted = Part.of(expected, at + EQUALS.length(), '"');
    var seen = Part.of(saw, "saw ".length(), '\'');
    var from = commonStart(wanted.value(), seen.value());
    // of a value that was shortened the end is not known
    var same = seen.value().endsWith("...") ? 0 : commonEnd(wanted.value(), seen.value(), from);
    return wanted.value().equals(seen.value())
        ? Optional.empty()
        : Optional.of(new ValueDifference(wanted.marked(from, same), seen.marked(from, same)));
  }

  /// The place of the `==` that stands outside quotes; -1 where there is none, or it is negated.
  private static int equality(String expected) {
    var quoted = false;
    for (var i = 0; i < expected.length(); i++) {
      quoted ^= expected.charAt(i) == '"';
      if (!quoted && expected.startsWith(EQUALS, i)) {
        return expected.substring(0, i).endsWith(" not") ? -1 : i;
      }
    }
    return -1;
  }

  private static int commonStart(String one, String other) {
    var length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    // no character of two units is cut in half
    return length > 0 && Character.isHighSurrogate(one.charAt(length - 1)) ? length - 1 : length;
  }

  private static int commonEnd(String one, String other, int from) {
    var length = 0;
    while (length < Math.min(one.length(), other.length()) - from
        && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
      length++;
    }
    return length > 0 && Character.isLowSurrogate(one.charAt(one.length() - length))
        ? length - 1
        : length;
  }

  /// A value inside its line.
  private record Part(String before, String value, String after) {
    static Part of(String line, int at, char quote) {
      var last = line.length() - 1;
      var quoted = last > at && line.charAt(at) == quote && line.charAt(last) == quote;
      return quoted
          ? new Part(line.substring(0, at + 1), line.substring(at + 1, last), "" + quote)
          : new Part(line.substring(0, at), line.substring(at), "");
    }

    Marked marked(int from, int same) {
      var to = value.length() - same;
      return new Marked(
          before + value.substring(0, from),
          value.substring(from, to),
          value.substring(to) + after);
    }
  }
}

package dev.plimsoll.core.check.snapshot;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Python requirement by PEP 508: a name, extras, version clauses or an address, a marker.
///
/// @param name by PEP 503: small letters, one dash for every run of dashes, dots and underscores
/// @param rest extras, clauses in order, address and marker, without superfluous blanks
record Requirement(String name, String rest) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*+([A-Za-z0-9](?:[A-Za-z0-9._-]*+))\\s*+(?:\\[([^\\]]*+)\\])?\\s*+([^;]*+)(?:;(.*+))?",
          Pattern.DOTALL);

  /// What is none is taken as a name to the letter.
  static Requirement of(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return new Requirement(text.strip(), "");
    }
    var rest = new StringBuilder();
    if (form.group(2) != null && !form.group(2).isBlank()) {
      rest.append('[').append(sorted(form.group(2).toLowerCase(Locale.ROOT))).append(']');
    }
    var clauses = form.group(3).strip();
    rest.append(
        clauses.startsWith("@")
            ? " @ " + clauses.substring(1).strip()
            : sorted(clauses.replaceAll("[()\\s]", "")));
    if (form.group(4) != null && !form.group(4).isBlank()) {
      rest.append("; ").append(marker(form.group(4)));
    }
    return new Requirement(normalName(form.group(1)), rest.toString());
  }

  private static String normalName(String name) {
    return name.replaceAll("[-_.]+", "-").replaceAll("-$", "").toLowerCase(Locale.ROOT);
  }

  private static String sorted(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static String marker(String marker) {
    return marker
        .strip()
        .replace('\'', '"')
        .replaceAll("\\s*(<=|>=|==|!=|~=|<|>)\\s*", "$1")
        .replaceAll("\\s+", " ");
  }

  String normalised() {
    return name + rest;
  }
}

package dev.plimsoll.core.check.checkboxes;

import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Recognises what was copied from a template and never filled in. The built-in list stands in
/// `docs/formats/checks-documents.md`.
final class Placeholders {
  private static final List<String> BUILT_IN =
      List.of(
          // [Your contact], [Insert name here], [Phone number]; a link is none
          "(?i)\\[(?:your|insert|enter|add|name|date|version|contact|phone|e-?mail|url|role|team|tbd|todo)\\b[^\\]\\n]{0,60}\\](?![(\\[:])",
          "\\b\\d{4}-(?:\\d{2}|XX|xx)-(?:XX|xx)\\b",
          "\\bYYYY-MM-DD\\b",
          "(?i)\\byour-[a-z0-9-]{1,40}-here\\b",
          "\\b(?:TBD|TBA|FIXME|XXX)\\b",
          "\\bTODO\\b(?=\\s*(?:[:|)\\]]|$))",
          "(?i)\\bchange-?me\\b",
          "(?i)\\blorem ipsum\\b",
          "<\\.\\.\\.>",
          "(?i)<(?:your|insert|enter|name|date|version|contact|phone|e-?mail|url|role|team|who|when|link|path|value)\\b["
              + " a-z0-9_-]{0,40}>");

  private final List<BoundedPattern> patterns = new ArrayList<>();

  /// @param more regular expressions beside the built-in ones, or null for none at all
  Placeholders(@Nullable List<String> more) {
    if (more != null) {
      BUILT_IN.forEach(regex -> patterns.add(BoundedPattern.of("(" + regex + ")")));
      more.forEach(regex -> patterns.add(BoundedPattern.of("(" + regex + ")")));
    }
  }

  /// The first one in a line.
  ///
  /// @throws Problem where an expression takes too long
  Optional<String> in(String text) {
    for (var line : text.split("\\n")) {
      for (var pattern : patterns) {
        switch (pattern.find(line)) {
          case BoundedPattern.Search.Found found -> {
            return Optional.of(found.group());
          }
          case BoundedPattern.Search.Absent _ -> {}
          case BoundedPattern.Search.GaveUp _ ->
              throw Problem.of(
                  "Placeholders not looked for",
                  "The regular expression '" + pattern + "' takes too long.",
                  "Write a simpler one under 'placeholders'.");
        }
      }
    }
    return Optional.empty();
  }
}

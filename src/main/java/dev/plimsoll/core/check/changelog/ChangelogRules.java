package dev.plimsoll.core.check.changelog;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;

/// The verb `changelog`.
///
/// @param file relative to the repository, with `/`
/// @param section whether this version needs a section with a date that is not in the future
/// @param unreleasedEmpty whether an Unreleased section must be there, and empty
/// @param order whether versions must stand newest first
public record ChangelogRules(String file, boolean section, boolean unreleasedEmpty, boolean order)
    implements Verb {
  /// Where changelogs usually are.
  public static final String USUAL_FILE = "CHANGELOG.md";

  @Override
  public String word() {
    return "changelog";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    if (section) {
      parts.add("a dated section for this version");
    }
    if (unreleasedEmpty) {
      parts.add("Unreleased empty");
    }
    if (order) {
      parts.add("versions newest first");
    }
    return file + ": " + String.join(", ", parts);
  }

  @Override
  public List<String> describe() {
    return List.of("reads " + file);
  }
}

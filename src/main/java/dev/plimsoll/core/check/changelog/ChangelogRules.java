package dev.plimsoll.core.check.changelog;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `changelog`.
///
/// @param file relative to the repository, with `/`
/// @param section whether this version needs a section with a date that is not in the future
/// @param unreleasedEmpty whether an Unreleased section must be there, and empty
/// @param order whether versions must stand newest first
/// @param dates whether the section of every version needs a date, and no version stands twice
/// @param table of versions in a Markdown document, or null
public record ChangelogRules(
    String file,
    boolean section,
    boolean unreleasedEmpty,
    boolean order,
    boolean dates,
    @Nullable Table table)
    implements Verb {
  /// Where changelogs usually are.
  public static final String USUAL_FILE = "CHANGELOG.md";

  /// @param file relative to the repository, with `/`
  /// @param heading that it stands below, or null for the first in the file
  public record Table(String file, @Nullable String heading) {}

  /// Whether anything is asked of the changelog itself.
  boolean looksAtChangelog() {
    return section || unreleasedEmpty || order || dates;
  }

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
    if (dates) {
      parts.add("a date for every version");
    }
    var rows = table == null ? "" : table.file() + ": a table with a dated row for this version";
    var sections = parts.isEmpty() ? "" : file + ": " + String.join(", ", parts);
    return sections + (sections.isEmpty() || rows.isEmpty() ? "" : "; ") + rows;
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    if (looksAtChangelog()) {
      lines.add("reads " + file);
    }
    if (table != null) {
      lines.add("reads " + table.file());
    }
    return lines;
  }
}

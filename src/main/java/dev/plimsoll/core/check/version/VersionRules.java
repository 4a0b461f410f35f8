package dev.plimsoll.core.check.version;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.release.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `version`. What is null, false or empty is not looked at.
///
/// @param valid schemes of which each must accept the version; empty for those of the project file
/// @param validity whether validity is asked at all
/// @param greater whether it must be greater than the last release
/// @param type the release type that the difference must have: a type's word, or `declared` for the
///   release's own, or null
/// @param same references `file#path` whose values must be this version
public record VersionRules(
    List<VersionScheme> valid,
    boolean validity,
    boolean greater,
    @Nullable String type,
    List<String> same)
    implements Verb {
  /// The word for the type that the release was opened with.
  static final String DECLARED = "declared";

  public VersionRules {
    valid = List.copyOf(valid);
    same = List.copyOf(same);
  }

  @Override
  public String word() {
    return "version";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    if (validity) {
      var titles = valid.stream().map(VersionScheme::title).toList();
      parts.add(titles.isEmpty() ? "a valid version" : "valid by " + String.join(" and ", titles));
    }
    if (greater) {
      parts.add("greater than the last release");
    }
    if (type != null) {
      parts.add(
          type.equals(DECLARED)
              ? "as far from the last release as its type says"
              : "a " + type + " release");
    }
    if (!same.isEmpty()) {
      parts.add("the same in " + String.join(", ", same));
    }
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    lines.add("compares the version with the repository's tags");
    same.forEach(reference -> lines.add("reads " + reference));
    return lines;
  }
}

package dev.plimsoll.core.check.version;

import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.release.ReleaseDay;
import dev.plimsoll.core.release.VersionScheme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The verb `version`. What is null, false or empty is not looked at.
///
/// @param valid schemes of which each must accept the version; empty for those of the project file
/// @param validity whether validity is asked at all
/// @param greater whether it must be greater than the last release
/// @param type the release type that the difference must have: a type's word, or `declared` for the
///   release's own, or null
/// @param same references `file#path` whose values must be this version
/// @param history what must be so about the repository and its past
public record VersionRules(
    List<VersionScheme> valid,
    boolean validity,
    boolean greater,
    @Nullable String type,
    List<String> same,
    History history)
    implements Verb {
  /// The word for the type that the release was opened with.
  static final String DECLARED = "declared";

  /// @param tags whether every tag that looks like a release must be one
  /// @param derived whether the state of the repository must give the version
  /// @param finished whether it may be no development version
  /// @param content the changelog that is held against the difference beside the commits, or null
  ///   where that is not asked
  /// @param calendar the days on which releases of a type go out; a warning on others
  public record History(
      boolean tags,
      boolean derived,
      boolean finished,
      @Nullable String content,
      Map<ReleaseType, ReleaseDay> calendar) {
    /// Nothing is asked.
    static final History UNASKED = new History(false, false, false, null, Map.of());

    public History {
      calendar = new EnumMap<>(calendar.isEmpty() ? new EnumMap<>(ReleaseType.class) : calendar);
    }

    boolean isUnasked() {
      return !tags && !derived && !finished && content == null && calendar.isEmpty();
    }
  }

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
    if (history.tags()) {
      parts.add("every release tag valid");
    }
    if (history.derived()) {
      parts.add("as the repository's tags say");
    }
    if (history.finished()) {
      parts.add("no development version");
    }
    if (history.content() != null) {
      parts.add("nothing breaking in a minor or patch release");
    }
    history.calendar().forEach((of, day) -> parts.add(of.word() + " releases on " + day.text()));
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    lines.add("compares the version with the repository's tags");
    same.forEach(reference -> lines.add("reads " + reference));
    if (history.content() != null) {
      lines.add(
          "reads the messages of the commits since the last release, and " + history.content());
    }
    return lines;
  }
}

package dev.plimsoll.core.release;

import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Project;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which tags are releases, and of which version. `v1.2.3` is not a version: it is the prefix `v`
/// and a version.
///
/// @param prefix what stands before the version in a tag, possibly empty
/// @param suffix what stands after it, usually empty
/// @param schemes at least one; the first that accepts a tag reads it
/// @param ignore globs of tags that are never releases; `*` stops at `/`, `**` does not
public record TagRule(
    String prefix, String suffix, List<VersionScheme> schemes, List<String> ignore) {
  private static final String PLACE = "{version}";

  public TagRule {
    schemes = List.copyOf(schemes);
    ignore = List.copyOf(ignore);
  }

  public static TagRule of(Project.VersionRule rule) {
    var place = rule.tag().indexOf(PLACE);
    return new TagRule(
        place < 0 ? rule.tag() : rule.tag().substring(0, place),
        place < 0 ? "" : rule.tag().substring(place + PLACE.length()),
        VersionScheme.ofWords(rule.schemes()),
        rule.ignoreTags());
  }

  /// What a tag's name says.
  public sealed interface Reading {
    String tag();

    /// A release.
    ///
    /// @param disagreement a sentence where the listed schemes read the tag differently, or null
    record Release(String tag, SchemeVersion version, @Nullable String disagreement)
        implements Reading {}

    /// No release.
    ///
    /// @param why a sentence: `v1.2 is no SemVer 2.0.0 version after the prefix v.`
    record Other(String tag, String why) implements Reading {}
  }

  public String tagFor(String version) {
    return prefix + version + suffix;
  }

  public Reading read(String tag) {
    var ignoredBy = Glob.firstMatch(ignore, tag);
    if (ignoredBy.isPresent()) {
      return new Reading.Other(tag, tag + " is ignored by '" + ignoredBy.get() + "'.");
    }
    if (!tag.startsWith(prefix)
        || !tag.endsWith(suffix)
        || tag.length() <= prefix.length() + suffix.length()) {
      return new Reading.Other(tag, tag + " does not have the form " + tagFor(PLACE) + ".");
    }
    var text = tag.substring(prefix.length(), tag.length() - suffix.length());
    var versions = readings(text);
    if (versions.isEmpty()) {
      var titles = String.join(" or ", schemes.stream().map(VersionScheme::title).toList());
      return new Reading.Other(
          tag,
          "'"
              + text
              + "' in the tag "
              + tag
              + " is no "
              + titles
              + " version: "
              + VersionFlaw.of(schemes.getFirst(), text)
              + ".");
    }
    return new Reading.Release(tag, versions.getFirst(), disagreement(tag, text, versions));
  }

  /// Whether a tag's name is made like that of a release, whether or not it is one, and belongs to
  /// no family that is ignored.
  public boolean looksLikeRelease(String tag) {
    var behind = tag.startsWith(prefix) ? tag.substring(prefix.length()) : tag;
    return Glob.firstMatch(ignore, tag).isEmpty()
        && (behind.matches("[vV]?[0-9]+\\.[0-9].*")
            || (!prefix.isEmpty() && tag.startsWith(prefix) && behind.matches("[0-9].*")));
  }

  /// The newest release among tags, pre-releases included; empty where none of them is a release.
  public Optional<Reading.Release> latest(Collection<String> tags) {
    return tags.stream().sorted().flatMap(tag -> release(tag).stream()).max(this::compare);
  }

  /// The newest release among tags that stands before `version`; empty where there is none, or
  /// `version` is none.
  public Optional<Reading.Release> latestBefore(Collection<String> tags, String version) {
    return release(tagFor(version))
        .flatMap(next ->
            tags.stream()
                .sorted()
                .flatMap(tag -> release(tag).stream())
                .filter(tag -> compare(tag, next) < 0)
                .max(this::compare));
  }

  private Optional<Reading.Release> release(String tag) {
    return read(tag) instanceof Reading.Release release ? Optional.of(release) : Optional.empty();
  }

  private List<SchemeVersion> readings(String text) {
    var versions = new ArrayList<SchemeVersion>();
    // PEP 440 forgives blanks and a 'v'; in a tag they belong to the prefix
    if (text.equals(text.strip()) && !text.startsWith("v") && !text.startsWith("V")) {
      schemes.forEach(scheme -> scheme.parse(text).ifPresent(versions::add));
    }
    return versions;
  }

  /// In the first scheme that reads both tags; where there is none, by numbers, a pre-release
  /// before its release.
  private int compare(Reading.Release a, Reading.Release b) {
    var textOfA = a.tag().substring(prefix.length(), a.tag().length() - suffix.length());
    var textOfB = b.tag().substring(prefix.length(), b.tag().length() - suffix.length());
    for (var scheme : schemes) {
      var versionA = scheme.parse(textOfA);
      var versionB = scheme.parse(textOfB);
      if (versionA.isPresent() && versionB.isPresent()) {
        return versionA.get().compareTo(versionB.get());
      }
    }
    var order = Pep440.compareNumbers(a.version().numbers(), b.version().numbers());
    return order != 0
        ? order
        : Boolean.compare(b.version().isPrerelease(), a.version().isPrerelease());
  }

  private @Nullable String disagreement(String tag, String text, List<SchemeVersion> versions) {
    if (versions.size() < schemes.size()) {
      var first = versions.getFirst().scheme();
      var other = schemes.stream().filter(scheme -> scheme.parse(text).isEmpty()).findFirst();
      return tag
          + " is a "
          + first.title()
          + " version and no "
          + other.orElse(first).title()
          + " version: "
          + VersionFlaw.of(other.orElse(first), text)
          + ".";
    }
    var first = versions.getFirst();
    for (var other : versions) {
      if (first.isPrerelease() != other.isPrerelease()) {
        return tag
            + " is "
            + kind(first)
            + " by "
            + first.scheme().title()
            + " and "
            + kind(other)
            + " by "
            + other.scheme().title()
            + ".";
      }
    }
    return null;
  }

  private static String kind(SchemeVersion version) {
    return version.isPrerelease() ? "a pre-release" : "a release";
  }
}

package dev.plimsoll.core.release;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The version that the project itself proposes for its next release, with where it comes from: the
/// source is always shown.
///
/// @param version under the first listed scheme that accepts it, as written
/// @param source a sentence: `1.5.0 from pyproject.toml, project.version.`
public record ProposedVersion(String version, String source) {
  private static final String INTENT = "No version proposed";
  private static final String SNAPSHOT = "-SNAPSHOT";
  private static final List<String> CHANGELOGS =
      List.of("CHANGELOG.md", "Changelog.md", "changelog.md", "CHANGES.md", "docs/CHANGELOG.md");

  /// Reads `version.from` of the project file, or else the changelog's newest heading. Maven's
  /// `-SNAPSHOT` is taken off.
  ///
  /// @param root the repository's top folder
  /// @throws Problem where nothing proposes a version, or what does is no version
  public static ProposedVersion find(Path root, Project.VersionRule rule) {
    return rule.from() == null ? fromChangelog(root, rule) : fromFile(root, rule, rule.from());
  }

  private static ProposedVersion fromFile(Path root, Project.VersionRule rule, String reference) {
    var value = ValueInFile.read(root, reference);
    var text = value.text();
    var version =
        text.endsWith(SNAPSHOT) ? text.substring(0, text.length() - SNAPSHOT.length()) : text;
    var source = version + " from " + value.source();
    return checked(
        rule, version, version.equals(text) ? source + "." : source + " (" + text + ").");
  }

  private static ProposedVersion fromChangelog(Path root, Project.VersionRule rule) {
    for (var file : CHANGELOGS) {
      if (Files.isRegularFile(root.resolve(file))) {
        var newest = ChangelogFile.parse(file, ValueInFile.textOf(root, file)).newest();
        if (newest.isEmpty()) {
          throw Problem.of(
              INTENT,
              file + " has no section of a version.",
              "Add a section ## [VERSION] - DATE, name the version with --release, or set"
                  + " version.from in .plimsoll/project.yaml.");
        }
        var section = newest.get();
        return checked(
            rule,
            section.version(),
            section.version()
                + " from the top heading of "
                + file
                + ", line "
                + section.line()
                + ".");
      }
    }
    throw Problem.of(
        INTENT,
        "There is no "
            + CHANGELOGS.getFirst()
            + ", and .plimsoll/project.yaml does not say version.from.",
        "Name the version with --release, or set version.from to a file#path.");
  }

  private static ProposedVersion checked(Project.VersionRule rule, String version, String source) {
    var schemes = VersionScheme.ofWords(rule.schemes());
    if (schemes.stream().noneMatch(scheme -> scheme.parse(version).isPresent())) {
      var titles = String.join(" or ", schemes.stream().map(VersionScheme::title).toList());
      throw Problem.of(
          INTENT,
          "It is no " + titles + " version: " + source,
          "Correct it there, or name the version with --release.");
    }
    return new ProposedVersion(version, source);
  }
}

package dev.plimsoll.core.check.version;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.version.VersionFacts.Content;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.ChangelogFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Judges whether what changed agrees with how far the version went. Before 1.0.0 a minor release
/// may break things, as SemVer says.
///
/// @param type how far the version went
/// @param initial whether it stands before 1.0.0
record ContentJudgement(String version, ReleaseType type, boolean initial) {
  private static final int MOST_NAMED = 20;
  private static final Pattern BANG =
      Pattern.compile("[A-Za-z]{1,40}(?:\\([^()\\n]{0,80}\\))?!: ?\\S");
  private static final Pattern FOOTER = Pattern.compile("(?m)^BREAKING[ -]CHANGE: ?\\S");
  private static final Pattern FEATURE = Pattern.compile("feat(?:\\([^()\\n]{0,80}\\))?: ?\\S");

  Clause judge(Content content) {
    if (type == ReleaseType.MAJOR || type == ReleaseType.PRERELEASE) {
      return Clause.held("a " + type.word() + " release may change anything");
    }
    var breaking = new ArrayList<Finding>();
    var features = new ArrayList<Finding>();
    content
        .messages()
        .messages()
        .forEach(message -> {
          var text = message.text();
          if (BANG.matcher(text).lookingAt() || FOOTER.matcher(text).find()) {
            breaking.add(
                commit(
                    Severity.ERROR,
                    message.commit().shortId(),
                    message.commit().subject(),
                    "breaks something"));
          } else if (FEATURE.matcher(text).lookingAt()) {
            features.add(
                commit(
                    Severity.WARNING,
                    message.commit().shortId(),
                    message.commit().subject(),
                    "brings a feature"));
          }
        });
    if (content.changelog() != null) {
      changelog(content.changelog(), breaking, features);
    }
    if (!breaking.isEmpty() && !(initial && type == ReleaseType.MINOR)) {
      return Clause.broken("breaking changes in a " + type.word() + " release", first(breaking));
    }
    if (!content.messages().complete()) {
      return Clause.unclear(
          "history cut off",
          new Finding(
              Severity.ERROR,
              "Not all commits since the last release could be read.",
              null,
              "Fetch the rest with: git fetch --unshallow --tags"));
    }
    return type == ReleaseType.PATCH && !features.isEmpty()
        ? Clause.doubtful("new features in a patch release", first(features))
        : Clause.held("nothing in it asks for more than a " + type.word() + " release");
  }

  private Finding commit(Severity severity, String id, String subject, String what) {
    return new Finding(
        severity,
        "The commit "
            + id
            + " ("
            + subject
            + ") "
            + what
            + ", and "
            + version
            + " is a "
            + type.word()
            + " release.",
        null,
        severity == Severity.ERROR ? "Release a major version, or take it back." : null);
  }

  private void changelog(ChangelogFile changelog, List<Finding> breaking, List<Finding> features) {
    var section = changelog.section(version);
    if (section.isEmpty()) {
      return;
    }
    for (var entry : section.get().entries()) {
      var group = "";
      for (var heading : section.get().groups()) {
        group = heading.number() < entry.number() ? heading.text().strip() : group;
      }
      var at = Position.of(changelog.file(), entry.number());
      var text = entry.text().strip();
      if (group.equals("Removed") || text.toLowerCase(Locale.ROOT).contains("breaking change")) {
        breaking.add(
            new Finding(
                Severity.ERROR,
                "The changelog tells of something "
                    + (group.equals("Removed") ? "removed" : "that breaks")
                    + " in a "
                    + type.word()
                    + " release: "
                    + text,
                at,
                "Release a major version, or keep what was there."));
      } else if (group.equals("Added")) {
        features.add(
            new Finding(
                Severity.WARNING,
                "The changelog tells of something added in a " + type.word() + " release: " + text,
                at,
                null));
      }
    }
  }

  private static List<Finding> first(List<Finding> findings) {
    return findings.stream().limit(MOST_NAMED).toList();
  }
}

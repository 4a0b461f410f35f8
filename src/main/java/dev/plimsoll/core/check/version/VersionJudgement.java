package dev.plimsoll.core.check.version;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.SchemeVersion;
import dev.plimsoll.core.release.TagRule.Reading;
import dev.plimsoll.core.release.ValueInFile;
import dev.plimsoll.core.release.VersionScheme;
import dev.plimsoll.core.release.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges a version.
///
/// @param schemes the project's schemes; the first that accepts the version orders it
/// @param version as it is about to be released
/// @param type what the release was opened as
record VersionJudgement(
    VersionRules rules, List<VersionScheme> schemes, String version, ReleaseType type) {
  Outcome judge(VersionFacts facts) {
    var clauses = new ArrayList<Clause>();
    if (rules.validity()) {
      clauses.add(valid());
    }
    if (rules.greater()) {
      clauses.add(greater(facts));
    }
    if (rules.type() != null) {
      clauses.add(type(facts, rules.type()));
    }
    if (!rules.same().isEmpty()) {
      clauses.add(same(facts));
    }
    return Clause.outcome(clauses);
  }

  private Optional<SchemeVersion> parsed() {
    return schemes.stream().flatMap(scheme -> scheme.parse(version).stream()).findFirst();
  }

  private Clause valid() {
    var asked = rules.valid().isEmpty() ? schemes : rules.valid();
    var refusing = asked.stream().filter(scheme -> scheme.parse(version).isEmpty()).toList();
    if (refusing.isEmpty()) {
      return Clause.held(version + " is valid");
    }
    return Clause.broken(
        version + " is not valid",
        refusing.stream()
            .map(scheme -> Finding.error(version + " is no " + scheme.title() + " version."))
            .toList());
  }

  private Clause greater(VersionFacts facts) {
    var last = facts.last();
    if (last == null) {
      return facts.historyKnown() ? Clause.held("first release") : historyUnknown();
    }
    var next = last.version().scheme().parse(version);
    if (next.isEmpty()) {
      return incomparable(last);
    }
    return next.get().isGreaterThan(last.version())
        ? Clause.held("after " + last.tag())
        : Clause.broken(
            "not after " + last.tag(),
            new Finding(
                Severity.ERROR,
                version + " is not greater than the last release, " + last.tag() + ".",
                null,
                "Choose the next version."));
  }

  private Clause type(VersionFacts facts, String wanted) {
    var word = wanted.equals(VersionRules.DECLARED) ? type.word() : wanted;
    var last = facts.last();
    if (last == null && !facts.historyKnown()) {
      return historyUnknown();
    }
    var next = last == null ? parsed() : last.version().scheme().parse(version);
    if (next.isEmpty()) {
      return last == null
          ? Clause.broken(
              version + " is not valid",
              Finding.error(version + " is no version of this project's scheme."))
          : incomparable(last);
    }
    var seen = Versions.classify(last == null ? null : last.version(), next.get()).word();
    var from = last == null ? "without an earlier release" : "after " + last.tag();
    return seen.equals(word)
        ? Clause.held("a " + seen + " release")
        : Clause.broken(
            "a " + seen + " release",
            Finding.error(
                version + " " + from + " is a " + seen + " release, not a " + word + " release."));
  }

  private Clause same(VersionFacts facts) {
    var findings = new ArrayList<>(facts.unreadable());
    for (var value : facts.values()) {
      if (!isSame(value.text())) {
        findings.add(different(value));
      }
    }
    return findings.isEmpty()
        ? Clause.held(
            "the same in "
                + facts.values().size()
                + (facts.values().size() == 1 ? " place" : " places"))
        : Clause.broken("not the same everywhere", findings);
  }

  private Finding different(ValueInFile value) {
    return new Finding(
        Severity.ERROR,
        value.source() + " says " + value.text() + ", not " + version + ".",
        value.at(),
        "Correct it and commit.");
  }

  /// Spellings that the scheme holds for one version are the same: `1.0-rc.1` and `1.0rc1` by PEP
  /// 440.
  private boolean isSame(String text) {
    if (text.equals(version)) {
      return true;
    }
    return schemes.stream()
        .anyMatch(scheme -> {
          var one = scheme.parse(text);
          var other = scheme.parse(version);
          return one.isPresent()
              && other.isPresent()
              && one.get().normalised().equals(other.get().normalised());
        });
  }

  private Clause incomparable(Reading.Release last) {
    return Clause.broken(
        version + " cannot be compared",
        Finding.error(
            version
                + " is no "
                + last.version().scheme().title()
                + " version, and the last release "
                + last.tag()
                + " is one."));
  }

  private static Clause historyUnknown() {
    return Clause.unclear(
        "last release unknown",
        new Finding(
            Severity.ERROR,
            "This shallow clone holds no release tag.",
            null,
            "Fetch the rest with: git fetch --unshallow --tags"));
  }
}

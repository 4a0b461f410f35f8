package dev.plimsoll.core.check.version;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.Pep440;
import dev.plimsoll.core.release.ReleaseDay;
import dev.plimsoll.core.release.SchemeVersion;
import dev.plimsoll.core.release.TagRule.Reading;
import dev.plimsoll.core.release.ValueInFile;
import dev.plimsoll.core.release.VersionFlaw;
import dev.plimsoll.core.release.VersionScheme;
import dev.plimsoll.core.release.Versions;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Judges a version.
///
/// @param schemes the project's schemes; the first that accepts the version orders it
/// @param version as it is about to be released
/// @param type what the release was opened as
/// @param today as the calendar shows it
record VersionJudgement(
    VersionRules rules,
    List<VersionScheme> schemes,
    String version,
    ReleaseType type,
    LocalDate today) {
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
    past(facts, clauses);
    return Clause.outcome(clauses);
  }

  private void past(VersionFacts facts, List<Clause> clauses) {
    var history = rules.history();
    var past = facts.past();
    if (history.tags()) {
      clauses.add(
          past.tags().isEmpty() && !facts.historyKnown()
              ? historyUnknown()
              : new TagsJudgement(past.tags()).judge());
    }
    if (past.place() != null) {
      clauses.add(new PlaceJudgement(version, facts.last(), this::isSame).judge(past.place()));
    }
    if (history.finished()) {
      clauses.add(finished(facts));
    }
    if (past.content() != null) {
      clauses.add(content(facts, past.content()));
    }
    var day = history.calendar().get(type);
    if (day != null) {
      clauses.add(calendar(day));
    }
  }

  private Clause content(VersionFacts facts, VersionFacts.Content content) {
    var pair = pair(facts.last());
    if (facts.last() != null && pair.isEmpty()) {
      return incomparable(facts.last());
    }
    var next = pair.map(Pair::next).or(this::parsed);
    if (next.isEmpty()) {
      return notValid();
    }
    var seen = Versions.classify(pair.map(Pair::last).orElse(null), next.get());
    var initial = next.get().numbers().getFirst().equals("0");
    return new ContentJudgement(version, seen, initial).judge(content);
  }

  private Clause calendar(ReleaseDay day) {
    var weekday = today.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return day.isOn(today)
        ? Clause.held("on " + day.text())
        : Clause.doubtful(
            "outside the calendar",
            List.of(
                new Finding(
                    Severity.WARNING,
                    "A "
                        + type.word()
                        + " release goes out on "
                        + day.text()
                        + "; today is "
                        + weekday
                        + ", "
                        + today
                        + ".",
                    null,
                    "Wait for the day, or say why it goes out today.")));
  }

  /// `1.0.dev3`, `1.0+g1234567`, `1.0.0-SNAPSHOT`, `1.0.0-dev.3`.
  private Clause finished(VersionFacts facts) {
    var findings = new ArrayList<Finding>();
    if (isDevelopment(version)) {
      findings.add(
          new Finding(
              Severity.ERROR,
              version + " is a development version.",
              null,
              "Release a version without it."));
    }
    for (var value : facts.values()) {
      if (isDevelopment(value.text())) {
        findings.add(
            new Finding(
                Severity.ERROR,
                value.source() + " says " + value.text() + ", a development version.",
                value.at(),
                "Write the version that is released, and commit."));
      }
    }
    return findings.isEmpty()
        ? Clause.held("no development version")
        : Clause.broken("a development version", findings);
  }

  private boolean isDevelopment(String text) {
    return text.matches("(?i).*[-.](dev|snapshot|nightly)([-.+0-9].*)?")
        || schemes.stream()
            .flatMap(scheme -> scheme.parse(text).stream())
            .anyMatch(parsed ->
                parsed instanceof Pep440 python
                    && (python.dev() != null || !python.local().isEmpty()));
  }

  /// The last release and this one as the first scheme reads them that reads both.
  private record Pair(SchemeVersion last, SchemeVersion next) {}

  private Optional<Pair> pair(Reading.@Nullable Release last) {
    if (last == null) {
      return Optional.empty();
    }
    for (var scheme : schemes) {
      var before = scheme.parse(last.version().normalised());
      var next = scheme.parse(version);
      if (before.isPresent() && next.isPresent()) {
        return Optional.of(new Pair(before.get(), next.get()));
      }
    }
    return Optional.empty();
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
            .map(scheme ->
                Finding.error(
                    version
                        + " is no "
                        + scheme.title()
                        + " version: "
                        + VersionFlaw.of(scheme, version)
                        + "."))
            .toList());
  }

  private Clause greater(VersionFacts facts) {
    var last = facts.last();
    if (last == null) {
      return facts.historyKnown() ? Clause.held("first release") : historyUnknown();
    }
    var pair = pair(last);
    if (pair.isEmpty()) {
      return incomparable(last);
    }
    return pair.get().next().isGreaterThan(pair.get().last())
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
    var pair = pair(last);
    if (last != null && pair.isEmpty()) {
      return incomparable(last);
    }
    var next = pair.map(Pair::next).or(this::parsed);
    if (next.isEmpty()) {
      return notValid();
    }
    var seen = Versions.classify(pair.map(Pair::last).orElse(null), next.get()).word();
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
      if (!isSame(value.text(), version)) {
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
  private boolean isSame(String text, String wanted) {
    if (text.equals(wanted)) {
      return true;
    }
    return schemes.stream()
        .anyMatch(scheme -> {
          var one = scheme.parse(text);
          var other = scheme.parse(wanted);
          return one.isPresent()
              && other.isPresent()
              && one.get().normalised().equals(other.get().normalised());
        });
  }

  private Clause notValid() {
    return Clause.broken(
        version + " is not valid",
        Finding.error(version + " is no version of this project's scheme."));
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

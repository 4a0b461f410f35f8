package dev.plimsoll.core.check.git;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.git.GitFacts.CommitFacts;
import dev.plimsoll.core.check.git.GitState.NamedCommits;
import dev.plimsoll.core.check.git.GitState.Together;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges branches, what changed together, and commits that are named somewhere.
///
/// @param shallow whether the history is cut off
record PastJudgement(GitState.Past rules, boolean shallow) {
  private static final int MOST_NAMED = 20;

  List<Clause> judge(GitFacts.Past facts) {
    var clauses = new ArrayList<Clause>();
    if (!rules.present().isEmpty() || !rules.absent().isEmpty()) {
      clauses.add(branches(facts.branches()));
    }
    for (var rule : rules.together()) {
      clauses.add(together(rule, facts));
    }
    for (var i = 0; i < rules.commits().size(); i++) {
      clauses.add(commits(rules.commits().get(i), facts.commits().get(i)));
    }
    return clauses;
  }

  private Clause branches(Set<String> there) {
    var findings = new ArrayList<Finding>();
    for (var glob : rules.present()) {
      if (there.stream().noneMatch(Glob.of(glob)::matches)) {
        findings.add(
            error(
                "There is no branch " + glob + ", here or at a remote as last fetched.",
                null,
                "Fetch it, or make it again from the release's commit."));
      }
    }
    for (var glob : rules.absent()) {
      there.stream()
          .filter(Glob.of(glob)::matches)
          .limit(MOST_NAMED)
          .forEach(name ->
              findings.add(
                  error("The branch " + name + " is still there.", null, "Merge or delete it.")));
    }
    return findings.isEmpty()
        ? Clause.held("branches as they should be")
        : Clause.broken("branches not as they should be", findings);
  }

  private Clause together(Together rule, GitFacts.Past facts) {
    if (facts.since() == null) {
      return shallow ? cutOff() : Clause.held("no earlier release to compare with");
    }
    var findings = new ArrayList<Finding>();
    oneWay(rule.when(), rule.also(), rule, facts, findings);
    if (rule.either()) {
      oneWay(rule.also(), rule.when(), rule, facts, findings);
    }
    if (!findings.isEmpty()) {
      return Clause.broken("changed alone since " + facts.since(), findings);
    }
    if (facts.changed().stream().anyMatch(path -> Glob.firstMatch(rule.when(), path).isPresent())) {
      return Clause.held("changed together since " + facts.since());
    }
    return facts.unmatched().containsAll(rule.when())
        ? Clause.unclear(
            "nothing to compare",
            error(
                "No file matches "
                    + String.join(", ", rule.when())
                    + ", now or at "
                    + facts.since()
                    + ".",
                null,
                "Correct 'when', or leave it out."))
        : Clause.held("no change of " + String.join(", ", rule.when()) + " since " + facts.since());
  }

  private static void oneWay(
      List<String> when,
      List<String> also,
      Together rule,
      GitFacts.Past facts,
      List<Finding> findings) {
    var changed =
        facts.changed().stream().filter(path -> Glob.firstMatch(when, path).isPresent()).toList();
    if (changed.isEmpty()) {
      return;
    }
    for (var glob : also) {
      if (facts.changed().stream().noneMatch(Glob.of(glob)::matches)) {
        changed.stream()
            .limit(MOST_NAMED)
            .forEach(path ->
                findings.add(
                    error(
                        path + " changed since " + facts.since() + ", and " + glob + " did not.",
                        Position.of(path),
                        rule.why().isEmpty() ? "Bring " + glob + " up to date." : rule.why())));
        if (changed.size() > MOST_NAMED) {
          findings.add(
              Finding.error(
                  "And " + (changed.size() - MOST_NAMED) + " more without " + glob + "."));
        }
      }
    }
  }

  private Clause commits(NamedCommits named, List<CommitFacts> facts) {
    if (facts.isEmpty()) {
      return Clause.broken(
          "no commit named",
          error(
              "No line of " + named.file() + " matches '" + named.pattern() + "'.",
              Position.of(String.valueOf(named.file())),
              "Name the commits there, or correct the pattern."));
    }
    var findings = new ArrayList<Finding>();
    var unknown = false;
    for (var commit : facts) {
      if (commit.there() == null) {
        var isDigest = commit.written().matches("(?i)[0-9a-f]{7,40}");
        unknown |= isDigest && shallow;
        if (!isDigest || !shallow) {
          findings.add(missing(commit, isDigest));
        }
      } else if (commit.touched() == null) {
        unknown |= !named.touch().isEmpty();
      } else {
        untouched(named, commit, commit.touched(), findings);
      }
    }
    if (!findings.isEmpty()) {
      return Clause.broken("commits not as named", findings);
    }
    return unknown
        ? cutOff()
        : Clause.held(facts.size() + (facts.size() == 1 ? " commit" : " commits") + " as named");
  }

  private static Finding missing(CommitFacts commit, boolean isDigest) {
    var shown = commit.written().isEmpty() ? "nothing" : "'" + commit.written() + "'";
    return isDigest
        ? error(
            "The repository has no commit " + commit.written() + ".",
            commit.at(),
            "Name the commit that is meant, or fetch it.")
        : error("It names " + shown + ", which is no commit.", commit.at(), "Name the commit.");
  }

  private static void untouched(
      NamedCommits named, CommitFacts commit, Set<String> touched, List<Finding> findings) {
    for (var glob : named.touch()) {
      if (touched.stream().noneMatch(Glob.of(glob)::matches)) {
        findings.add(
            error(
                "The commit " + commit.written() + " changed nothing under " + glob + ".",
                commit.at(),
                "Name the commit that did."));
      }
    }
  }

  private static Clause cutOff() {
    return Clause.unclear(
        "history cut off",
        error(
            "This shallow clone ends before what must be known.",
            null,
            "Fetch the rest with: git fetch --unshallow --tags"));
  }

  private static Finding error(String message, @Nullable Position at, String next) {
    return new Finding(Severity.ERROR, message, at, next);
  }
}

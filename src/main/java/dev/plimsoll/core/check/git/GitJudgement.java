package dev.plimsoll.core.check.git;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.git.Commit;
import dev.plimsoll.core.git.CommitRange;
import dev.plimsoll.core.git.DirtyPaths;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges the state of a repository.
///
/// @param releaseBranches the project's release branches; empty means any
record GitJudgement(GitState rules, List<String> releaseBranches, Candidate candidate) {
  Outcome judge(GitFacts facts) {
    var clauses = new ArrayList<Clause>();
    if (facts.dirty() != null) {
      clauses.add(clean(facts.dirty()));
    }
    if (rules.branch() != null) {
      clauses.add(branch(rules.branch(), facts.place().branch()));
    }
    if (rules.head() != null) {
      clauses.add(head(rules.head(), facts));
    }
    if (rules.tag() != null && !rules.tag().traits().isEmpty()) {
      var own = rules.tag().name().equals(candidate.tag());
      clauses.addAll(
          new TagJudgement(facts.tag(), own ? facts.place().head().id() : null)
              .judge(rules.tag().traits()));
    }
    if (rules.tag() != null && rules.tag().at() != null) {
      clauses.add(TagJudgement.at(facts.tag(), rules.tag().at()));
    }
    if (rules.distance() != null) {
      clauses.add(distance(rules.distance(), facts));
    }
    if (!rules.origins().isEmpty()) {
      clauses.add(origin(facts.remote().originHost()));
    }
    if (facts.direct() != null) {
      clauses.add(merges(facts.direct()));
    }
    clauses.addAll(new PastJudgement(rules.past(), facts.place().shallow()).judge(facts.past()));
    return Clause.outcome(clauses);
  }

  private static Clause clean(DirtyPaths dirty) {
    if (dirty.isClean()) {
      return Clause.held("working tree clean");
    }
    var findings = new ArrayList<Finding>();
    for (var entry : dirty.first()) {
      findings.add(
          new Finding(
              Severity.ERROR,
              entry.path() + " is " + entry.change() + ".",
              Position.of(entry.path()),
              entry.change().equals("untracked")
                  ? "Commit it, remove it, or add it to .gitignore."
                  : "Commit it, or restore it."));
    }
    if (dirty.count() > dirty.first().size()) {
      findings.add(Finding.error("And " + (dirty.count() - dirty.first().size()) + " more paths."));
    }
    return Clause.broken(count(dirty.count(), "path") + " not committed", findings);
  }

  private Clause branch(GitState.BranchRule rule, String branch) {
    var globs = rule.globs().isEmpty() ? releaseBranches : rule.globs();
    if (branch.equals(GitRepository.DETACHED)) {
      return Clause.broken(
          "no branch checked out",
          new Finding(
              Severity.ERROR,
              "No branch is checked out (detached HEAD).",
              null,
              "Check out one with: git switch BRANCH"));
    }
    if (globs.isEmpty() || Glob.firstMatch(globs, branch).isPresent()) {
      return Clause.held("on branch " + branch);
    }
    return Clause.broken(
        "on branch " + branch,
        new Finding(
            Severity.ERROR,
            "The branch "
                + branch
                + " may not be released from; allowed: "
                + String.join(", ", globs)
                + ".",
            null,
            "Merge it first, and check out a release branch."));
  }

  private Clause head(GitState.Head head, GitFacts facts) {
    var seen = facts.place().head();
    var tag = facts.tag().there();
    if (head == GitState.Head.TAG && tag == null) {
      return Clause.broken(
          "no tag " + facts.tag().name(),
          Finding.error("The tag " + facts.tag().name() + " does not exist."));
    }
    var wanted =
        head == GitState.Head.TAG && tag != null ? tag.commit() : candidate.bound().commit();
    return seen.id().equals(wanted)
        ? Clause.held("at commit " + seen.shortId())
        : Clause.broken(
            "at commit " + seen.shortId(),
            Finding.error(
                "Checked out is "
                    + seen.shortId()
                    + " ("
                    + seen.subject()
                    + "), not "
                    + shortId(wanted)
                    + "."));
  }

  private static Clause distance(GitState.Distance allowed, GitFacts facts) {
    var seen = facts.remote().distance();
    if (seen == null) {
      return Clause.unclear(
          "tracks no branch",
          new Finding(
              Severity.ERROR,
              "The branch " + facts.place().branch() + " tracks no branch that was fetched.",
              null,
              "Set one with: git push -u origin " + facts.place().branch()));
    }
    if (facts.place().shallow()) {
      return Clause.unclear(
          "history cut off",
          new Finding(
              Severity.ERROR,
              "In a shallow clone the distance to " + seen.upstream() + " is not known.",
              null,
              "Fetch the rest with: git fetch --unshallow"));
    }
    var words =
        seen.ahead()
            + " ahead of and "
            + seen.behind()
            + " behind "
            + seen.upstream()
            + " as last fetched";
    var tooFarAhead = allowed.ahead() != null && seen.ahead() > allowed.ahead();
    var tooFarBehind = allowed.behind() != null && seen.behind() > allowed.behind();
    return tooFarAhead || tooFarBehind
        ? Clause.broken(
            words,
            new Finding(
                Severity.ERROR,
                "The branch is " + words + ".",
                null,
                tooFarBehind ? "Take in what is there: git pull" : "Push it: git push"))
        : Clause.held(words);
  }

  private Clause origin(@Nullable String host) {
    if (host != null && rules.origins().contains(host)) {
      return Clause.held("origin at " + host);
    }
    var words = host == null ? "origin at no host" : "origin at " + host;
    return Clause.broken(
        words,
        Finding.error(
            "The remote origin must be at "
                + String.join(" or ", rules.origins())
                + "; it is "
                + (host == null ? "missing or a folder." : "at " + host + ".")));
  }

  private static Clause merges(CommitRange direct) {
    if (direct.count() > 0) {
      return Clause.broken(
          count(direct.count(), "commit") + " made directly",
          direct.first().stream().map(GitJudgement::stray).toList());
    }
    return direct.complete()
        ? Clause.held("merges only since the last release")
        : Clause.unclear(
            "history cut off",
            new Finding(
                Severity.ERROR,
                "This shallow clone ends before the last release.",
                null,
                "Fetch the rest with: git fetch --unshallow"));
  }

  private static Finding stray(Commit commit) {
    return Finding.error(
        "The commit " + commit.shortId() + " (" + commit.subject() + ") is no merge.");
  }

  private static String shortId(String commit) {
    return commit.substring(0, Math.min(7, commit.length()));
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}

package dev.plimsoll.core.check.git;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.git.GitState.Trait;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges one tag.
///
/// @param commit what the tag must point at, or null where any commit will do
record TagJudgement(GitFacts.TagFacts facts, @Nullable String commit) {
  List<Clause> judge(Set<Trait> traits) {
    var tag = facts.there();
    if (traits.contains(Trait.ABSENT)) {
      return List.of(tag == null ? Clause.held("tag " + facts.name() + " absent") : notAbsent(tag));
    }
    if (tag == null) {
      return List.of(
          Clause.broken(
              "no tag " + facts.name(),
              Finding.error("The tag " + facts.name() + " does not exist.")));
    }
    var clauses = new ArrayList<Clause>();
    clauses.add(place(tag));
    if (traits.contains(Trait.ANNOTATED)) {
      clauses.add(
          tag.isAnnotated()
              ? Clause.held("annotated")
              : Clause.broken(
                  "lightweight",
                  error(
                      "The tag "
                          + tag.name()
                          + " is lightweight: it names neither person nor time.",
                      "Make it with: git tag -a")));
    }
    if (traits.contains(Trait.SIGNED)) {
      clauses.add(
          tag.isSigned()
              ? Clause.held("signed")
              : Clause.broken(
                  "not signed",
                  error(
                      "The tag " + tag.name() + " carries no signature.",
                      "Make it with: git tag -s")));
    }
    if (traits.contains(Trait.UNMOVED)) {
      clauses.add(unmoved(tag));
    }
    return clauses;
  }

  private static Clause notAbsent(GitTag tag) {
    return Clause.broken(
        "tag " + tag.name() + " exists",
        error(
            "The tag " + tag.name() + " exists already, at " + shortId(tag.commit()) + ".",
            "Release another version: a published tag must never move."));
  }

  private Clause place(GitTag tag) {
    var words = "tag " + tag.name() + " at " + shortId(tag.commit());
    return commit == null || commit.equals(tag.commit())
        ? Clause.held(words)
        : Clause.broken(
            words,
            error(
                "The tag "
                    + tag.name()
                    + " points at "
                    + shortId(tag.commit())
                    + ", and "
                    + shortId(commit)
                    + " is checked out.",
                "Check out what is released, or release another version."));
  }

  private Clause unmoved(GitTag tag) {
    var recorded = facts.recorded();
    if (recorded == null || !recorded.name().equals(tag.name())) {
      return Clause.unclear(
          "no record of the tag",
          Finding.error(
              "This release did not record the making of "
                  + tag.name()
                  + ", so there is nothing to compare with."));
    }
    return recorded.object().equals(tag.object()) && recorded.commit().equals(tag.commit())
        ? Clause.held("unmoved")
        : Clause.broken(
            "tag moved",
            error(
                "The tag "
                    + tag.name()
                    + " was made at "
                    + shortId(recorded.commit())
                    + " (object "
                    + shortId(recorded.object())
                    + ") and is now "
                    + shortId(tag.commit())
                    + " (object "
                    + shortId(tag.object())
                    + ").",
                "Find out who moved it; release another version."));
  }

  /// Holds a tag against the commit that the checklist names.
  static Clause at(GitFacts.TagFacts facts, String wanted) {
    var tag = facts.there();
    if (tag == null) {
      return Clause.broken(
          "no tag " + facts.name(), Finding.error("The tag " + facts.name() + " does not exist."));
    }
    return tag.commit().startsWith(wanted)
        ? Clause.held("tag " + tag.name() + " at " + shortId(wanted))
        : Clause.broken(
            "tag moved",
            error(
                "The tag "
                    + tag.name()
                    + " points at "
                    + shortId(tag.commit())
                    + ", and the checklist says "
                    + shortId(wanted)
                    + ".",
                "Find out who moved it; a published tag must never move."));
  }

  private static Finding error(String message, String next) {
    return new Finding(Severity.ERROR, message, null, next);
  }

  private static String shortId(String id) {
    return id.substring(0, Math.min(7, id.length()));
  }
}

package dev.plimsoll.core.check.version;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.TagRule.Reading;
import java.util.ArrayList;
import java.util.List;

/// Judges the names of all tags that look like releases. Families that the project ignores are not
/// among them.
record TagsJudgement(List<Reading> tags) {
  private static final int MOST_NAMED = 50;

  Clause judge() {
    var broken = new ArrayList<Finding>();
    var odd = new ArrayList<Finding>();
    for (var tag : tags) {
      switch (tag) {
        case Reading.Other(var _, var why) ->
            broken.add(
                new Finding(
                    Severity.ERROR,
                    why,
                    null,
                    "A published tag must never move: list it under ignoreTags in project.yaml, and"
                        + " make the next one right."));
        case Reading.Release release -> {
          if (release.disagreement() != null) {
            odd.add(Finding.warning(release.disagreement()));
          }
        }
      }
    }
    var words = tags.size() + (tags.size() == 1 ? " release tag" : " release tags");
    if (!broken.isEmpty()) {
      var number = broken.size();
      broken.addAll(odd);
      return Clause.broken(
          number + " of " + words + (number == 1 ? " is no release" : " are no releases"),
          first(broken));
    }
    return odd.isEmpty()
        ? Clause.held(words + " valid")
        : Clause.doubtful(
            words + ", " + odd.size() + " read differently by the schemes", first(odd));
  }

  private static List<Finding> first(List<Finding> findings) {
    if (findings.size() <= MOST_NAMED) {
      return findings;
    }
    var first = new ArrayList<>(findings.subList(0, MOST_NAMED));
    first.add(Finding.error("And " + (findings.size() - MOST_NAMED) + " more tags."));
    return first;
  }
}

package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Judges whether two places say the same.
///
/// @param of one place, for a sentence
/// @param other the other
/// @param byMembers whether what belongs to each row is compared, too
record EqualJudgement(String of, String other, Spelling spelling, boolean byMembers) {
  private static final int MOST_NAMED = 50;
  private static final String EVERYTHING = "all";
  private static final Set<String> NOTHING = Set.of("n/a", "none", "-", "–", "—");

  Clause judge(List<SnapshotRow> ofRows, List<SnapshotRow> otherRows) {
    var here = byName(ofRows);
    var there = byName(otherRows);
    if (there.isEmpty()) {
      return Clause.unclear("nothing to compare with", Finding.error(other + " holds nothing."));
    }
    if (byMembers
        && Stream.concat(ofRows.stream(), otherRows.stream())
            .allMatch(row -> row.members().isEmpty())) {
      return Clause.unclear(
          "no members to compare",
          Finding.error(
              "Nothing belongs to any row of " + of + " or " + other + ".",
              otherRows.getFirst().at(),
              "Say on both sides which column or key it is: members: NAME."));
    }
    var findings = new ArrayList<Finding>();
    here.forEach((name, row) -> {
      var same = there.get(name);
      if (same == null) {
        findings.add(
            Finding.error(
                row.name() + " is in " + of + " and not in " + other + ".",
                row.at(),
                "Add it there, or remove it here."));
      } else if (byMembers) {
        members(row, same, findings);
      }
    });
    there.forEach((name, row) -> {
      if (!here.containsKey(name)) {
        findings.add(
            Finding.error(
                row.name() + " is in " + other + " and not in " + of + ".",
                row.at(),
                "Add it there, or remove it here."));
      }
    });
    if (findings.isEmpty()) {
      return Clause.held(of + " equal to " + other + ", " + here.size() + " each");
    }
    var named = new ArrayList<>(findings.subList(0, Math.min(MOST_NAMED, findings.size())));
    if (findings.size() > MOST_NAMED) {
      named.add(Finding.error("And " + (findings.size() - MOST_NAMED) + " more."));
    }
    return Clause.broken(
        of
            + " and "
            + other
            + " differ in "
            + findings.size()
            + (findings.size() == 1 ? " place" : " places"),
        named);
  }

  private SequencedMap<String, SnapshotRow> byName(List<SnapshotRow> rows) {
    var byName = new LinkedHashMap<String, SnapshotRow>();
    rows.forEach(row -> byName.putIfAbsent(spelling.normalised(row.name()), row));
    return byName;
  }

  private void members(SnapshotRow row, SnapshotRow same, List<Finding> findings) {
    var here = normalised(row.members());
    var there = normalised(same.members());
    if (here.equals(Set.of(EVERYTHING)) || there.equals(Set.of(EVERYTHING))) {
      return;
    }
    missing(row, here, there, other, findings);
    missing(same, there, here, of, findings);
  }

  private static void missing(
      SnapshotRow row, Set<String> has, Set<String> hasNot, String where, List<Finding> findings) {
    var more = new TreeSet<>(has);
    more.removeAll(hasNot);
    if (!more.isEmpty()) {
      findings.add(
          Finding.error(
              row.name() + " has " + String.join(", ", more) + " here and not in " + where + ".",
              row.at(),
              "Make them the same."));
    }
  }

  private Set<String> normalised(List<String> members) {
    var normalised = new TreeSet<String>();
    for (var member : members) {
      var word = member.strip().toLowerCase(Locale.ROOT);
      if (word.equals(EVERYTHING)) {
        normalised.add(EVERYTHING);
      } else if (!NOTHING.contains(word)) {
        normalised.add(spelling.normalised(member));
      }
    }
    return normalised;
  }
}

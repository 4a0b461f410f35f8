package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Judges whether rows were only added.
///
/// @param key columns that tell rows apart
/// @param spelling what counts as the same
/// @param since where the earlier rows stood, for a sentence: `v1.4.0`
/// @param approvals of removals, by the normalised name of what was removed
record KeptJudgement(
    List<String> key, Spelling spelling, String since, Map<String, Approval> approvals) {
  private static final int MOST_NAMED = 50;

  /// @param who approved, `when` and under which `ref`
  record Approval(String who, String when, String ref, Position at) {}

  List<Clause> judge(List<SnapshotRow> before, List<SnapshotRow> now, String file) {
    var clauses = new ArrayList<Clause>();
    var earlier = byKey(before, clauses);
    var present = byKey(now, clauses);
    if (before.isEmpty()) {
      return List.of(
          Clause.unclear(
              "nothing to compare with",
              Finding.error(
                  "There was no row at " + since + ".", Position.of(file), "Correct the source.")));
    }
    var broken = new ArrayList<Finding>();
    var approved = new ArrayList<Finding>();
    var removed = 0;
    var altered = 0;
    for (var entry : earlier.entrySet()) {
      var row = present.get(entry.getKey());
      if (row == null) {
        var approval = approvals.get(spelling.normalised(entry.getValue().name()));
        if (approval == null) {
          removed++;
          broken.add(removed(entry.getKey(), entry.getValue(), file));
        } else {
          approved.add(approved(entry.getKey(), approval));
        }
      } else {
        var changes = changes(entry.getValue(), row);
        altered += changes.isEmpty() ? 0 : 1;
        changes.forEach(change ->
            broken.add(
                Finding.error(
                    "The row " + entry.getKey() + " was altered since " + since + ": " + change,
                    row.at(),
                    "Put it back, and add a row instead.")));
      }
    }
    var added = added(earlier, present);
    if (!approved.isEmpty()) {
      clauses.add(Clause.doubtful(approved.size() + " removed with approval", approved));
    }
    if (broken.isEmpty()) {
      clauses.add(
          new Clause(
              Clause.Verdict.HELD,
              earlier.size()
                  - approved.size()
                  + " rows as at "
                  + since
                  + ", "
                  + added.size()
                  + " added",
              bounded(added)));
    } else {
      broken.addAll(added);
      clauses.add(
          Clause.broken(
              removed + " removed and " + altered + " altered since " + since, bounded(broken)));
    }
    return clauses;
  }

  private SequencedMap<String, SnapshotRow> byKey(List<SnapshotRow> rows, List<Clause> clauses) {
    var byKey = new LinkedHashMap<String, SnapshotRow>();
    for (var row : rows) {
      var first = byKey.putIfAbsent(spelling.normalised(row.key(key)), row);
      if (first != null) {
        clauses.add(
            Clause.broken(
                "two rows called " + row.key(key),
                Finding.error(
                    row.key(key) + " stands at " + first.at() + " already.",
                    row.at(),
                    "Make one row of them, or name more columns under 'key'.")));
      }
    }
    return byKey;
  }

  private Finding removed(String key, SnapshotRow row, String file) {
    return Finding.error(
        "The row " + key + " of line " + row.at().line() + " at " + since + " was removed.",
        Position.of(file),
        "Put it back.");
  }

  private static Finding approved(String key, Approval approval) {
    return new Finding(
        Severity.WARNING,
        "The removal of "
            + key
            + " was approved by "
            + approval.who()
            + " on "
            + approval.when()
            + ": "
            + approval.ref()
            + ".",
        approval.at(),
        null);
  }

  private List<String> changes(SnapshotRow before, SnapshotRow now) {
    var changes = new ArrayList<String>();
    before
        .columns()
        .forEach((column, value) -> {
          if (!now.hasColumn(column)) {
            changes.add(column + " is no longer there.");
          } else if (!same(value, now.value(column))) {
            changes.add(column + " was '" + value + "', is '" + now.value(column) + "'.");
          }
        });
    return changes;
  }

  /// Requirements may stand in another order; a text may not.
  private boolean same(String before, String now) {
    return spelling == Spelling.TEXT
        ? spelling.normalised(before).equals(spelling.normalised(now))
        : spelling.parts(before).stream()
            .map(spelling::normalised)
            .sorted()
            .toList()
            .equals(spelling.parts(now).stream().map(spelling::normalised).sorted().toList());
  }

  private List<Finding> added(
      Map<String, SnapshotRow> earlier, SequencedMap<String, SnapshotRow> present) {
    var added = new ArrayList<Finding>();
    present.forEach((key, row) -> {
      if (!earlier.containsKey(key)) {
        added.add(
            new Finding(
                Severity.NOTE, "The row " + key + " is new since " + since + ".", row.at(), null));
      }
    });
    return added;
  }

  private static List<Finding> bounded(List<Finding> all) {
    if (all.size() <= MOST_NAMED) {
      return all;
    }
    var named = new ArrayList<>(all.subList(0, MOST_NAMED));
    named.add(
        new Finding(
            all.getFirst().severity(), "And " + (all.size() - MOST_NAMED) + " more.", null, null));
    return named;
  }
}

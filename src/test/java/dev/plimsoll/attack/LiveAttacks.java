package dev.plimsoll.attack;

import java.util.LinkedHashMap;
import java.util.Map;

/// Attacks and accidents while a log is being written, and the tests of [LiveAttacksTest] that try
/// them.
final class LiveAttacks {
  static final Map<String, String> ALL = all();

  private LiveAttacks() {}

  private static Map<String, String> all() {
    var tests = new LinkedHashMap<String, String>();
    tests.put("two processes write at once", "twoWritersMakeOneChain");
    tests.put("a writer is killed in the middle of its work", "aKilledWriterLeavesAWholeChain");
    tests.put(
        "a writer dies between an entry and its checkpoint",
        "deathBetweenAnEntryAndItsCheckpointLosesNothing");
    tests.put(
        "a writer dies between a checkpoint and the entry that publishes it",
        "deathBetweenACheckpointAndItsEntryContradictsNothing");
    tests.put("an old copy of the history is put back", "anOldCopyIsRolledBackByThatManyEntries");
    tests.put("a line is edited in the database, its hash left", "anEditedLineIsFoundByItsHash");
    tests.put(
        "a line is edited in the database, with its hash", "anEditedLineAndHashAreFoundByTheNext");
    return tests;
  }
}

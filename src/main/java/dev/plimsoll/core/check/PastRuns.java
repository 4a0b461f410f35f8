package dev.plimsoll.core.check;

import dev.plimsoll.core.model.BackupTold;
import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.model.ChainSighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened before in the same project, as whoever carries out a step knows it. The run that
/// the step belongs to is not among it.
public interface PastRuns {
  /// Nothing is known.
  PastRuns NONE =
      new PastRuns() {
        @Override
        public List<PastRun> runs() {
          return List.of();
        }

        @Override
        public List<PastRecord> records() {
          return List.of();
        }
      };

  /// Runs that were not aborted, in any order.
  List<PastRun> runs();

  /// The records that were sealed, in any order.
  List<PastRecord> records();

  /// @param passed whether every step passed, was approved, or did not apply, with no exception
  ///   made; or the run is part of a record
  /// @param lastOn time of its last entry
  record PastRun(String id, String checklist, String version, boolean passed, Instant lastOn) {}

  /// Every time that a chain of another system was found whole, oldest first; those of this very
  /// run are among it.
  default List<PastChain> chains() {
    return List.of();
  }

  /// Everything that was done with backups, oldest first; what steps of this very run did is among
  /// it.
  default List<BackupTold> backups() {
    return List.of();
  }

  /// What the last good answer to a question of this very run was, as it was typed; empty where
  /// there is none.
  default Optional<String> answer(String step) {
    return Optional.empty();
  }

  /// @param outcome its word: `READY`, `RELEASED`
  /// @param chains how far audit chains of other systems went, as the record says
  /// @param seq sequence number of the entry that tells of it
  record PastRecord(
      String version, String outcome, Instant sealedOn, List<ChainHead> chains, long seq) {
    public PastRecord {
      chains = List.copyOf(chains);
    }

    public PastRecord(String version, String outcome, Instant sealedOn) {
      this(version, outcome, sealedOn, List.of(), 0);
    }
  }

  /// @param source for a person: `run of daily on 2026-03-09`
  /// @param ofThisRun whether a step of the run that asks looked
  record PastChain(ChainSighting sighting, String source, boolean ofThisRun) {}
}

package dev.plimsoll.core.check;

import java.time.Instant;
import java.util.List;

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

  /// @param outcome its word: `READY`, `RELEASED`
  record PastRecord(String version, String outcome, Instant sealedOn) {}
}

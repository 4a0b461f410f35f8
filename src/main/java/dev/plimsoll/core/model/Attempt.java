package dev.plimsoll.core.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One try at a step; numbered from 1, never overwritten.
///
/// @param actor who started it or answered
/// @param bound the repository when it started
/// @param startedOn by the operator's clock
/// @param inputs digest of the resolved definition and inputs, lower-case hex
/// @param ending what it concluded, or null while it is under way (or was, when the process died)
/// @param seq sequence number of its first entry in the log
public record Attempt(
    int number,
    Actor actor,
    Binding bound,
    Instant startedOn,
    String inputs,
    @Nullable Ending ending,
    long seq) {

  /// @param expected what should have been seen
  /// @param exit exit code of the program, or null where none ran
  /// @param evidence what was kept
  /// @param seq sequence number of the concluding entry
  public record Ending(
      Outcome outcome,
      String expected,
      @Nullable Integer exit,
      Instant finishedOn,
      List<Evidence> evidence,
      long seq) {
    public Ending {
      evidence = List.copyOf(evidence);
    }
  }
}

package dev.plimsoll.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Go or no-go, by the gate alone, with its reasons. No clause at all is a no-go.
public sealed interface Decision {
  /// Every clause that was looked at, in the order of the checklist.
  List<Clause> clauses();

  Completion completion();

  default boolean isGo() {
    return this instanceof Go;
  }

  /// The clauses that block.
  default List<Clause> blockers() {
    return clauses().stream().filter(Clause::blocks).toList();
  }

  record Go(List<Clause> clauses, Completion completion) implements Decision {
    public Go {
      clauses = List.copyOf(clauses);
    }
  }

  record NoGo(List<Clause> clauses, Completion completion) implements Decision {
    public NoGo {
      clauses = List.copyOf(clauses);
    }
  }

  /// One reason, in plain words.
  ///
  /// @param step the step it is about, or null
  /// @param standing where that step stands, or null for a clause about something else
  record Clause(
      Weight weight, String sentence, @Nullable String step, @Nullable Standing standing) {
    public boolean blocks() {
      return weight == Weight.FAILED || weight == Weight.OPEN;
    }
  }

  enum Weight {
    /// Proven.
    MET,
    /// Met by a waiver, a deferral, or a person's "does not apply".
    EXCEPTION,
    /// Blocks: a step failed.
    FAILED,
    /// Blocks: not run, not answered, stale, or could not tell.
    OPEN
  }

  /// How a list ended. `count` is the number of deferrals or overrides, 0 for the other two.
  record Completion(Ending ending, int count) {
    /// `COMPLETE EXCEPT DEFERRED (2)`
    public String words() {
      return switch (ending) {
        case INCOMPLETE -> "INCOMPLETE";
        case COMPLETE -> "COMPLETE";
        case EXCEPT_DEFERRED -> "COMPLETE EXCEPT DEFERRED (" + count + ")";
        case WITH_OVERRIDES -> "COMPLETE WITH OVERRIDES (" + count + ")";
      };
    }
  }

  enum Ending {
    INCOMPLETE,
    COMPLETE,
    EXCEPT_DEFERRED,
    WITH_OVERRIDES
  }
}

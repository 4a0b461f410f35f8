package dev.plimsoll.core.check;

import dev.plimsoll.core.model.Outcome;
import org.jspecify.annotations.Nullable;

/// What carrying out a verb came to.
///
/// @param expected what should have been seen, resolved, one line
/// @param exit exit code of the program, or null where none ran
public record Conclusion(Outcome outcome, String expected, @Nullable Integer exit) {
  public static Conclusion of(Outcome outcome, String expected) {
    return new Conclusion(outcome, expected, null);
  }
}

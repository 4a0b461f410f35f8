package dev.plimsoll.core.check.http.request;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// When a request is sent again that did not do.
///
/// @param times the most tries, the first among them
/// @param pause before the second
/// @param backOff by what each further wait is multiplied
/// @param within the time after which no further try begins
/// @param on what is tried again
public record Retry(int times, Duration pause, double backOff, Duration within, Set<Cause> on) {
  public Retry {
    on = on.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(on));
  }

  /// What went wrong.
  public enum Cause {
    /// An answer came, and was not as expected.
    ASSERT,
    /// No connection, or a broken one.
    CONNECT,
    TIMEOUT
  }
}

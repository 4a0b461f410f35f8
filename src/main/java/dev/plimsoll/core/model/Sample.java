package dev.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/// One response, or one request that had none, of a step that sends many: shown while it runs, and
/// again from what was kept of it.
///
/// @param number from 1, in the order in which they were sent; of a request that is tried again,
///   which try
/// @param label what was asked, for a person: `POST /search`; masked before it is shown
/// @param micros how long it took, in microseconds
/// @param missed the first thing that was not as the step expects, a whole sentence, masked before
///   it is shown; null where all was
public record Sample(long number, String label, Came came, long micros, @Nullable String missed) {

  /// @param status the HTTP status code, or 0 where there was no response
  /// @param bytes of the whole body, or -1 where nobody counted to its end
  public record Came(int status, long bytes) {}

  /// Whether it met what the step expects of it.
  public boolean good() {
    return missed == null;
  }
}

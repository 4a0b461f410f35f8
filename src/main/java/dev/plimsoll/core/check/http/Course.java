package dev.plimsoll.core.check.http;

import dev.plimsoll.core.model.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of sending a request as often as its step says.
///
/// @param tally every request
/// @param decided the conclusion, where the manner of sending draws one itself, or null
/// @param took all of it
record Course(Tally tally, @Nullable Outcome decided, Duration took) {}

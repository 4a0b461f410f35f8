package dev.plimsoll.core.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a step will send to somebody else's service.
///
/// @param target the address as written, variables unresolved: `{url}/search`, or `host:port`
/// @param requests the most that will be sent
/// @param manyAtOnce whether it is a burst or a probe of a limit, which a person confirms where the
///   host is not this machine
/// @param window how long the service's quota is used up after it, or null where it is not
public record Traffic(
    String target, long requests, boolean manyAtOnce, @Nullable Duration window) {}

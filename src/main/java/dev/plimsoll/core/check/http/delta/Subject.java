package dev.plimsoll.core.check.http.delta;

import dev.plimsoll.core.audit.foreign.Anchor;
import org.jspecify.annotations.Nullable;

/// Something that grows.
public interface Subject {
  /// @param since what it must go on from, or null at the first look
  Look look(@Nullable Anchor since) throws InterruptedException;
}

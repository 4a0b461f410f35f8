package dev.plimsoll.core.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test turns by hand.
public final class HandClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-03-01T09:30:00.000Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void turn(Duration by) {
    now = now.plus(by);
  }
}

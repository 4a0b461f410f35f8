package dev.plimsoll.processes;

import dev.plimsoll.core.run.RunSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The machine's clock, turned on by the minutes that a test does not wait.
final class TurningClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  void turn(Duration by) {
    ahead = ahead.plus(by);
  }

  /// From now on, whenever a step of the session waits for a quota, it is later at once.
  void turnFor(RunSession session) {
    Thread.ofVirtual()
        .start(() -> {
          while (!session.isClosed()) {
            session.traffic().waits().values().stream()
                .flatMap(wait -> java.util.Optional.ofNullable(wait.until()).stream())
                .max(Instant::compareTo)
                .map(until -> Duration.between(instant(), until))
                .filter(left -> !left.isNegative())
                .ifPresent(left -> turn(left.plusMillis(1)));
            try {
              Thread.sleep(20);
            } catch (InterruptedException stopped) {
              return;
            }
          }
        });
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

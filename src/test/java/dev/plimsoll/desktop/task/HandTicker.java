package dev.plimsoll.desktop.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A ticker that a test drives by hand.
public final class HandTicker implements Ticker {
  private final List<Runnable> beats = new ArrayList<>();

  @Override
  public Beat every(Duration period, Runnable beat) {
    beats.add(beat);
    return () -> beats.remove(beat);
  }

  /// Everything that listens is called once.
  public void beat() {
    List.copyOf(beats).forEach(Runnable::run);
  }

  public int listeners() {
    return beats.size();
  }
}

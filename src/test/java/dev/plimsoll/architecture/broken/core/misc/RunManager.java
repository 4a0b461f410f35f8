package dev.plimsoll.architecture.broken.core.misc;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Broken on purpose: every habit at once, in a part that nobody drew arrows for.
public final class RunManager {
  static final ConcurrentHashMap<String, Instant> SEEN = new ConcurrentHashMap<>();
  static int count;

  private final int sum;

  public RunManager(int one, int two, int three, int four, int five, int six) {
    sum = one + two + three + four + five + six;
  }

  public static RunManager getInstance() {
    count++;
    return new RunManager(1, 2, 3, 4, 5, 6);
  }

  Executor window() {
    return Platform::runLater;
  }

  Map<String, Instant> see() {
    SEEN.put("now " + sum, Instant.now());
    System.out.println(SEEN);
    return SEEN;
  }
}

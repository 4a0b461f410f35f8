package dev.plimsoll.core.check.http.delta;

import dev.plimsoll.core.check.http.request.Delta;
import dev.plimsoll.core.check.http.request.Words;
import java.time.Duration;

/// One delta of a step: looked at before, and after until it holds or its time is over.
///
/// @param subject what grows
public record Watched(Delta delta, Subject subject) {
  private static final Duration BETWEEN = Duration.ofMillis(200);

  /// What came of it.
  public sealed interface Growth {
    /// @param observed a few words: `the chain ops grew by 1`
    record Met(String observed) implements Growth {}

    /// @param sentence what was expected and what was seen
    record Missed(String sentence) implements Growth {}

    record Unclear(String sentence) implements Growth {}
  }

  public Growth after(Look.Counted before) throws InterruptedException {
    var deadline = System.nanoTime() + delta.within().toNanos();
    while (true) {
      switch (subject.look(before.anchor())) {
        case Look.Broken(var sentence) -> {
          return new Growth.Missed(sentence);
        }
        case Look.Unread(var sentence) -> {
          return new Growth.Unclear("Cannot tell whether " + delta.words() + ": " + sentence);
        }
        case Look.Counted now -> {
          var grown = now.count() - before.count();
          if (delta.growth().holds(grown)) {
            return new Growth.Met(subjectWords() + " grew by " + grown);
          }
          var isPast = grown > delta.growth().by() || grown < 0;
          if (isPast || System.nanoTime() >= deadline) {
            return new Growth.Missed(missed(before.count(), now.count()));
          }
        }
      }
      Thread.sleep(BETWEEN);
    }
  }

  private String subjectWords() {
    var words = delta.words();
    return words.substring(0, words.indexOf(" grows by "));
  }

  private String missed(long before, long now) {
    return "Expected that "
        + delta.words()
        + (delta.within().isZero() ? "" : " within " + Words.of(delta.within()))
        + ", saw "
        + before
        + (now < before ? " shrink to " : now == before ? " stay " : " grow to ")
        + now
        + ".";
  }
}

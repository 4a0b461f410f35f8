package dev.plimsoll.core.check.http.delta;

import dev.plimsoll.core.check.http.exchange.TimeLeft;
import dev.plimsoll.core.check.http.request.Delta;
import dev.plimsoll.core.check.http.request.Words;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

    /// @param next what to do, a whole sentence, or null
    record Unclear(String sentence, @Nullable String next) implements Growth {}
  }

  /// Looks until it has grown, and no longer than the step lasts: whether it would have grown in
  /// what was left of `within`, nobody can tell then.
  public Growth after(Look.Counted before, TimeLeft time) throws InterruptedException {
    var deadline = System.nanoTime() + delta.within().toNanos();
    while (true) {
      switch (subject.look(before.anchor())) {
        case Look.Broken(var sentence) -> {
          return new Growth.Missed(sentence);
        }
        case Look.Unread(var sentence) -> {
          return new Growth.Unclear("Cannot tell whether " + delta.words() + ": " + sentence, null);
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
          if (time.isShorterThan(BETWEEN)) {
            return new Growth.Unclear(
                missed(before.count(), now.count())
                    + " There was more time to wait, and "
                    + time.words()
                    + " does not last for it.",
                time.next());
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

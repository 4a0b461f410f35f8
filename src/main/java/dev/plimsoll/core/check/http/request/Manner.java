package dev.plimsoll.core.check.http.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How often a request is sent.
public sealed interface Manner {
  /// The most that are sent, redirections apart.
  long requests();

  /// How many are under way at the same time.
  default int atOnce() {
    return 1;
  }

  /// For a person: `200 times, 16 at once`; empty for once.
  String words();

  record Once() implements Manner {
    @Override
    public long requests() {
      return 1;
    }

    @Override
    public String words() {
      return "";
    }
  }

  /// Again and again until everything expected holds.
  ///
  /// @param every the wait after the first answer
  /// @param atMost the time for all of it
  /// @param backOff by what each further wait is multiplied, at least 1
  /// @param longest no wait is longer
  record Until(Duration every, Duration atMost, double backOff, Duration longest)
      implements Manner {
    @Override
    public long requests() {
      var count = 1L;
      var at = 0.0;
      var wait = (double) every.toMillis();
      while (at + wait <= atMost.toMillis() && count < 100_000) {
        at += wait;
        count++;
        wait = Math.min(wait * backOff, (double) longest.toMillis());
      }
      return count;
    }

    @Override
    public String words() {
      return "until it is so, for at most " + Words.of(atMost);
    }
  }

  /// One after the other.
  record Repeat(int times) implements Manner {
    @Override
    public long requests() {
      return times;
    }

    @Override
    public String words() {
      return times + " times";
    }
  }

  /// @param atOnce how many are under way at the same time
  /// @param usesUp how long the service's quota is used up after it, or null where it is not
  record Burst(long requests, int atOnce, @Nullable Duration usesUp) implements Manner {
    @Override
    public String words() {
      return requests + " times, " + atOnce + " at once";
    }
  }

  /// Whether a service refuses what is beyond its limit.
  ///
  /// @param limit how many are good
  /// @param window the time they are counted over
  /// @param refused the status of the one beyond
  /// @param header a header that the refusal must carry, or null
  /// @param probe how many are sent at most
  record RateLimit(int limit, Duration window, int refused, @Nullable String header, int probe)
      implements Manner {
    @Override
    public long requests() {
      return probe;
    }

    @Override
    public String words() {
      return limit + " are good within " + Words.of(window) + ", the next is refused";
    }
  }
}

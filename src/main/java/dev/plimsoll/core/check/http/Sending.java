package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Misfortune;
import dev.plimsoll.core.check.http.exchange.RetryAfter;
import dev.plimsoll.core.check.http.request.Manner;
import dev.plimsoll.core.check.http.request.Retry;
import dev.plimsoll.core.check.http.request.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends a request as often as its step says.
///
/// @param limit the longest all of it may take
record Sending(Round round, Duration limit) {

  Course course(Manner manner, @Nullable Retry retry) throws InterruptedException {
    var began = System.nanoTime();
    var tally = new Tally();
    var decided =
        switch (manner) {
          case Manner.Once _ -> {
            once(tally, retry);
            yield null;
          }
          case Manner.Until until -> {
            until(tally, until);
            yield null;
          }
          case Manner.Repeat(var times) -> {
            burst(tally, times, 1);
            yield null;
          }
          case Manner.Burst burst -> {
            burst(tally, burst.requests(), burst.atOnce());
            yield null;
          }
          case Manner.RateLimit rate -> new RateProbe(round, rate).run(tally);
        };
    return new Course(tally, decided, since(began));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void once(Tally tally, @Nullable Retry retry) throws InterruptedException {
    var began = System.nanoTime();
    var pause = retry == null ? Duration.ZERO : retry.pause();
    for (var number = 1; ; number++) {
      var tried = round.send(number);
      tally.add(tried);
      round.say(line(number, tried));
      if (retry == null || number >= retry.times() || !isToBeRetried(tried, retry)) {
        return;
      }
      var wait = asked(tried).filter(asked -> asked.compareTo(Duration.ZERO) > 0).orElse(pause);
      if (since(began).plus(wait).compareTo(retry.within()) > 0) {
        round.say("no further try: the next would begin after " + Words.of(retry.within()));
        return;
      }
      round.say("again in " + Words.of(wait) + ", try " + (number + 1) + " of " + retry.times());
      Thread.sleep(wait);
      pause = times(pause, retry.backOff());
    }
  }

  private static boolean isToBeRetried(Tried tried, Retry retry) {
    if (tried.isGood()) {
      return false;
    }
    var cause =
        switch (tried.reply()) {
          case Answer _ -> Retry.Cause.ASSERT;
          case Misfortune late when late.kind().isTimeout() -> Retry.Cause.TIMEOUT;
          case Misfortune _ -> Retry.Cause.CONNECT;
        };
    return retry.on().contains(cause);
  }

  /// How long the service asks to wait.
  private Optional<Duration> asked(Tried tried) {
    return tried.reply() instanceof Answer answer
        ? RetryAfter.of(answer, round.context().workplace().clock().instant())
        : Optional.empty();
  }

  private void until(Tally tally, Manner.Until until) throws InterruptedException {
    var began = System.nanoTime();
    var pause = until.every();
    for (var number = 1L; ; number++) {
      var tried = round.send(number);
      tally.add(tried);
      if (tried.isGood()) {
        round.say(line(number, tried));
        return;
      }
      var left = until.atMost().minus(since(began));
      var wait = asked(tried).filter(asked -> asked.compareTo(until.every()) > 0).orElse(pause);
      if (left.compareTo(wait) < 0) {
        round.say(line(number, tried) + "; the time is over");
        return;
      }
      round.say(
          line(number, tried)
              + "; again in "
              + Words.of(wait)
              + ", "
              + Words.of(Duration.ofSeconds(left.toSeconds()))
              + " left");
      Thread.sleep(wait);
      var longer = times(pause, until.backOff());
      pause = longer.compareTo(until.longest()) > 0 ? until.longest() : longer;
    }
  }

  private static Duration times(Duration pause, double factor) {
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }

  private String line(long number, Tried tried) {
    return (number == 1 ? "" : number + ": ")
        + round.request().label()
        + " gives "
        + tried.observed();
  }

  /// As many at once as are asked for, on threads that cost next to nothing.
  private void burst(Tally tally, long requests, int atOnce) throws InterruptedException {
    var next = new AtomicLong();
    var broken = new AtomicReference<@Nullable RuntimeException>();
    var deadline = System.nanoTime() + limit.toNanos();
    var workers = new Thread[(int) Math.min(atOnce, requests)];
    for (var i = 0; i < workers.length; i++) {
      workers[i] =
          Thread.ofVirtual()
              .name("http-" + i)
              .start(() -> {
                try {
                  var number = next.incrementAndGet();
                  while (number <= requests && System.nanoTime() < deadline) {
                    tally.add(round.send(number));
                    number = next.incrementAndGet();
                  }
                } catch (InterruptedException cancelled) {
                  Thread.currentThread().interrupt();
                } catch (RuntimeException unforeseen) {
                  broken.compareAndSet(null, unforeseen);
                }
              });
    }
    try {
      for (var worker : workers) {
        while (!worker.join(Duration.ofSeconds(1))) {
          round.say(
              tally.count() + " of " + requests + " answered, " + tally.failed() + " not good");
        }
      }
    } finally {
      for (var worker : workers) {
        worker.interrupt();
      }
    }
    var unforeseen = broken.get();
    if (unforeseen != null) {
      throw unforeseen;
    }
    round.say(tally.count() + " of " + requests + " answered, " + tally.failed() + " not good");
  }
}

package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Misfortune;
import dev.plimsoll.core.check.http.exchange.RetryAfter;
import dev.plimsoll.core.check.http.request.Manner;
import dev.plimsoll.core.check.http.request.Retry;
import dev.plimsoll.core.check.http.request.Words;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends a request as often as its step says, and no longer than the step may take.
record Sending(Round round) {

  Course course(Manner manner, @Nullable Retry retry) throws InterruptedException {
    var began = System.nanoTime();
    var tally = new Tally();
    var decided =
        switch (manner) {
          case Manner.Once _ -> once(tally, retry);
          case Manner.Until until -> until(tally, until);
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

  private @Nullable Outcome once(Tally tally, @Nullable Retry retry) throws InterruptedException {
    var began = System.nanoTime();
    var pause = retry == null ? Duration.ZERO : retry.pause();
    for (var number = 1; !round.time().isOver(); number++) {
      var tried = round.send(number);
      tally.add(tried);
      round.say(line(number, tried));
      if (retry == null || number >= retry.times() || !isToBeRetried(tried, retry)) {
        return null;
      }
      var wait = asked(tried).filter(asked -> asked.compareTo(Duration.ZERO) > 0).orElse(pause);
      if (since(began).plus(wait).compareTo(retry.within()) > 0) {
        round.say("no further try: the next would begin after " + Words.of(retry.within()));
        return null;
      }
      if (round.time().isShorterThan(wait)) {
        return cut(number, tried, "no further try");
      }
      round.say("again in " + Words.of(wait) + ", try " + (number + 1) + " of " + retry.times());
      Thread.sleep(wait);
      pause = times(pause, retry.backOff());
    }
    return cutAnyway(tally);
  }

  /// Where a wait took longer than it should have.
  private @Nullable Outcome cutAnyway(Tally tally) {
    var last = tally.last();
    return last == null ? null : cut(last.number(), last, "no more");
  }

  /// There was more to try, and no time for it.
  private Outcome cut(long number, Tried tried, String what) {
    round.say(line(number, tried) + "; " + round.time().words() + " leaves " + what);
    var findings = new ArrayList<>(Weighing.findings(tried, "The last answer: "));
    findings.addFirst(
        new Finding(
            Severity.ERROR,
            "There was more to try, and " + round.time().words() + " does not last for it.",
            null,
            round.time().next()));
    return new Outcome.Inconclusive(
        round.time().words()
            + " was over after "
            + Plural.of(number, "try", "tries")
            + "; the last: "
            + tried.observed(),
        findings);
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

  private @Nullable Outcome until(Tally tally, Manner.Until until) throws InterruptedException {
    var began = System.nanoTime();
    var pause = until.every();
    for (var number = 1L; !round.time().isOver(); number++) {
      var tried = round.send(number);
      tally.add(tried);
      if (tried.isGood()) {
        round.say(line(number, tried));
        return null;
      }
      var left = until.atMost().minus(since(began));
      var wait = asked(tried).filter(asked -> asked.compareTo(until.every()) > 0).orElse(pause);
      if (left.compareTo(wait) < 0) {
        round.say(line(number, tried) + "; the time is over");
        return null;
      }
      if (round.time().isShorterThan(wait)) {
        return cut(number, tried, "no further question");
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
    return cutAnyway(tally);
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
    var workers = new Thread[(int) Math.min(atOnce, requests)];
    for (var i = 0; i < workers.length; i++) {
      workers[i] =
          Thread.ofVirtual()
              .name("http-" + i)
              .start(() -> {
                try {
                  var number = next.incrementAndGet();
                  while (number <= requests && !round.time().isOver()) {
                    var tried = round.send(number);
                    if (!tried.isCut()) {
                      tally.add(tried);
                    }
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

package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.RetryAfter;
import dev.plimsoll.core.check.http.request.Manner;
import dev.plimsoll.core.check.http.request.Words;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends one request after another, on a connection that stays, until one is refused; says which,
/// and whether that proves the limit. Good answers are those that are as the step expects, or
/// statuses 200 to 299 where it expects nothing.
record RateProbe(Round round, Manner.RateLimit rate) {
  private static final List<String> REMAINING =
      List.of("RateLimit-Remaining", "X-RateLimit-Remaining", "X-Rate-Limit-Remaining");

  /// A service counts whole seconds.
  private static final Duration SLACK = Duration.ofSeconds(2);

  Outcome run(Tally tally) throws InterruptedException {
    var began = System.nanoTime();
    var quota = new Quota();
    for (var number = 1; number <= rate.probe(); number++) {
      var tried = round.send(number);
      tally.add(tried);
      if (tried.isCut()) {
        return cut(number, tried);
      }
      var took = Duration.ofNanos(System.nanoTime() - began);
      if (number % 10 == 0) {
        round.say(number + " of at most " + rate.probe() + " sent, " + clock(took));
      }
      if (tried.reply() instanceof Answer answer) {
        quota.take(answer);
      }
      if (tried.status() == rate.refused()) {
        round.say("request " + number + " is refused after " + clock(took));
        return refused(number, tried, took, quota);
      }
      if (!isGood(tried)) {
        return other(number, tried);
      }
      if (took.compareTo(rate.window()) > 0) {
        return late(number, took);
      }
    }
    return notRefused(Duration.ofNanos(System.nanoTime() - began), quota);
  }

  private Outcome cut(int number, Tried tried) {
    return unclear(
        round.time().words() + " was over at request " + number + " of " + rate.probe(),
        "Request " + number + ": " + tried.observed() + ".",
        round.time().next());
  }

  /// Whatever else comes is never a pass.
  private Outcome other(int number, Tried tried) {
    var observed = "request " + number + " of " + rate.probe() + ": " + tried.observed();
    var findings = Weighing.findings(tried, "Request " + number + ": ");
    return switch (Weighing.rank(tried)) {
      case NOT_ASKED -> new Outcome.Unavailable(observed, findings);
      case NOBODY_KNOWS -> new Outcome.Inconclusive(observed, findings);
      case GOOD, FAILED -> new Outcome.Failed(observed, findings);
    };
  }

  private boolean isGood(Tried tried) {
    return tried.isGood() && (!round.judge().expect().isEmpty() || tried.status() / 100 == 2);
  }

  private Outcome refused(int number, Tried tried, Duration took, Quota quota) {
    var observed =
        "request " + number + " was refused with " + tried.status() + " after " + clock(took);
    if (took.compareTo(rate.window()) > 0) {
      return late(number, took);
    }
    if (number == 1) {
      return unclear(
          observed + ": the quota was not fresh",
          "The first request was refused, so the quota was used up before.",
          "Wait " + wait(tried) + " and run the step again.");
    }
    if (number <= rate.limit()) {
      return tooSoon(number, tried, took, quota);
    }
    if (quota.renewed) {
      return renewed();
    }
    if (number > rate.limit() + 1) {
      return failed(
          observed + ": " + (number - 1) + " good, not " + rate.limit(),
          "Request " + (rate.limit() + 1) + " was not refused; request " + number + " was.");
    }
    var header = rate.header();
    if (header != null
        && tried.reply() instanceof Answer answer
        && answer.header(header).isBlank()) {
      return failed(
          observed + ", without the header " + header,
          "The refusal does not carry the header " + header + ".");
    }
    return new Outcome.Passed(
        Plural.of(rate.limit(), "request", "requests") + " good, " + observed);
  }

  /// Fewer were good than should be: the limit is lower, or some of it was used before.
  private Outcome tooSoon(int number, Tried tried, Duration took, Quota quota) {
    var good = number - 1;
    var observed =
        "request " + number + " was refused with " + tried.status() + " after " + clock(took);
    var left = quota.first == null ? null : quota.first + 1;
    if (left != null && left < rate.limit()) {
      return unclear(
          observed + ": the quota was not fresh",
          "The first answer said that "
              + Plural.of(left, "request was", "requests were")
              + " left of "
              + rate.limit()
              + ".",
          "Wait " + wait(tried) + " and run the step again.");
    }
    var renewedIn = retryAfter(tried);
    if (left == null
        && renewedIn != null
        && renewedIn.plus(took).plus(SLACK).compareTo(rate.window()) < 0) {
      return unclear(
          observed + ": the quota was not fresh",
          "The quota is renewed in "
              + Words.of(renewedIn)
              + ", so its window of "
              + Words.of(rate.window())
              + " began before the first request.",
          "Wait " + wait(tried) + " and run the step again.");
    }
    return failed(
        observed + ": " + good + " good, not " + rate.limit(),
        "Only "
            + Plural.of(good, "request was", "requests were")
            + " good before one was refused, and the limit is said to be "
            + rate.limit()
            + ".");
  }

  private Outcome renewed() {
    return unclear(
        "the quota was renewed while it was probed",
        "The service said in between that more was left than before.",
        "Run the step again; where it happens each time, the limit is not counted over "
            + Words.of(rate.window())
            + ".");
  }

  private @Nullable Duration retryAfter(Tried tried) {
    var now = round.context().workplace().clock().instant();
    return tried.reply() instanceof Answer answer ? RetryAfter.of(answer, now).orElse(null) : null;
  }

  private String wait(Tried tried) {
    var asked = retryAfter(tried);
    return Words.of(
        asked == null || asked.isZero()
            ? rate.window()
            : Duration.ofSeconds(asked.toSeconds() + 1));
  }

  private Outcome late(int number, Duration took) {
    return unclear(
        "request " + number + " came after " + clock(took) + ", beyond the window",
        "The "
            + Plural.of(number, "request", "requests")
            + " took longer than the window of "
            + Words.of(rate.window())
            + ", so the quota may have been renewed meanwhile.",
        "Run the step again when the service is faster, or nearer to it.");
  }

  private Outcome notRefused(Duration took, Quota quota) {
    if (quota.renewed) {
      return renewed();
    }
    if (took.compareTo(rate.window()) > 0) {
      return late(rate.probe(), took);
    }
    return failed(
        "none of " + rate.probe() + " requests was refused in " + clock(took),
        "Request "
            + (rate.limit() + 1)
            + " should have been refused with "
            + rate.refused()
            + ", and all "
            + rate.probe()
            + " were good.");
  }

  private static Outcome failed(String observed, String sentence) {
    return new Outcome.Failed(
        observed,
        List.of(new Finding(Severity.ERROR, sentence, null, "See the limit of the service.")));
  }

  private static Outcome unclear(String observed, String sentence, String next) {
    return new Outcome.Inconclusive(
        observed, List.of(new Finding(Severity.ERROR, sentence, null, next)));
  }

  /// What the answers say is left.
  private static final class Quota {
    private @Nullable Long first;
    private @Nullable Long last;
    private boolean renewed;

    private void take(Answer answer) {
      for (var name : REMAINING) {
        var written = answer.header(name).strip();
        if (written.matches("\\d{1,9}")) {
          var now = Long.valueOf(written);
          first = first == null ? now : first;
          renewed |= last != null && now > last;
          last = now;
          return;
        }
      }
    }
  }

  private static String clock(Duration took) {
    return took.toSeconds() < 1
        ? took.toMillis() + " ms"
        : took.toSeconds() + "." + took.toMillisPart() / 100 + " s";
  }
}

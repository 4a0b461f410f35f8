package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.expect.Verdict;
import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Misfortune;
import dev.plimsoll.core.check.http.exchange.Reply;
import dev.plimsoll.core.model.Sample;
import java.util.List;

/// One request that was sent and what was made of its answer.
///
/// @param number from 1
/// @param micros until the end of the answer, in microseconds
/// @param verdicts one or more for each expectation about a single answer
/// @param redactor masks what is told of it; it knows the secrets that this answer gave away
record Tried(long number, Reply reply, long micros, List<Verdict> verdicts, Redactor redactor) {
  Tried {
    verdicts = List.copyOf(verdicts);
  }

  /// Of the answer, or 0 where there is none.
  int status() {
    return reply instanceof Answer answer ? answer.status() : 0;
  }

  Sample.Came came() {
    return reply instanceof Answer answer
        ? new Sample.Came(answer.status(), answer.content().size())
        : new Sample.Came(0, 0);
  }

  boolean isGood() {
    return reply instanceof Answer && verdicts.stream().allMatch(Verdict.Met.class::isInstance);
  }

  /// Whether the step's own time was over before it was answered.
  boolean isCut() {
    return reply instanceof Misfortune(var kind, _, _, _) && kind == Misfortune.Kind.STEP_OVER;
  }

  /// `200 in 34 ms`, or what went wrong.
  String observed() {
    return switch (reply) {
      case Answer answer -> answer.status() + " in " + millis(micros);
      case Misfortune misfortune -> misfortune.observed();
    };
  }

  /// `34 ms`.
  static String millis(long micros) {
    return micros < 1000 ? "under 1 ms" : micros / 1000 + " ms";
  }
}

package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Exchange;
import dev.plimsoll.core.check.http.exchange.Misfortune;
import dev.plimsoll.core.check.http.exchange.Outgoing;
import dev.plimsoll.core.check.http.exchange.Reply;
import dev.plimsoll.core.check.http.exchange.TimeLeft;
import dev.plimsoll.core.model.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends the request of a step once and holds the answer against what is expected. Thread-safe.
///
/// @param way where it is sent, and how long that may take
/// @param taking what is taken from answers; its secrets are masked from the first word on
record Round(Way way, Outgoing request, AnswerJudge judge, Taking taking, StepContext context) {
  /// @param time of the step, which a request may not outlast
  record Way(Exchange exchange, TimeLeft time) {
    /// The answer, or a misfortune of its own where the step's time was over before the request's.
    Reply send(Outgoing request) throws InterruptedException {
      var own = exchange.wire().limits().timeout();
      var left = time.left();
      if (left.compareTo(own) >= 0) {
        return exchange.send(request, own);
      }
      var reply = exchange.send(request, left);
      return reply instanceof Misfortune late && late.kind().isTimeout() && time.isOver()
          ? new Misfortune(
              Misfortune.Kind.STEP_OVER,
              "no answer before " + time.words() + " was over",
              "No answer came before " + time.words() + " was over.",
              time.next())
          : reply;
    }
  }

  TimeLeft time() {
    return way.time();
  }

  Tried send(long number) throws InterruptedException {
    var began = System.nanoTime();
    var reply = way.send(request);
    var micros = (System.nanoTime() - began) / 1000;
    var tried = tried(number, reply, micros);
    context
        .tap()
        .sample(
            new Sample(
                number,
                tried.redactor().redact(request.label()),
                tried.came(),
                micros,
                missed(tried)));
    return tried;
  }

  private @Nullable String missed(Tried tried) {
    if (tried.isGood()) {
      return null;
    }
    return taking.given().isTooMany()
        ? "It was not as expected."
        : tried.redactor().redact(Weighing.findings(tried, "").getFirst().message());
  }

  private Tried tried(long number, Reply reply, long micros) {
    if (!(reply instanceof Answer answer)) {
      return new Tried(number, reply, micros, List.of(), taking.given().redactor());
    }
    var facts = facts(answer, micros);
    var own = taking.masking(judge, facts);
    return new Tried(number, reply, micros, own.judge(facts), own.redactor());
  }

  AnswerFacts facts(Answer answer, long micros) {
    return new AnswerFacts(answer, micros, context.workplace().clock().instant());
  }

  void say(String text) {
    context.tap().line("out", taking.given().redactor().redact(text));
  }
}

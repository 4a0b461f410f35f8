package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Exchange;
import dev.plimsoll.core.check.http.exchange.Outgoing;
import dev.plimsoll.core.check.http.exchange.Reply;
import dev.plimsoll.core.model.Sample;
import java.util.List;

/// Sends the request of a step once and holds the answer against what is expected. Thread-safe.
///
/// @param taking what is taken from answers; its secrets are masked from the first word on
record Round(
    Exchange exchange, Outgoing request, AnswerJudge judge, Taking taking, StepContext context) {

  Tried send(long number) throws InterruptedException {
    var began = System.nanoTime();
    var reply = exchange.send(request);
    var micros = (System.nanoTime() - began) / 1000;
    var tried = tried(number, reply, micros);
    context
        .tap()
        .sample(
            new Sample(
                number,
                judge.redactor().redact(request.label()),
                tried.status(),
                micros,
                tried.isGood()));
    return tried;
  }

  private Tried tried(long number, Reply reply, long micros) {
    if (!(reply instanceof Answer answer)) {
      return new Tried(number, reply, micros, List.of(), judge.redactor());
    }
    var facts = facts(answer, micros);
    var own = taking.masking(judge, facts);
    return new Tried(number, reply, micros, own.judge(facts), own.redactor());
  }

  AnswerFacts facts(Answer answer, long micros) {
    return new AnswerFacts(answer, micros, context.workplace().clock().instant());
  }

  void say(String text) {
    context.tap().line("out", judge.redactor().redact(text));
  }
}

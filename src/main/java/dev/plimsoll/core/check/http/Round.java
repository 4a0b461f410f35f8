package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.Tap;
import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Exchange;
import dev.plimsoll.core.check.http.exchange.Outgoing;
import dev.plimsoll.core.model.Sample;
import java.time.Clock;
import java.util.List;

/// Sends the request of a step once and holds the answer against what is expected. Thread-safe.
record Round(Exchange exchange, Outgoing request, AnswerJudge judge, Clock clock, Tap tap) {

  Tried send(long number) throws InterruptedException {
    var began = System.nanoTime();
    var reply = exchange.send(request);
    var micros = (System.nanoTime() - began) / 1000;
    var verdicts =
        reply instanceof Answer answer
            ? judge.judge(new AnswerFacts(answer, micros, clock.instant()))
            : List.<dev.plimsoll.core.check.expect.Verdict>of();
    var tried = new Tried(number, request, reply, micros, verdicts);
    tap.sample(
        new Sample(
            number, redactor().redact(request.label()), tried.status(), micros, tried.isGood()));
    return tried;
  }

  Redactor redactor() {
    return judge.redactor();
  }
}

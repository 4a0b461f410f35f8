package dev.plimsoll.core.check.http.delta;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Content;
import dev.plimsoll.core.check.http.exchange.Exchange;
import dev.plimsoll.core.check.http.exchange.Misfortune;
import dev.plimsoll.core.check.http.exchange.Outgoing;
import dev.plimsoll.core.check.http.exchange.TimeLeft;
import dev.plimsoll.core.check.metrics.Counter;
import org.jspecify.annotations.Nullable;

/// A counter of the service, in Prometheus' text form. One that is not there yet counts 0: a
/// counter with labels shows up with its first event.
///
/// @param time of the step, which a look does not outlast
/// @param request for the metrics
public record MetricSubject(Exchange exchange, TimeLeft time, Outgoing request, Counter counter)
    implements Subject {
  @Override
  public Look look(@Nullable Anchor since) throws InterruptedException {
    var own = exchange.wire().limits().timeout();
    var left = time.left();
    return switch (exchange.send(request, left.compareTo(own) < 0 ? left : own)) {
      case Misfortune late when late.kind().isTimeout() && time.isOver() ->
          new Look.Unread(
              "There was no answer from "
                  + request.uri().getRawAuthority()
                  + " before "
                  + time.words()
                  + " was over.");
      case Misfortune misfortune -> new Look.Unread(misfortune.sentence());
      case Answer answer when answer.status() != 200 ->
          new Look.Unread(
              request.uri().getRawAuthority()
                  + " gives no metrics, but status "
                  + answer.status()
                  + ".");
      case Answer answer ->
          answer.content().text(answer.header("Content-Type"))
                  instanceof Content.Reading.Text(var text)
              ? counted(text)
              : new Look.Unread("What " + request.uri().getRawAuthority() + " gives is no text.");
    };
  }

  private Look counted(String text) {
    if (text.isBlank()) {
      return new Look.Unread(request.uri().getRawAuthority() + " gives no metric at all.");
    }
    var sum = counter.sum(request.uri().getRawAuthority(), text);
    return new Look.Counted(sum.isPresent() ? Math.round(sum.getAsDouble()) : 0, null);
  }
}

package dev.plimsoll.core.check.tcp;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.patience.Patience;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a port answers. Refused, silent and unknown are three things.
public final class TcpVerb implements VerbDefinition<TcpProbe> {
  private static final int SHOWN = 120;

  @Override
  public String word() {
    return "tcp";
  }

  @Override
  public Class<TcpProbe> type() {
    return TcpProbe.class;
  }

  @Override
  public @Nullable TcpProbe read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(), "'expect' of the step does not apply to 'tcp'.", "Say it under tcp.");
    }
    return new TcpReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(TcpProbe verb, StepContext context) throws InterruptedException {
    var redactor = new Redactor(context.workplace().secrets(), Set.of());
    var variables = context.variables();
    var expected = redactor.redact(variables.resolve(verb.expected()));
    var host = variables.resolve(verb.host());
    var written = variables.resolve(verb.port());
    var place = redactor.redact(host + ":" + written);
    var port = Tcp.port(written);
    if (port == 0) {
      return Conclusion.of(
          unavailable("no port", "'" + redactor.redact(written) + "' is no port.", "Correct it."),
          expected);
    }
    var limit = context.workplace().timeout();
    var timeout = verb.timeout().compareTo(limit) < 0 ? verb.timeout() : limit;
    var answer = verb.answer() == null ? null : variables.resolve(verb.answer());
    if (answer != null && answer.isEmpty()) {
      return Conclusion.of(
          new Outcome.Inconclusive(
              "nothing expected",
              List.of(
                  finding("What is expected is empty.", "Give the variable of expect a value."))),
          expected);
    }
    var asked =
        new Asked(
            new Tcp(host, port, timeout),
            verb.send() == null ? null : variables.resolve(verb.send()),
            answer,
            place,
            redactor);
    var until = verb.until();
    return Conclusion.of(until == null ? asked.ask() : until.answer(context, asked), expected);
  }

  /// One question, which may be asked again.
  private record Asked(
      Tcp tcp, @Nullable String send, @Nullable String answer, String place, Redactor redactor)
      implements Patience.Question<Outcome> {
    @Override
    public Outcome ask() throws InterruptedException {
      try {
        return judge(tcp.contact(send, answer), place, answer, redactor);
      } catch (IOException broken) {
        return new Outcome.Failed(
            "the connection broke",
            List.of(finding("The connection to " + place + " broke.", "See what it logged.")));
      }
    }

    @Override
    public boolean isEnough(Outcome outcome) {
      return outcome instanceof Outcome.Passed;
    }

    @Override
    public String missing(Outcome outcome) {
      return place + ": " + outcome.observed();
    }
  }

  private static Outcome judge(
      Tcp.Contact contact, String place, @Nullable String answer, Redactor redactor) {
    return switch (contact) {
      case Tcp.Contact.UnknownHost _ ->
          unavailable(
              "unknown host", "The host of " + place + " is not known.", "Correct the name.");
      case Tcp.Contact.NoRoute _ ->
          unavailable("no route", "There is no route to " + place + ".", "See the network.");
      case Tcp.Contact.Refused _ ->
          new Outcome.Failed(
              "refused",
              List.of(finding(place + " refuses the connection.", "Start what listens there.")));
      case Tcp.Contact.TimedOut _ ->
          new Outcome.Inconclusive(
              "no answer in time",
              List.of(
                  finding(
                      place + " does not answer in time.",
                      "See whether something stands between, or wait longer.")));
      case Tcp.Contact.Connected(var text) -> {
        if (answer == null) {
          yield new Outcome.Passed(place + " accepts connections");
        }
        var seen = shown(redactor.redact(text));
        yield text.contains(answer)
            ? new Outcome.Passed(place + " answers " + seen)
            : new Outcome.Failed(
                "another answer",
                List.of(
                    finding(
                        "Expected '"
                            + redactor.redact(answer).strip()
                            + "' from "
                            + place
                            + ", saw "
                            + seen
                            + ".",
                        "See what listens there.")));
      }
    };
  }

  private static Outcome unavailable(String observed, String sentence, String next) {
    return new Outcome.Unavailable(observed, List.of(finding(sentence, next)));
  }

  private static Finding finding(String sentence, String next) {
    return new Finding(Severity.ERROR, sentence, null, next);
  }

  private static String shown(String text) {
    var line = text.strip().replaceAll("[\\p{Cntrl}\\uFFFD]+", " ");
    return line.isEmpty()
        ? "nothing"
        : "'" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...") + "'";
  }
}

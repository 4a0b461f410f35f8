package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.expect.Bench;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.http.exchange.Client;
import dev.plimsoll.core.check.http.exchange.Exchange;
import dev.plimsoll.core.check.http.exchange.TimeLeft;
import dev.plimsoll.core.check.http.request.Wire;
import dev.plimsoll.core.check.http.request.Words;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Asks a running service and judges what it answers: once, until it is so, many times, or up to
/// its limit.
public final class HttpVerb implements VerbDefinition<Http> {
  @Override
  public String word() {
    return "http";
  }

  @Override
  public Class<Http> type() {
    return Http.class;
  }

  @Override
  public @Nullable Http read(Node value, @Nullable Node expect, Findings findings) {
    return new HttpReader(findings).read(value, expect);
  }

  @Override
  public Conclusion carryOut(Http verb, StepContext context) throws InterruptedException {
    var time = TimeLeft.of(context.workplace().timeout());
    var redactor = new Redactor(context.workplace().secrets(), Set.of());
    var variables = context.variables();
    var root = context.subject().root();
    var bench = new Bench(root);
    var judge = new AnswerJudge(resolved(verb.judged().expect(), variables), bench, redactor);
    var expected =
        redactor.redact(
            new Http(
                    verb.request(),
                    verb.wire(),
                    verb.manner(),
                    new Http.Judged(judge.expect(), List.of()),
                    verb.around())
                .expected());
    var request = new Resolving(variables, root).outgoing(verb.request());
    var wire = resolved(verb.wire(), verb.manner().atOnce(), variables);
    var taking =
        new Taking(
            verb.judged().captures().stream()
                .map(capture -> capture.resolved(variables::resolve))
                .toList(),
            bench,
            new GivenAway(context));
    try (var client = Client.open(wire, ca(wire, root))) {
      var exchange = new Exchange(client, wire);
      var way = new Round.Way(exchange, time);
      var deltas = new Deltas(verb.around().deltas(), way, context);
      var before = deltas.before();
      if (before != null) {
        return Conclusion.of(before, expected);
      }
      pause(verb.around().delay(), time, context);
      var round = new Round(way, request, judge, taking, context);
      var course = new Sending(round).course(verb.manner(), verb.around().retry());
      return Conclusion.of(new Concluding(verb, round, course).conclude(deltas.after()), expected);
    }
  }

  private static void pause(Duration delay, TimeLeft time, StepContext context)
      throws InterruptedException {
    if (!delay.isZero()) {
      context.tap().line("note", "waits " + Words.of(delay));
      Thread.sleep(time.isShorterThan(delay) ? time.left() : delay);
    }
  }

  static List<Expectation> resolved(List<Expectation> expect, Variables variables) {
    var quoted = new TreeMap<String, String>();
    variables.values().forEach((name, value) -> quoted.put(name, Expectation.quoted(value)));
    var inPatterns = new Variables(quoted);
    return expect.stream()
        .map(expectation -> expectation.resolved(variables::resolve, inPatterns::resolve))
        .toList();
  }

  private static Wire resolved(Wire wire, int atOnce, Variables variables) {
    var route = wire.route();
    return new Wire(
        wire.limits().shared(atOnce),
        new Wire.Route(
            route.redirects(),
            route.hosts().stream().map(variables::resolve).toList(),
            route.from() == null ? null : variables.resolve(route.from()),
            route.proxy() == null ? null : variables.resolve(route.proxy()),
            route.h2()),
        new Wire.Tls(
            wire.tls().ca() == null ? null : variables.resolve(wire.tls().ca()),
            wire.tls().expiresWithin()));
  }

  private static @Nullable Path ca(Wire wire, Path root) {
    var ca = wire.tls().ca();
    if (ca == null) {
      return null;
    }
    return RepositoryPaths.isAbsolute(ca) ? Path.of(ca) : new RepositoryPaths(root).inside(ca);
  }
}

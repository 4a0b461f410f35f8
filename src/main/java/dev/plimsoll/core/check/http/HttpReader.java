package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationReader;
import dev.plimsoll.core.check.expect.Filter;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.check.http.request.Capture;
import dev.plimsoll.core.check.http.request.Manner;
import dev.plimsoll.core.check.http.request.Request;
import dev.plimsoll.core.check.http.request.Wire;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `http:`. Use it once.
final class HttpReader {
  private static final Set<String> OF_ALL = Set.of("failures", "rate");

  private final Findings findings;

  HttpReader(Findings findings) {
    this.findings = findings;
  }

  /// What expectations may look at.
  static Map<String, QueryKind> queries() {
    var queries = new LinkedHashMap<String, QueryKind>();
    queries.put("status", QueryKind.STATUS);
    queries.put("header NAME", QueryKind.NODES);
    queries.put("body", QueryKind.TEXT);
    queries.put("bytes", QueryKind.WHOLE_NUMBER);
    queries.put("sha256", QueryKind.TEXT);
    queries.put("url", QueryKind.TEXT);
    queries.put("redirects", QueryKind.WHOLE_NUMBER);
    queries.put("duration", QueryKind.TIME);
    queries.put("duration p(N)", QueryKind.TIME);
    queries.put("p(N)", QueryKind.TIME);
    queries.put("failures", QueryKind.WHOLE_NUMBER);
    queries.put("rate", QueryKind.PERCENTAGE);
    queries.put("certificate subject", QueryKind.TEXT);
    queries.put("certificate issuer", QueryKind.TEXT);
    queries.put("certificate names", QueryKind.TEXT);
    queries.put("certificate expiresIn", QueryKind.TIME);
    return queries;
  }

  /// Whether a query is about all answers together.
  static boolean isOfAll(String query) {
    return OF_ALL.contains(query) || query.startsWith("p(") || query.startsWith("duration p(");
  }

  @Nullable Http read(Node value, @Nullable Node expect) {
    var expectations = expectations(expect);
    if (value instanceof Node.Scalar url && url.type() == Node.Scalar.Type.TEXT) {
      new UrlLint(findings).check(url.text(), url.at());
      needsExpectation(expectations, expect, value);
      refuseOfAll(expectations, new Manner.Once(), expect);
      return new Http(
          Request.get(url.text()),
          Wire.USUAL,
          new Manner.Once(),
          new Http.Judged(expectations, List.of()),
          Http.Around.NOTHING);
    }
    var fields = FieldReader.of(value, "'http'", findings);
    if (fields == null) {
      return null;
    }
    var request = new RequestReader(fields, findings).read();
    var wire = new WireReader(fields, findings).read();
    var manner = new MannerReader(fields, findings).read();
    var captures = captures(fields);
    var delay = fields.duration("delay");
    var around =
        new Http.Around(
            delay == null ? Duration.ZERO : delay,
            new DeltaReader(findings).read(fields.items("delta")),
            new MannerReader(fields, findings).retry(),
            fields.flag("repeatable", false));
    fields.done();
    if (!(manner instanceof Manner.RateLimit)) {
      needsExpectation(expectations, expect, value);
    }
    refuseOfAll(expectations, manner, expect);
    if (request == null) {
      return null;
    }
    var http = new Http(request, wire, manner, new Http.Judged(expectations, captures), around);
    contradictions(http, fields);
    return http;
  }

  /// What stands in a header is a text, whatever it looks like.
  private List<Expectation> expectations(@Nullable Node expect) {
    var read = new ArrayList<Expectation>();
    for (var each : new ExpectationReader(queries(), findings).read(expect)) {
      var isHeader =
          each.query().startsWith("header ")
              && each.filters().stream().noneMatch(Filter.Path.class::isInstance);
      read.add(
          isHeader
              ? new Expectation(
                  each.query(),
                  each.filters(),
                  each.not(),
                  each.predicate(),
                  each.value(),
                  Expectation.Spelling.LOOSE)
              : each);
    }
    return read;
  }

  private void needsExpectation(List<Expectation> expectations, @Nullable Node expect, Node value) {
    // where something is written that cannot be read, that was said already
    var isBare = expect == null || (expect instanceof Node.Items(var items, _) && items.isEmpty());
    if (expectations.isEmpty() && isBare) {
      findings.error(
          expect == null ? value.at() : expect.at(),
          "Nothing is expected of the answer.",
          "Add expect: [status == 200]");
    }
  }

  private void refuseOfAll(List<Expectation> expectations, Manner manner, @Nullable Node expect) {
    if (manner instanceof Manner.Repeat || manner instanceof Manner.Burst || expect == null) {
      return;
    }
    for (var expectation : expectations) {
      if (isOfAll(expectation.query())) {
        findings.error(
            expect.at(),
            "'" + expectation.query() + "' is about several answers, and there is one.",
            "Add repeat: {times: 20}, or say it with duration.");
      }
    }
  }

  /// `NAME: QUERY`, or `NAME: {from: QUERY, secret: true}`.
  private List<Capture> captures(FieldReader fields) {
    var captures = new ArrayList<Capture>();
    switch (fields.node("capture")) {
      case null -> {}
      case Node.Fields map -> map.fields().forEach(field -> capture(field, captures));
      case Node other -> fields.wrong("capture", other, "a mapping of names to queries");
    }
    return captures;
  }

  private void capture(Node.Field field, List<Capture> captures) {
    if (!field.name().matches("[A-Za-z][A-Za-z0-9_-]{0,63}")) {
      findings.error(
          field.at(),
          "'" + field.name() + "' is no name for a value.",
          "Use letters, digits, - and _.");
      return;
    }
    var reader = new ExpectationReader(queries(), findings);
    if (!(field.value() instanceof Node.Fields map)) {
      add(captures, field, reader.readQuery(field.value()), false);
      return;
    }
    var fields = new FieldReader(map, findings);
    var from = fields.node("from");
    var secret = fields.flag("secret", false);
    fields.done();
    if (from == null) {
      findings.error(field.at(), "The key 'from' is missing here.", "Add from: jsonpath $.token");
    } else {
      add(captures, field, reader.readQuery(from), secret);
    }
  }

  private void add(
      List<Capture> captures, Node.Field field, @Nullable Expectation what, boolean secret) {
    if (what != null && isOfAll(what.query())) {
      findings.error(
          field.at(), "'" + what.query() + "' is no value of an answer.", "Take it from the body.");
    } else if (what != null) {
      captures.add(new Capture(field.name(), what, secret));
    }
  }

  private void contradictions(Http http, FieldReader fields) {
    var retry = http.around().retry();
    if (retry != null && !(http.manner() instanceof Manner.Once)) {
      findings.error(
          fields.at("retry"),
          "'retry' belongs to a single request.",
          "Remove it; until, repeat, burst and rateLimit send again by themselves.");
    }
    var repeats = retry != null || http.manner() instanceof Manner.Until;
    if (repeats && !http.mayBeRepeated()) {
      findings.error(
          fields.at(retry != null ? "retry" : "until"),
          http.request().method() + " changes something each time it is sent.",
          "Add repeatable: true where sending it again does no harm, or look with GET.");
    }
    var limits = http.wire().limits();
    var atOnce = http.manner().atOnce();
    if (fields.has("maxBody") && limits.shared(atOnce).largest() < limits.largest()) {
      findings.error(
          fields.valueAt("maxBody"),
          "So much of "
              + atOnce
              + " bodies at once is more than the "
              + (Wire.MOST_HELD >> 20)
              + "MiB that are held together.",
          "Ask fewer at once, or keep at most "
              + (limits.shared(atOnce).largest() >> 20)
              + "MiB of each.");
    }
    if (http.manner() instanceof Manner.RateLimit && http.wire().route().redirects() > 0) {
      findings.error(
          fields.at("redirects"),
          "A probe of a limit follows no redirection.",
          "Remove 'redirects', and ask the last address.");
    }
    if (!http.judged().captures().isEmpty() && http.manner() instanceof Manner.RateLimit) {
      findings.error(
          fields.at("capture"), "A probe of a limit keeps no value.", "Take it in another step.");
    }
  }
}

package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.request.Body;
import dev.plimsoll.core.check.http.request.Entry;
import dev.plimsoll.core.check.http.request.Manner;
import dev.plimsoll.core.check.http.request.Wire;
import dev.plimsoll.core.check.http.request.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Everything that a step will send and how, one line each, before anybody trusts it. Limits that
/// nobody set are left out: they stand in the documentation.
record Description(Http verb) {

  List<String> lines() {
    var lines = new ArrayList<String>();
    var request = verb.request();
    if (!verb.around().delay().isZero()) {
      lines.add("waits " + Words.of(verb.around().delay()));
    }
    var manner = verb.manner();
    lines.add(
        "sends "
            + request.words()
            + (manner instanceof Manner.Once ? "" : ", " + manner.words())
            + usesUp(manner));
    if (!request.query().isEmpty()) {
      lines.add("  query " + joined(request.query(), "=", "&"));
    }
    request.headers().forEach(header -> lines.add("  header " + Http.field(header)));
    body(request.body(), lines);
    route(lines);
    var retry = verb.around().retry();
    if (retry != null) {
      lines.add(
          "  at most "
              + retry.times()
              + " tries within "
              + Words.of(retry.within())
              + ", the first pause "
              + Words.of(retry.pause())
              + ", each further one times "
              + retry.backOff()
              + ", after "
              + retry.on().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
    }
    verb.judged()
        .captures()
        .forEach(capture ->
            lines.add(
                "  keeps "
                    + capture.name()
                    + (capture.secret() ? " (secret)" : "")
                    + ": "
                    + capture.what()));
    return lines;
  }

  private static String usesUp(Manner manner) {
    return switch (manner) {
      case Manner.Burst burst when burst.usesUp() != null ->
          ", which uses up its quota for " + Words.of(burst.usesUp());
      case Manner.RateLimit limit ->
          ", at most "
              + limit.probe()
              + " requests, status "
              + limit.refused()
              + (limit.header() == null ? "" : " with the header " + limit.header());
      case Manner.Until until ->
          ", every "
              + Words.of(until.every())
              + (until.backOff() > 1 ? ", each further pause times " + until.backOff() : "");
      default -> "";
    };
  }

  private static void body(Body body, List<String> lines) {
    switch (body) {
      case Body.None _ -> {}
      case Body.Text(var text) -> {
        lines.add("  body:");
        text.lines().forEach(line -> lines.add("    " + line));
      }
      case Body.Json(var value) -> lines.add("  body " + JsonText.of(value));
      case Body.Form(var fields) -> lines.add("  form " + joined(fields, "=", "&"));
      case Body.Multipart(var parts) -> parts.forEach(part -> lines.add("  part " + part.words()));
      case Body.File file -> lines.add("  body " + file.words());
    }
  }

  private void route(List<String> lines) {
    var route = verb.wire().route();
    var limits = verb.wire().limits();
    var said = new ArrayList<String>();
    if (!limits.timeout().equals(Wire.PATIENCE)) {
      said.add("within " + Words.of(limits.timeout()));
    }
    if (!limits.connect().equals(limits.timeout())) {
      said.add("connected within " + Words.of(limits.connect()));
    }
    if (limits.largest() != Wire.LARGEST) {
      said.add("at most " + Words.size(limits.largest()) + " kept");
    }
    if (route.h2()) {
      said.add("HTTP/2");
    }
    if (!said.isEmpty()) {
      lines.add("  " + String.join(", ", said));
    }
    if (route.redirects() > 0) {
      lines.add(
          "  follows "
              + route.redirects()
              + " redirections"
              + (route.hosts().isEmpty()
                  ? " on the same host"
                  : ", also to " + String.join(", ", route.hosts())));
    }
    if (route.from() != null) {
      lines.add("  from " + route.from());
    }
    if (route.proxy() != null) {
      lines.add("  through the proxy " + route.proxy());
    }
    var tls = verb.wire().tls();
    if (tls.ca() != null) {
      lines.add("  believes the authorities in " + tls.ca() + " alone");
    }
  }

  private static String joined(List<Entry> entries, String sign, String between) {
    return entries.stream()
        .map(entry -> entry.name() + sign + entry.value())
        .collect(Collectors.joining(between));
  }
}

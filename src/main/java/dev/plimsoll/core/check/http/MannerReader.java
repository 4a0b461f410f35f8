package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.request.Manner;
import dev.plimsoll.core.check.http.request.Retry;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads how often a request is sent.
record MannerReader(FieldReader fields, Findings findings) {
  private static final List<String> MANNERS = List.of("until", "repeat", "burst", "rateLimit");
  private static final int MOST = 100_000;
  private static final int MOST_AT_ONCE = 256;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  Manner read() {
    var said = MANNERS.stream().filter(fields::has).toList();
    if (said.size() > 1) {
      findings.error(
          fields.at(said.get(1)),
          "The request is sent in more than one way: " + String.join(", ", said) + ".",
          "Make a step of each.");
    }
    var inner = said.isEmpty() ? null : fields.fields(said.getFirst());
    if (inner == null) {
      return new Manner.Once();
    }
    var manner =
        switch (said.getFirst()) {
          case "until" -> until(inner);
          case "repeat" -> new Manner.Repeat(number(inner, "times", 2, MOST, 20));
          case "burst" -> burst(inner);
          default -> rateLimit(inner);
        };
    inner.done();
    return manner;
  }

  private Manner until(FieldReader inner) {
    return new Manner.Until(
        positive(inner, "every", SECOND),
        positive(inner, "atMost", MINUTE),
        factor(inner),
        positive(inner, "longest", MINUTE));
  }

  private Manner burst(FieldReader inner) {
    var requests = number(inner, "requests", 1, MOST, 100);
    var atOnce = number(inner, "atOnce", 1, MOST_AT_ONCE, 16);
    return new Manner.Burst(requests, Math.min(atOnce, requests), inner.duration("usesUp"));
  }

  private Manner rateLimit(FieldReader inner) {
    var limit = number(inner, "limit", 1, MOST, 60);
    for (var key : List.of("limit", "window")) {
      if (!inner.has(key)) {
        findings.error(inner.at(), "The key '" + key + "' is missing here.", "Add " + key + ": 60");
      }
    }
    var window = positive(inner, "window", MINUTE);
    var refused = number(inner, "refused", 400, 599, 429);
    var header = inner.text("header");
    var probe = number(inner, "probe", 2, MOST + 1, limit + 1);
    if (probe <= limit) {
      findings.error(
          inner.valueAt("probe"),
          probe + " requests never go beyond a limit of " + limit + ".",
          "Leave probe out, or make it larger.");
    }
    return new Manner.RateLimit(limit, window, refused, header, probe);
  }

  private static int number(FieldReader inner, String key, int min, int max, int byDefault) {
    var number = inner.wholeNumber(key, min, max);
    return number == null ? byDefault : number;
  }

  private Duration positive(FieldReader inner, String key, Duration byDefault) {
    var duration = inner.duration(key);
    if (duration != null && duration.isZero()) {
      findings.error(inner.valueAt(key), "'" + key + "' is no time at all.", "Give it some.");
      return byDefault;
    }
    return duration == null ? byDefault : duration;
  }

  private double factor(FieldReader inner) {
    var text = inner.text("backOff");
    if (text == null) {
      return 1;
    }
    if (text.matches("\\d{1,2}(\\.\\d{1,3})?") && Double.parseDouble(text) >= 1) {
      return Double.parseDouble(text);
    }
    findings.error(
        inner.valueAt("backOff"),
        "'" + text + "' is no factor.",
        "Write a number from 1 to 99, such as 1.5.");
    return 1;
  }

  /// `retry:`, or null.
  @Nullable Retry retry() {
    var inner = fields.fields("retry");
    if (inner == null) {
      return null;
    }
    var retry =
        new Retry(
            number(inner, "times", 2, 20, 3),
            positive(inner, "wait", SECOND),
            factor(inner),
            positive(inner, "within", MINUTE),
            causes(inner));
    inner.done();
    return retry;
  }

  private Set<Retry.Cause> causes(FieldReader inner) {
    var words = new LinkedHashMap<String, Retry.Cause>();
    words.put("assert", Retry.Cause.ASSERT);
    words.put("connect", Retry.Cause.CONNECT);
    words.put("timeout", Retry.Cause.TIMEOUT);
    var causes = EnumSet.noneOf(Retry.Cause.class);
    for (var item : inner.items("on")) {
      var word = item instanceof Node.Scalar scalar ? scalar.text() : item.kind();
      var cause = words.get(word);
      if (cause == null) {
        findings.error(
            item.at(), "'" + word + "' is no cause.", Nearest.hint(word, words.keySet()));
      } else {
        causes.add(cause);
      }
    }
    return causes.isEmpty() ? Set.of(Retry.Cause.CONNECT, Retry.Cause.TIMEOUT) : causes;
  }
}

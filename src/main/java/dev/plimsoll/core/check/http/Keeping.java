package dev.plimsoll.core.check.http;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Keeps what was sent and what came as evidence of the attempt: the first exchange and the failed
/// ones, the times of all, the values that were taken.
record Keeping(Round round) {
  /// The evidence file in which the values that a step took stand.
  static final String CAPTURED = "captured.json";

  void keepExchanges(Tally tally) {
    var exchanges = new TreeMap<Long, Tried>();
    tally.failures().forEach(tried -> exchanges.put(tried.number(), tried));
    for (var tried : new Tried[] {tally.first(), tally.last()}) {
      if (tried != null) {
        exchanges.put(tried.number(), tried);
      }
    }
    exchanges.forEach((number, tried) ->
        keep(
            "exchange-" + number + ".http",
            "text/plain",
            new ExchangeText(round.request(), tried, round.taking().given().redactor()).text()));
  }

  void keepTimes(Tally tally) {
    keep("timings.json", "application/json", times(tally));
  }

  /// By name; the secret ones are not among them.
  void keep(Map<String, String> values) {
    if (!values.isEmpty()) {
      var masked = new TreeMap<String, String>();
      var redactor = round.taking().given().redactor();
      values.forEach((name, value) -> masked.put(name, redactor.redact(value)));
      keep(CAPTURED, "application/json", CanonicalJson.encodeToString(masked));
    }
  }

  private static String times(Tally tally) {
    var times = new LinkedHashMap<String, Object>();
    var micros = tally.micros();
    times.put("count", tally.count());
    times.put("good", tally.count() - tally.failed());
    times.put("p50", tally.percentile(50));
    times.put("p95", tally.percentile(95));
    times.put("p99", tally.percentile(99));
    times.put("max", tally.percentile(100));
    times.put("micros", micros.subList(0, Math.min(micros.size(), Tally.LISTED_TIMES)));
    return CanonicalJson.encodeToString(times);
  }

  private void keep(String name, String type, String text) {
    try {
      round
          .context()
          .tap()
          .keep(name, type, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException full) {
      throw Problem.of(
          "Evidence not kept",
          "What was sent and received cannot be kept.",
          "See whether the disk is full.",
          full);
    }
  }
}

package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Sample;
import dev.plimsoll.core.trust.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The picture of a step's responses as it is kept among the evidence of an attempt: canonical JSON
/// of a bounded size, whose form stands in `docs/formats/checks-http.md`. Stateless.
final class ResponsesText {
  static final String NAME = "responses.json";

  /// More than [LiveSamples#LATEST] and [LiveSamples#FAILURES] rows of the longest words take.
  static final int LARGEST = 2 << 20;

  /// In characters, of what was asked and of what was missed.
  static final int LONGEST_WORDS = 300;

  private static final String VERSION = "plimsoll/responses/v1";

  /// What was kept is of no form that is known here.
  static final class Odd extends Exception {
    private static final long serialVersionUID = 1L;

    private Odd(String what) {
      super(what);
    }
  }

  private ResponsesText() {}

  /// @param masking of the words, applied to each by itself, so that no pattern breaks the form
  static byte[] of(Series series, UnaryOperator<String> masking) {
    var text = new LinkedHashMap<String, Object>();
    text.put("schema", VERSION);
    text.put("count", series.count());
    text.put("failed", series.failed());
    var spread = series.spread();
    text.put("spread", List.of(spread.fastest(), spread.median(), spread.p95(), spread.slowest()));
    text.put(
        "stretches",
        series.stretches().stream()
            .map(each -> List.of(each.count(), each.fastest(), each.slowest(), each.failed()))
            .toList());
    text.put("latest", rows(series.rows().latest(), masking));
    text.put("failures", rows(series.rows().failures(), masking));
    return CanonicalJson.encode(text);
  }

  private static List<Map<String, Object>> rows(
      List<Sample> samples, UnaryOperator<String> masking) {
    return samples.stream().map(sample -> row(sample, masking)).toList();
  }

  private static Map<String, Object> row(Sample sample, UnaryOperator<String> masking) {
    var row = new LinkedHashMap<String, Object>();
    row.put("number", sample.number());
    row.put("label", words(sample.label(), masking));
    row.put("status", sample.came().status());
    row.put("bytes", sample.came().bytes());
    row.put("micros", sample.micros());
    if (sample.missed() != null) {
      row.put("missed", words(sample.missed(), masking));
    }
    return row;
  }

  /// Masked before it is cut, so that no half of a secret is left at its end.
  private static String words(String text, UnaryOperator<String> masking) {
    var masked = masking.apply(text);
    return WellFormed.text(
        masked.length() <= LONGEST_WORDS ? masked : masked.substring(0, LONGEST_WORDS) + "…");
  }

  /// @throws Odd where it is no picture of responses
  /// @throws dev.plimsoll.core.trust.NotCanonical where it is no canonical JSON
  static Series read(byte[] bytes) throws Odd {
    var text = CanonicalJson.decodeObject(bytes, LARGEST);
    if (!VERSION.equals(text.get("schema"))) {
      throw new Odd("another form");
    }
    var spread = numbers(text.get("spread"));
    var stretches = list(text.get("stretches"), LiveSamples.STRETCHES);
    var rows =
        new Series.Rows(
            samples(list(text.get("latest"), LiveSamples.LATEST)),
            samples(list(text.get("failures"), LiveSamples.FAILURES)));
    var read = new ArrayList<Series.Stretch>();
    for (var each : stretches) {
      var four = numbers(each);
      read.add(new Series.Stretch(four.get(0), four.get(1), four.get(2), four.get(3)));
    }
    return new Series(
        whole(text, "count"),
        whole(text, "failed"),
        new Series.Spread(spread.get(0), spread.get(1), spread.get(2), spread.get(3)),
        read,
        rows);
  }

  private static List<Sample> samples(List<?> rows) throws Odd {
    var samples = new ArrayList<Sample>();
    for (var row : rows) {
      if (!(row instanceof Map<?, ?> map)
          || !(map.get("label") instanceof String label)
          || !(map.get("missed") instanceof String || map.get("missed") == null)) {
        throw new Odd("a row is none");
      }
      var came = new Sample.Came(Math.clamp(whole(map, "status"), 0, 999), whole(map, "bytes"));
      samples.add(
          new Sample(
              whole(map, "number"),
              label,
              came,
              whole(map, "micros"),
              map.get("missed") instanceof String missed ? missed : null));
    }
    return samples;
  }

  private static long whole(Map<?, ?> map, String name) throws Odd {
    if (map.get(name) instanceof Long number) {
      return number;
    }
    throw new Odd(name + " is no number");
  }

  private static List<?> list(@Nullable Object value, int most) throws Odd {
    if (value instanceof List<?> list && list.size() <= most) {
      return list;
    }
    throw new Odd("no list of at most " + most);
  }

  private static List<Long> numbers(@Nullable Object value) throws Odd {
    var numbers = new ArrayList<Long>();
    for (var each : list(value, 4)) {
      if (each instanceof Long number) {
        numbers.add(number);
      }
    }
    if (numbers.size() != 4) {
      throw new Odd("not four numbers");
    }
    return numbers;
  }
}

package dev.plimsoll.core.check.metrics;

import java.util.OptionalDouble;

/// The sum of the series that a selector takes out of metrics in Prometheus' text form.
///
/// @param selector `requests_total{code="200"}`
public record Counter(String selector) {

  /// Empty where the text is malformed or nothing is selected.
  public OptionalDouble sum(String source, String text) {
    var threshold = Threshold.parse("sum(" + selector + ") >= 0");
    var exposition = Exposition.parse(source, text);
    if (threshold == null || !exposition.flaws().isEmpty()) {
      return OptionalDouble.empty();
    }
    var selected = threshold.select(exposition);
    return selected.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(selected.stream().mapToDouble(Sample::value).sum());
  }
}

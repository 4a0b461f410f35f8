package dev.plimsoll.core.check.metrics;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `name{label="x"} > 3`, of every series that it selects.
///
/// @param selector as it was written: name and labels
/// @param labels that a series must have
record Threshold(Of of, String name, String selector, Map<String, String> labels, Limit limit) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(?:(increase|sum)\\s*\\(\\s*)?([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{(.*)\\})?\\s*(\\))?\\s*"
              + "(==|!=|<=|>=|<|>)\\s*([+-]?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?)(%?)\\s*");

  enum Of {
    EACH,
    SUM,
    INCREASE
  }

  /// @param isPercentage of the baseline
  record Limit(String sign, double number, boolean isPercentage) {
    boolean holds(double seen) {
      return switch (sign) {
        case "==" -> seen == number;
        // no number is not another number
        case "!=" -> !Double.isNaN(seen) && seen != number;
        case "<" -> seen < number;
        case "<=" -> seen <= number;
        case ">" -> seen > number;
        default -> seen >= number;
      };
    }

    String words() {
      return sign + " " + Metrics.number(number) + (isPercentage ? "%" : "");
    }
  }

  static @Nullable Threshold parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches() || (form.group(1) == null) != (form.group(4) == null)) {
      return null;
    }
    var inner = form.group(3) == null ? "" : form.group(3);
    var labels = Exposition.labels(inner);
    if (labels == null) {
      return null;
    }
    var of = form.group(1) == null ? Of.EACH : form.group(1).equals("sum") ? Of.SUM : Of.INCREASE;
    var isPercentage = !form.group(7).isEmpty();
    if (isPercentage && of != Of.INCREASE) {
      return null;
    }
    return new Threshold(
        of,
        form.group(2),
        form.group(2) + (inner.isEmpty() ? "" : "{" + inner + "}"),
        labels,
        new Limit(form.group(5), Double.parseDouble(form.group(6)), isPercentage));
  }

  List<Sample> select(Exposition exposition) {
    return exposition.samples().stream()
        .filter(sample ->
            sample.name().equals(name) && sample.labels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  String words() {
    var seen =
        switch (of) {
          case EACH -> selector;
          case SUM -> "sum(" + selector + ")";
          case INCREASE -> "increase(" + selector + ")";
        };
    return seen + " " + limit.words();
  }
}

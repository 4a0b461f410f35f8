package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What reports of one format say, added up.
///
/// @param figures by name; what one of the reports does not say is not among them
/// @param named one finding for each item that somebody should look at
/// @param doubts why the reports do not decide, whatever their figures are
record Reading(Map<String, Figure> figures, List<Finding> named, List<Finding> doubts) {
  /// Of no report at all.
  static final Reading NONE = new Reading(Map.of(), List.of(), List.of());

  Reading {
    figures = new LinkedHashMap<>(figures);
    named = List.copyOf(named);
    doubts = List.copyOf(doubts);
  }

  /// Whether no report was read.
  boolean isOfNothing() {
    return figures.isEmpty();
  }

  /// A whole number; 0 where the reports do not say it.
  long count(String name) {
    return switch (figures.get(name)) {
      case Figure.Count(long number) -> number;
      case Figure.Nodes(var values, var _)
          when values.size() == 1
              && values.getFirst() instanceof JsonValue.Number number
              && number.isInteger() ->
          number.number().longValue();
      case null, default -> 0;
    };
  }

  @Nullable Figure figure(String name) {
    return figures.get(name);
  }

  Reading plus(Reading other) {
    if (isOfNothing()) {
      return other;
    }
    var sum = new LinkedHashMap<String, Figure>();
    figures.forEach((name, figure) -> {
      var more = other.figures.get(name);
      if (more != null) {
        sum.put(name, figure.plus(more));
      }
    });
    return new Reading(sum, joined(named, other.named), joined(doubts, other.doubts));
  }

  private static List<Finding> joined(List<Finding> some, List<Finding> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}

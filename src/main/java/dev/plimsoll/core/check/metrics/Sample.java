package dev.plimsoll.core.check.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One number of a series.
///
/// @param line on which it stands, from 1
record Sample(String name, Map<String, String> labels, double value, int line) {
  Sample {
    labels = Map.copyOf(labels);
  }

  /// As it would be written: `name{label="value"}`.
  String series() {
    return labels.isEmpty()
        ? name
        : name
            + new TreeMap<>(labels)
                .entrySet().stream()
                    .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                    .collect(Collectors.joining(",", "{", "}"));
  }
}

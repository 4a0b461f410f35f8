package dev.plimsoll.core.check.metrics;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Metrics in Prometheus' text form, or in OpenMetrics'.
///
/// @param source its file or address, for findings
/// @param types by name, as declared
/// @param flaws lines that are neither
record Exposition(
    String source, Map<String, String> types, List<Sample> samples, List<Finding> flaws) {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*(,|$)");
  private static final int MOST_FLAWS = 20;
  private static final int LONGEST = 8192;

  static Exposition parse(String source, String text) {
    var types = new LinkedHashMap<String, String>();
    var samples = new ArrayList<Sample>();
    var flaws = new ArrayList<Finding>();
    var number = 0;
    for (var line : text.lines().toList()) {
      number++;
      var type = TYPE.matcher(line);
      if (type.matches()) {
        types.put(type.group(1), type.group(2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        var sample = sample(line.strip(), number);
        if (sample != null) {
          samples.add(sample);
        } else if (flaws.size() < MOST_FLAWS) {
          flaws.add(
              Finding.error(
                  "The line is no metric.",
                  Position.of(source, number),
                  "See what writes the metrics."));
        }
      }
    }
    return new Exposition(source, types, samples, flaws);
  }

  private static @Nullable Sample sample(String line, int number) {
    if (line.length() > LONGEST) {
      return null;
    }
    var name = NAME.matcher(line);
    if (!name.lookingAt()) {
      return null;
    }
    var labels = Map.<String, String>of();
    var rest = line.substring(name.end());
    if (rest.startsWith("{")) {
      var close = close(rest);
      var read = close < 0 ? null : labels(rest.substring(1, close));
      if (read == null) {
        return null;
      }
      labels = read;
      rest = rest.substring(close + 1);
    }
    // what follows a # is an exemplar
    var words = rest.split(" # ", 2)[0].strip().split("\\s+");
    var value = words.length > 2 ? null : number(words[0]);
    return value == null ? null : new Sample(name.group(), labels, value, number);
  }

  /// Where the braces that begin a text end, quotes minded, or -1.
  private static int close(String text) {
    var quoted = false;
    for (var at = 1; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '\\' && quoted) {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '}' && !quoted) {
        return at;
      }
    }
    return -1;
  }

  /// Of what stands between braces, or null where that is malformed.
  static @Nullable Map<String, String> labels(String text) {
    var labels = new HashMap<String, String>();
    var matcher = LABEL.matcher(text);
    var at = 0;
    while (at < text.length() && !text.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return null;
      }
      labels.put(matcher.group(1), unescaped(matcher.group(2)));
      at = matcher.end();
    }
    return labels;
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
  }

  private static @Nullable Double number(String text) {
    return switch (text) {
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default ->
          text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?") ? Double.valueOf(text) : null;
    };
  }

  /// The type of a metric, under its own name or under that of its family, or null.
  @Nullable String type(String metric) {
    var own = types.get(metric);
    return own == null && metric.endsWith("_total")
        ? types.get(metric.substring(0, metric.length() - "_total".length()))
        : own;
  }

  /// The samples of a metric: of a histogram or summary its parts.
  List<Sample> of(String metric, String type) {
    var names =
        switch (type) {
          case "histogram" -> Set.of(metric + "_bucket", metric + "_sum", metric + "_count");
          case "summary" -> Set.of(metric, metric + "_sum", metric + "_count");
          default -> Set.of(metric, metric + "_total");
        };
    return samples.stream().filter(sample -> names.contains(sample.name())).toList();
  }
}

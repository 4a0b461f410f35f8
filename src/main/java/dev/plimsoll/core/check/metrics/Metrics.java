package dev.plimsoll.core.check.metrics;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `metrics`.
///
/// @param source where the metrics are read, or null where only alerts are looked at
/// @param baseline a file with earlier metrics, or null
/// @param wanted what there must be
/// @param thresholds what must hold, variables unresolved: `name{label="x"} > 3`
/// @param alerts which alerts there must be, or null
public record Metrics(
    @Nullable Source source,
    @Nullable String baseline,
    List<Wanted> wanted,
    List<String> thresholds,
    @Nullable Alerts alerts)
    implements Verb {
  public Metrics {
    wanted = List.copyOf(wanted);
    thresholds = List.copyOf(thresholds);
  }

  /// @param place a file of the repository, or an address where `isUrl`
  /// @param timeout of an address
  public record Source(String place, boolean isUrl, Duration timeout) {}

  /// @param type `counter`, `gauge`, `histogram`, `summary`, or null for any
  /// @param labels that every series of it has
  public record Wanted(String name, @Nullable String type, List<String> labels) {
    public Wanted {
      labels = List.copyOf(labels);
    }

    String words() {
      return name
          + (type == null ? "" : " (" + type + ")")
          + (labels.isEmpty() ? "" : " by " + String.join(", ", labels));
    }
  }

  /// @param file a Prometheus rules file
  /// @param names of the alerts
  /// @param lasting how long their condition holds or looks back, or null
  public record Alerts(String file, List<String> names, @Nullable String lasting) {
    public Alerts {
      names = List.copyOf(names);
    }
  }

  @Override
  public String word() {
    return "metrics";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    wanted.forEach(each -> parts.add(each.words()));
    parts.addAll(thresholds);
    if (alerts != null) {
      parts.add(
          "alerts "
              + String.join(", ", alerts.names())
              + (alerts.lasting() == null ? "" : " over " + alerts.lasting()));
    }
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<String>();
    if (source != null) {
      lines.add((source.isUrl() ? "asks for " : "reads the metrics ") + source.place());
    }
    if (alerts != null) {
      lines.add("reads the alert rules " + alerts.file());
    }
    return lines;
  }

  /// Without a needless `.0`.
  static String number(double number) {
    return Double.isFinite(number) && Math.abs(number) < 1e15
        ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}

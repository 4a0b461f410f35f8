package dev.plimsoll.core.check.metrics;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.checklist.YamlReader;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks for alerts in a Prometheus rules file.
record AlertRules(Metrics.Alerts wanted) {
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(\\d{1,3})y)?(?:(\\d{1,4})w)?(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,8})s)?");
  private static final Pattern RANGE = Pattern.compile("\\[\\s*([0-9ywdhms]+)\\s*[\\]:]");

  /// As Prometheus writes them: `7d`, `1w`, `1h30m`; null for anything else.
  static @Nullable Duration duration(String text) {
    var form = DURATION.matcher(text.strip());
    if (text.isBlank() || !form.matches()) {
      return null;
    }
    return Duration.ofDays(
            part(form.group(1)) * 365 + part(form.group(2)) * 7 + part(form.group(3)))
        .plusHours(part(form.group(4)))
        .plusMinutes(part(form.group(5)))
        .plusSeconds(part(form.group(6)));
  }

  private static long part(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /// One clause for each alert.
  List<Clause> clauses(String file, byte[] bytes) {
    var findings = new Findings();
    var document = YamlReader.read(file, bytes, findings);
    if (document == null) {
      return List.of(Clause.broken(file + " is no YAML", findings.list()));
    }
    var alerts = new LinkedHashMap<String, Node.Fields>();
    collect(document, alerts);
    var clauses = new ArrayList<Clause>();
    wanted.names().forEach(name -> clauses.add(clause(name, alerts, file)));
    return clauses;
  }

  /// Rules stand in groups, in a plain file or in what Kubernetes wraps around it.
  private static void collect(Node node, Map<String, Node.Fields> alerts) {
    switch (node) {
      case Node.Items items -> items.items().forEach(item -> collect(item, alerts));
      case Node.Fields fields -> {
        var alert = text(fields, "alert");
        if (alert != null) {
          alerts.putIfAbsent(alert, fields);
        }
        for (var key : Set.of("groups", "rules", "spec")) {
          fields.field(key).ifPresent(field -> collect(field.value(), alerts));
        }
      }
      case Node.Scalar _ -> {}
    }
  }

  private static @Nullable String text(Node.Fields fields, String key) {
    return fields
        .field(key)
        .map(field -> field.value() instanceof Node.Scalar scalar ? scalar.text() : null)
        .orElse(null);
  }

  private Clause clause(String name, Map<String, Node.Fields> alerts, String file) {
    var rule = alerts.get(name);
    if (rule == null) {
      return Clause.broken(
          "no alert " + name,
          Finding.error(
              "There is no alert " + name + " in " + file + ".",
              Position.of(file),
              alerts.isEmpty()
                  ? "Add it under groups, rules."
                  : "There are: " + String.join(", ", alerts.keySet()) + "."));
    }
    var expression = text(rule, "expr");
    if (expression == null || expression.isBlank()) {
      return broken(name, rule, "The alert " + name + " has no expression.");
    }
    return isLongEnough(rule, expression)
        ? Clause.held("alert " + name)
        : broken(
            name,
            rule,
            "The alert " + name + " neither lasts nor looks back " + wanted.lasting() + ".");
  }

  private static Clause broken(String name, Node.Fields rule, String sentence) {
    return Clause.broken(
        "alert " + name + " is not as it should be",
        Finding.error(sentence, rule.at(), "Correct the rule."));
  }

  private boolean isLongEnough(Node.Fields rule, String expression) {
    if (wanted.lasting() == null) {
      return true;
    }
    var lasting = duration(wanted.lasting());
    var holds = text(rule, "for");
    return (holds != null && lasting != null && lasting.equals(duration(holds)))
        || RANGE
            .matcher(expression)
            .results()
            .anyMatch(range -> lasting != null && lasting.equals(duration(range.group(1))));
  }
}

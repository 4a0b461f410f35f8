package dev.plimsoll.core.checklist;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads `notify:` and `targets:`: shapes only, so that a file written for a later version is not
/// refused by this one.
final class OperationsReader {
  private static final Pattern SECRET = Pattern.compile("\\{secret\\.([A-Za-z0-9_.-]*)\\}");
  private static final Pattern EVENT = Pattern.compile("[a-z]+\\.[a-z]+");
  private static final Pattern THRESHOLD =
      Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:%|ms|s|m|h|d)?");
  private static final List<String> THRESHOLDS =
      List.of("moreThan", "atLeast", "lessThan", "atMost");

  /// Way to tell, and the key it needs.
  private static final Map<String, String> CHANNELS =
      new TreeMap<>(
          Map.of(
              "slack",
              "url",
              "email",
              "to",
              "pagerduty",
              "key",
              "github",
              "comment",
              "webhook",
              "url"));

  private final Findings findings;
  private final List<Reference> references;

  OperationsReader(Findings findings, List<Reference> references) {
    this.findings = findings;
    this.references = references;
  }

  void read(FieldReader project) {
    project.items("notify").forEach(this::notification);
    targets(project);
  }

  private void notification(Node node) {
    var fields = FieldReader.of(node, "A notification", findings);
    if (fields == null) {
      return;
    }
    for (var event : fields.texts("on")) {
      if (!EVENT.matcher(event).matches()) {
        findings.error(
            fields.valueAt("on"),
            "'" + event + "' is no event.",
            "Write, for example, gate.failed or release.sealed.");
      }
    }
    var named = fields.names().stream().filter(CHANNELS::containsKey).toList();
    CHANNELS.forEach((channel, key) -> channel(fields, channel, key));
    if (named.size() != 1) {
      findings.error(
          fields.at(),
          named.isEmpty()
              ? "A notification does not say how to tell."
              : "A notification names more than one way: " + String.join(", ", named) + ".",
          "Use one of: " + String.join(", ", CHANNELS.keySet()) + ".");
    }
    fields.done();
  }

  private void channel(FieldReader notification, String channel, String key) {
    var fields = notification.fields(channel);
    if (fields == null) {
      return;
    }
    if (!fields.has(key)) {
      findings.error(fields.at(), "The key '" + key + "' is missing here.", "Add " + key + ": ...");
    }
    for (var text : fields.texts(key)) {
      var secret = SECRET.matcher(text);
      while (secret.find()) {
        references.add(new Reference(Reference.Kind.SECRET, secret.group(1), fields.valueAt(key)));
      }
    }
    fields.done();
  }

  private void targets(FieldReader project) {
    var targets = project.fields("targets");
    if (targets == null) {
      return;
    }
    for (var name : targets.names()) {
      var fields = targets.fields(name);
      if (fields == null) {
        continue;
      }
      var given = THRESHOLDS.stream().filter(fields::has).toList();
      if (given.size() != 1) {
        findings.error(
            fields.at(),
            "The target '" + name + "' needs exactly one threshold.",
            "Use one of: " + String.join(", ", THRESHOLDS) + ".");
      }
      for (var key : given) {
        var threshold = fields.text(key);
        if (threshold != null && !THRESHOLD.matcher(threshold).matches()) {
          findings.error(
              fields.valueAt(key),
              "'" + threshold + "' is no threshold.",
              "Write a number, with %, ms, s, m, h or d behind it where that applies.");
        }
      }
      fields.text("source");
      fields.done();
    }
  }
}

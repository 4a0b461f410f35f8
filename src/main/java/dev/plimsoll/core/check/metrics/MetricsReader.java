package dev.plimsoll.core.check.metrics;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `metrics:`. Use it once.
final class MetricsReader {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String VARIABLE = "\\{[A-Za-z][A-Za-z0-9_.-]*\\}";

  private final Findings findings;

  MetricsReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable Metrics read(Node value, @Nullable Node expect) {
    var fields = FieldReader.of(value, "'metrics'", findings);
    if (fields == null) {
      return null;
    }
    var source = source(fields);
    var baseline = path(fields, "baseline");
    var wanted = new ArrayList<Metrics.Wanted>();
    switch (fields.node("has")) {
      case null -> {}
      case Node.Fields map -> map.fields().forEach(field -> wanted(field, wanted));
      case Node other -> fields.wrong("has", other, "a mapping of names to types");
    }
    var thresholds = thresholds(expect);
    var alerts = alerts(fields);
    fields.done();
    var needsSource = !wanted.isEmpty() || !thresholds.isEmpty();
    if (needsSource && source == null) {
      findings.error(
          fields.at(), "It is not said where the metrics are.", "Add file: FILE or url: ADDRESS");
    }
    if (baseline == null && thresholds.stream().anyMatch(each -> each.contains("increase("))) {
      findings.error(
          fields.at(), "An increase needs a baseline.", "Add baseline: FILE with earlier metrics.");
    }
    if (!needsSource && alerts == null && !findings.hasErrors()) {
      findings.error(
          fields.at(), "'metrics' looks at nothing here.", "Add has: {NAME: counter}, or rules.");
    }
    return needsSource || alerts != null
        ? new Metrics(source, baseline, wanted, thresholds, alerts)
        : null;
  }

  private @Nullable String path(FieldReader fields, String key) {
    var path = fields.text(key);
    var flaw = path == null ? null : RepositoryPaths.flaw(path);
    if (flaw != null) {
      findings.error(fields.at(key), flaw, "Name a path inside the repository.");
    }
    return path == null ? null : RepositoryPaths.normalised(path);
  }

  private Metrics.@Nullable Source source(FieldReader fields) {
    var file = path(fields, "file");
    var url = fields.text("url");
    var timeout = fields.duration("timeout");
    if (file != null && url != null) {
      findings.error(fields.at("url"), "Both a file and an address are named.", "Leave one out.");
    }
    if (url != null) {
      var flaw = addressFlaw(url.replaceAll(VARIABLE, "x"));
      if (flaw != null && !url.matches(VARIABLE + ".*")) {
        findings.error(
            fields.valueAt("url"), flaw, "Write for example http://localhost:8000/metrics");
      }
      return new Metrics.Source(url, true, timeout == null ? PATIENCE : timeout);
    }
    return file == null ? null : new Metrics.Source(file, false, PATIENCE);
  }

  /// Why an address is not asked, a sentence, or null where it is.
  static @Nullable String addressFlaw(String url) {
    try {
      var address = new URI(url);
      var scheme = String.valueOf(address.getScheme());
      if (!scheme.equals("http") && !scheme.equals("https")) {
        return "'" + url + "' is no http address.";
      }
      if (address.getHost() == null) {
        return "'" + url + "' names no host.";
      }
      return address.getUserInfo() == null
          ? null
          : "An address with a password in it is not asked.";
    } catch (URISyntaxException wrong) {
      return "'" + url + "' is no address.";
    }
  }

  private void wanted(Node.Field field, List<Metrics.Wanted> wanted) {
    if (field.value() instanceof Node.Fields) {
      var of = FieldReader.of(field.value(), "'" + field.name() + "'", findings);
      if (of != null) {
        var type = of.word("type", types());
        wanted.add(new Metrics.Wanted(field.name(), type, of.texts("labels")));
        of.done();
      }
      return;
    }
    var type =
        new FieldReader(new Node.Fields(List.of(field), field.at()), findings)
            .word(field.name(), types());
    wanted.add(new Metrics.Wanted(field.name(), "any".equals(type) ? null : type, List.of()));
  }

  private static Map<String, String> types() {
    var types = new LinkedHashMap<String, String>();
    for (var type : List.of("counter", "gauge", "histogram", "summary", "any")) {
      types.put(type, type);
    }
    return types;
  }

  private List<String> thresholds(@Nullable Node expect) {
    var thresholds = new ArrayList<String>();
    switch (expect) {
      case null -> {}
      case Node.Scalar scalar -> threshold(scalar.text(), scalar.at(), thresholds);
      case Node.Items items -> {
        for (var item : items.items()) {
          if (item instanceof Node.Scalar scalar) {
            threshold(scalar.text(), scalar.at(), thresholds);
          } else {
            findings.error(
                item.at(), "A threshold must be a text.", "Write it as in: up{job=\"x\"} == 1");
          }
        }
      }
      case Node.Fields map -> {
        for (var field : map.fields()) {
          var limit = field.value() instanceof Node.Scalar scalar ? scalar.text().strip() : "?";
          var sign = limit.matches("[=!<>].*") ? " " : " == ";
          threshold(field.name() + sign + limit, field.at(), thresholds);
        }
      }
    }
    return thresholds;
  }

  private void threshold(String text, Position at, List<String> thresholds) {
    if (Threshold.parse(text.replaceAll(VARIABLE, "1")) == null) {
      findings.error(
          at,
          "'" + text + "' is no threshold.",
          "Write it as in: requests_total{code=\"500\"} < 3, or increase(requests_total) >= 1");
    } else {
      thresholds.add(text);
    }
  }

  private Metrics.@Nullable Alerts alerts(FieldReader fields) {
    var rules = fields.fields("rules");
    if (rules == null) {
      return null;
    }
    var file = path(rules, "file");
    var names = rules.texts("alerts");
    var lasting = rules.text("for");
    rules.done();
    if (file == null || names.isEmpty()) {
      findings.error(
          rules.at(),
          "It is not said which alerts must be there, or in which file.",
          "Add file: ops/alerts.yml and alerts: [NAME]");
      return null;
    }
    if (lasting != null && AlertRules.duration(lasting) == null) {
      findings.error(
          rules.valueAt("for"), "'" + lasting + "' is no duration.", "Write for example 7d.");
    }
    return new Metrics.Alerts(file, names, lasting);
  }
}

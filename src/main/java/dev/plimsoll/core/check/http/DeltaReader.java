package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.request.Delta;
import dev.plimsoll.core.check.http.request.Growth;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `delta:`, one mapping or a list of them.
record DeltaReader(Findings findings) {
  private static final Pattern GROWTH = Pattern.compile("(>=)?\\s*(\\d{1,15})");
  private static final List<String> SUBJECTS = List.of("chain", "file", "metric");

  List<Delta> read(List<Node> nodes) {
    var deltas = new ArrayList<Delta>();
    for (var node : nodes) {
      var fields = FieldReader.of(node, "'delta'", findings);
      var delta = fields == null ? null : delta(fields);
      if (delta != null) {
        deltas.add(delta);
      }
    }
    return deltas;
  }

  private @Nullable Delta delta(FieldReader fields) {
    var said = SUBJECTS.stream().filter(fields::has).toList();
    if (said.size() != 1) {
      findings.error(
          fields.at(),
          said.isEmpty()
              ? "It is not said what must have grown."
              : "One delta is about one thing, and this about " + String.join(", ", said) + ".",
          "Write for example delta: {chain: ops, grew: 1}");
      return null;
    }
    var given = fields.duration("within");
    var within = given == null ? Duration.ZERO : given;
    var delta =
        switch (said.getFirst()) {
          case "chain" -> chain(fields, within);
          case "file" -> file(fields, within);
          default -> metric(fields, within);
        };
    fields.done();
    return delta;
  }

  private @Nullable Delta chain(FieldReader fields, Duration within) {
    var name = fields.requiredText("chain");
    var growth = growth(fields, "grew");
    return growth == null ? null : new Delta.Chain(name, growth, within);
  }

  private @Nullable Delta file(FieldReader fields, Duration within) {
    var path = fields.requiredText("file");
    var flaw = RepositoryPaths.isAbsolute(path) ? null : RepositoryPaths.flaw(path);
    if (flaw != null && !path.startsWith("{")) {
      findings.error(fields.valueAt("file"), flaw, "Name a file.");
    }
    if (fields.has("lines") == fields.has("bytes")) {
      findings.error(fields.at(), "It is not said by how much.", "Add lines: 1, or bytes: 20.");
      return null;
    }
    var lines = fields.has("lines");
    var growth = growth(fields, lines ? "lines" : "bytes");
    return growth == null ? null : new Delta.File(path, lines, growth, within);
  }

  private @Nullable Delta metric(FieldReader fields, Duration within) {
    var inner = fields.fields("metric");
    var growth = growth(fields, "by");
    if (inner == null) {
      return null;
    }
    var url = inner.requiredText("url");
    if (!url.isEmpty()) {
      new UrlLint(findings).check(url, inner.valueAt("url"));
    }
    var name = inner.requiredText("name");
    if (!name.isEmpty() && !name.matches("[a-zA-Z_:][a-zA-Z0-9_:]*(\\{.*\\})?")) {
      findings.error(
          inner.valueAt("name"), "'" + name + "' selects no metric.", "Write: requests_total");
    }
    inner.done();
    return growth == null ? null : new Delta.Metric(url, name, growth, within);
  }

  private @Nullable Growth growth(FieldReader fields, String key) {
    var text = fields.requiredText(key);
    var form = GROWTH.matcher(text.strip());
    if (form.matches()) {
      return new Growth(Long.parseLong(form.group(2)), form.group(1) != null);
    }
    if (!text.isBlank()) {
      findings.error(
          fields.valueAt(key),
          "'" + text + "' is no growth.",
          "Write 1 for exactly one, \">= 1\" for at least one.");
    }
    return null;
  }
}

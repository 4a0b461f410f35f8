package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.BackupSet.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Reads `outputs:` of a backup set: what commands write.
final class OutputsReader {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(30);

  private final Findings findings;

  OutputsReader(Findings findings) {
    this.findings = findings;
  }

  List<Output> read(FieldReader set) {
    var outputs = new ArrayList<Output>();
    var names = new HashSet<String>();
    for (var node : set.items("outputs")) {
      var fields = FieldReader.of(node, "An output", findings);
      if (fields == null) {
        continue;
      }
      var name = Names.path(fields, "name", fields.requiredText("name"), findings);
      if (!name.isBlank() && !names.add(name)) {
        findings.error(
            fields.valueAt("name"),
            "Another output is called '" + name + "' already.",
            "Give each its own name.");
      }
      var run = fields.node("run");
      if (run == null) {
        findings.error(fields.at(), "The key 'run' is missing here.", "Add run: [pg_dump, app]");
      }
      var words = run == null ? List.<String>of() : words("run", run, findings);
      var timeout = fields.duration("timeout");
      if (timeout != null && timeout.isZero()) {
        findings.error(
            fields.valueAt("timeout"), "A time of nothing is too short.", "Give it a while.");
      }
      fields.done();
      outputs.add(new Output(name, words, timeout == null ? USUAL_TIMEOUT : timeout));
    }
    return outputs;
  }

  /// A program and its arguments.
  static List<String> words(String key, Node node, Findings findings) {
    var words = new ArrayList<String>();
    if (node instanceof Node.Items items) {
      for (var item : items.items()) {
        if (item instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
          words.add(scalar.text());
        }
      }
      if (words.size() == items.items().size() && !words.isEmpty() && !words.getFirst().isBlank()) {
        return words;
      }
    }
    findings.error(
        node.at(),
        "A command under '" + key + "' must be a list of its words, the program first.",
        "Write it as [program, argument]; no shell reads it.");
    return List.of();
  }
}

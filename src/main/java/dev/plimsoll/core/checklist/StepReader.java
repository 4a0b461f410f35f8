package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepWords;
import dev.plimsoll.core.model.VerbKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one step of a checklist.
final class StepReader {
  /// The common keys of a step.
  static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "why",
          "covers",
          "source",
          "fallback",
          "when",
          "types",
          "role",
          "killer",
          "irreversible",
          "probe",
          "optional",
          "deferrable",
          "waivable",
          "maxAge",
          "bindTo",
          "timeout",
          "retries",
          "estimate",
          "redact",
          "troubleshoot",
          "expect",
          "negative");

  private final StepVerbs verbs;
  private final ChecklistScope scope;
  private final Findings findings;

  StepReader(KnownVerbs known, ChecklistScope scope, Findings findings) {
    this.verbs = new StepVerbs(known, scope, findings);
    this.scope = scope;
    this.findings = findings;
  }

  /// The step, or null after at least one finding.
  @Nullable Step read(Node node) {
    var fields = FieldReader.of(node, "A step", findings);
    if (fields == null) {
      return null;
    }
    var id = fields.requiredText("id");
    var title = fields.requiredText("title");
    var words = words(fields);
    var found = verbs.read(fields, "This step");
    var fallback = verbs.nested(fields, "fallback");
    var probe = verbs.probe(fields);
    var rules =
        new StepRulesReader(fields, scope, findings)
            .read(
                found.main() == null ? VerbKind.CHECK : found.main().kind(),
                found.main() != null && found.main().irreversible());
    if (probe != null && !rules.irreversible()) {
      findings.error(
          fields.at("probe"),
          "Only an irreversible step has a probe.",
          "Add irreversible: true, or remove the probe.");
    }
    fields.done();
    scope.addStep(id, fields.valueAt("id"));
    if (found.main() != null) {
      scope.addCaptures(id, found.main().captures());
      if (rules.pace().retries() > 0 && !found.main().mayBeRepeated()) {
        findings.error(
            fields.at("retries"),
            "What this step does changes something each time.",
            "Add repeatable: true under " + found.main().word() + " if it may be done again.");
      }
    }
    return found.main() == null
        ? null
        : new Step(
            id, title, found.main(), found.reports(), fallback, probe, rules, words, fields.at());
  }

  private StepWords words(FieldReader fields) {
    for (var key : List.of("title", "why")) {
      var text = fields.node(key);
      if (text != null) {
        scope.checkTemplates(text);
      }
    }
    return new StepWords(
        fields.text("why"),
        fields.text("source"),
        fields.text("troubleshoot"),
        fields.texts("covers"));
  }
}

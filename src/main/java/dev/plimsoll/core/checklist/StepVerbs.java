package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds and reads the one verb of a step, `report` beside `command`, and the verbs under
/// `fallback` and `probe`.
final class StepVerbs {
  private static final String REPORT = "report";
  private static final String COMMAND = "command";

  private final KnownVerbs known;
  private final ChecklistScope scope;
  private final Findings findings;

  StepVerbs(KnownVerbs known, ChecklistScope scope, Findings findings) {
    this.known = known;
    this.scope = scope;
    this.findings = findings;
  }

  /// @param main the verb, or null where the step has none that could be read
  record Found(@Nullable Verb main, List<Verb> reports) {}

  /// Reads the verbs of a step and, with the last of them, its `expect`.
  Found read(FieldReader step, String what) {
    var words = words(step);
    step.passOver(KnownVerbs.LANGUAGE);
    var expect = step.node("expect");
    if (expect != null) {
      scope.checkTemplates(expect);
    }
    if (words.isEmpty()) {
      sayNoVerb(step, what);
      return new Found(null, List.of());
    }
    var main = words.getFirst();
    var reportsBeside = words.size() == 2 && main.equals(COMMAND) && words.contains(REPORT);
    if (words.size() > 1 && !reportsBeside) {
      findings.error(
          step.at(words.get(1)),
          what + " has more than one verb: " + String.join(", ", words) + ".",
          "Make a step of each; only 'report' may stand beside 'command'.");
    }
    var verb = verb(step, main, reportsBeside ? null : expect);
    return new Found(verb, reportsBeside ? reports(step, expect) : List.of());
  }

  /// The verb of `fallback:` or `probe:`, or null.
  @Nullable Verb nested(FieldReader step, String key) {
    var fields = step.fields(key);
    if (fields == null) {
      return null;
    }
    var found = read(fields, "'" + key + "'");
    fields.done();
    if (!found.reports().isEmpty()) {
      findings.error(fields.at(REPORT), "'" + key + "' takes one verb.", "Remove 'report'.");
    }
    return found.main();
  }

  /// The verb of `probe:`, which must be a check, or null.
  @Nullable Verb probe(FieldReader step) {
    var probe = nested(step, "probe");
    if (probe != null && probe.kind() != VerbKind.CHECK) {
      findings.error(
          step.at("probe"),
          "'" + probe.word() + "' cannot be a probe.",
          "A probe looks at facts: use a check such as git or files.");
    }
    return probe;
  }

  /// The verb words of a step in file order, `command` before `report`. Words of the language that
  /// this version lacks are said.
  private List<String> words(FieldReader step) {
    var words = new ArrayList<String>();
    for (var name : step.names()) {
      if (known.words().contains(name)) {
        words.add(name);
      } else if (known.isMissing(name)) {
        findings.error(
            step.at(name),
            "The verb '" + name + "' is not in this version of Plimsoll.",
            "Use one of: " + String.join(", ", known.words().stream().sorted().toList()) + ".");
      }
    }
    if (words.remove(REPORT)) {
      words.add(REPORT);
    }
    return words;
  }

  private void sayNoVerb(FieldReader step, String what) {
    if (step.names().stream().anyMatch(known::isMissing)) {
      return; // said above
    }
    // a mistyped verb is an unknown key; one complaint about it is enough, and it names the nearest
    // verb
    var strange = step.names().stream().filter(name -> !StepReader.KEYS.contains(name)).findFirst();
    if (strange.isPresent()) {
      step.passOver(List.of(strange.get()));
      var right = Stream.concat(known.words().stream().sorted(), StepReader.KEYS.stream()).toList();
      findings.error(
          step.at(strange.get()),
          what + " has no verb, and '" + strange.get() + "' is none.",
          Nearest.nearest(strange.get(), right)
              .map(near -> "Did you mean '" + near + "'?")
              .orElse(
                  "Use one of: "
                      + String.join(", ", known.words().stream().sorted().toList())
                      + "."));
      return;
    }
    findings.error(
        step.at(),
        what + " has no verb.",
        "Say what it does with one of: "
            + String.join(", ", known.words().stream().sorted().toList())
            + ".");
  }

  private List<Verb> reports(FieldReader step, @Nullable Node expect) {
    var nodes = step.items(REPORT);
    var reports = new ArrayList<Verb>();
    for (var i = 0; i < nodes.size(); i++) {
      var verb = verb(nodes.get(i), step.at(REPORT), REPORT, i == nodes.size() - 1 ? expect : null);
      if (verb != null) {
        reports.add(verb);
      }
    }
    return reports;
  }

  private @Nullable Verb verb(FieldReader step, String word, @Nullable Node expect) {
    var value = step.node(word);
    return value == null ? null : verb(value, step.at(word), word, expect);
  }

  private @Nullable Verb verb(Node value, Position at, String word, @Nullable Node expect) {
    var reader = known.reader(word);
    if (reader == null) {
      return null;
    }
    scope.checkTemplates(value);
    var before = findings.list().size();
    var verb = reader.read(value, expect, findings);
    if (verb == null && findings.list().size() == before) {
      findings.error(
          at, "'" + word + "' cannot be read.", "Look it up in docs/formats/checklist.md.");
    }
    if (verb instanceof SignOff signOff) {
      scope.refer(Reference.Kind.ROLE, signOff.role(), at);
    }
    return verb;
  }
}

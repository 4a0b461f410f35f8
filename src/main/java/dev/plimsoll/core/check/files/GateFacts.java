package dev.plimsoll.core.check.files;

import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.checklist.YamlReader;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The jobs and scripts that were read.
final class GateFacts {
  private final List<Gate> gates = new ArrayList<>();
  private final List<Finding> unreadable = new ArrayList<>();
  private boolean workflow;

  /// @param what `the job lint`, `scripts/gate.sh`
  /// @param job its name, or null for a script
  /// @param scripts what it runs, each with its place
  /// @param uses whether it calls an action or another workflow, whose insides are not known
  /// @param swallowed where a failure is allowed in so many words
  private record Gate(
      String what,
      @Nullable String job,
      Position at,
      List<GateScript> scripts,
      boolean uses,
      List<Finding> swallowed) {}

  int count() {
    return gates.size();
  }

  /// Whether the last file that was read looked like a workflow: it has jobs, and says when.
  boolean isWorkflow() {
    return workflow;
  }

  void script(String file, String text) {
    gates.add(
        new Gate(
            file,
            null,
            Position.of(file),
            List.of(new GateScript(file, 1, text)),
            false,
            List.of()));
  }

  void workflow(String file, byte[] bytes) {
    var findings = new Findings();
    var root = YamlReader.read(file, bytes, findings);
    workflow =
        root instanceof Node.Fields top
            && top.field("jobs").isPresent()
            && top.field("on").isPresent();
    if (root == null) {
      unreadable.addAll(findings.list());
    } else if (!workflow) {
      unreadable.add(
          Finding.error(
              file + " is no workflow: it has no 'on' or no 'jobs'.",
              Position.of(file),
              "Correct it, or the pattern."));
    } else if (((Node.Fields) root).field("jobs").map(Node.Field::value).orElse(root)
        instanceof Node.Fields jobs) {
      jobs.fields().forEach(job -> job(file, job));
    }
  }

  private void job(String file, Node.Field field) {
    if (!(field.value() instanceof Node.Fields job)) {
      return;
    }
    var scripts = new ArrayList<GateScript>();
    var swallowed = new ArrayList<Finding>();
    allowed(job, "The job " + field.name(), swallowed);
    var uses = job.field("uses").isPresent();
    if (job.field("steps").map(Node.Field::value).orElse(null) instanceof Node.Items steps) {
      for (var item : steps.items()) {
        if (item instanceof Node.Fields step) {
          allowed(step, "A step of the job " + field.name(), swallowed);
          uses |= text(step, "uses").filter(used -> !used.startsWith("actions/")).isPresent();
          step.field("run").ifPresent(run -> scripts.add(GateScript.of(file, run.value())));
        }
      }
    }
    gates.add(
        new Gate("The job " + field.name(), field.name(), field.at(), scripts, uses, swallowed));
  }

  private static void allowed(Node.Fields fields, String what, List<Finding> swallowed) {
    if (text(fields, "continue-on-error").filter("true"::equals).isPresent()) {
      swallowed.add(
          new Finding(
              Severity.ERROR,
              what + " goes on when it fails.",
              fields.field("continue-on-error").map(Node.Field::at).orElse(fields.at()),
              "Remove continue-on-error."));
    }
    if (text(fields, "if").filter("false"::equals).isPresent()) {
      swallowed.add(
          new Finding(
              Severity.ERROR,
              what + " never runs.",
              fields.field("if").map(Node.Field::at).orElse(fields.at()),
              "Remove if: false."));
    }
  }

  private static Optional<String> text(Node.Fields fields, String key) {
    return fields
        .field(key)
        .map(Node.Field::value)
        .map(value -> value instanceof Node.Scalar scalar ? scalar.text().strip() : "");
  }

  /// @param jobs that must be there, and are judged; empty for all
  List<Finding> judge(List<String> jobs) {
    var findings = new ArrayList<>(unreadable);
    for (var name : jobs) {
      if (gates.stream().noneMatch(gate -> name.equals(gate.job()))) {
        findings.add(Finding.error("No workflow has the job " + name + "."));
      }
    }
    for (var gate : gates) {
      if (gate.job() == null || jobs.isEmpty() || jobs.contains(gate.job())) {
        judge(gate, findings);
      }
    }
    return findings;
  }

  private static void judge(Gate gate, List<Finding> findings) {
    findings.addAll(gate.swallowed());
    gate.scripts().forEach(script -> findings.addAll(script.swallowed()));
    var works = gate.uses() || gate.scripts().stream().anyMatch(GateScript::works);
    if (!works) {
      findings.add(
          new Finding(
              Severity.ERROR,
              gate.what()
                  + (gate.scripts().isEmpty() ? " runs nothing." : " only prints: it cannot fail."),
              gate.at(),
              "Let it run what it promises, and fail with it."));
    }
  }
}

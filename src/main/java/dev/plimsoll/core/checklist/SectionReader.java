package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.Section.OnFailure;
import dev.plimsoll.core.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one section of a checklist with its steps.
final class SectionReader {
  private final StepReader steps;
  private final ChecklistScope scope;
  private final Findings findings;

  SectionReader(KnownVerbs known, ChecklistScope scope, Findings findings) {
    this.steps = new StepReader(known, scope, findings);
    this.scope = scope;
    this.findings = findings;
  }

  /// The section, or null after at least one finding.
  @Nullable Section read(Node node) {
    var fields = FieldReader.of(node, "A section", findings);
    if (fields == null) {
      return null;
    }
    var id = fields.requiredText("id");
    scope.addSection(id, fields.valueAt("id"));
    var title = fields.requiredText("title");
    var section =
        new Section(
            id,
            title,
            fields.duration("budget"),
            onFailure(fields),
            Names.types(fields, "types", findings),
            steps(fields));
    fields.done();
    return section;
  }

  private List<Step> steps(FieldReader fields) {
    var read = new ArrayList<Step>();
    for (var node : ChecklistReader.list(fields, "steps", findings)) {
      var step = steps.read(node);
      if (step != null) {
        read.add(step);
      }
    }
    return read;
  }

  private @Nullable OnFailure onFailure(FieldReader fields) {
    var node = fields.node("onFailure");
    if (node == null) {
      return null;
    }
    scope.checkTemplates(node);
    if (node instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
      return new OnFailure(scalar.text(), null, false);
    }
    var failure = FieldReader.of(node, "'onFailure'", findings);
    if (failure == null) {
      return null;
    }
    var start = failure.text("start");
    var text = start == null ? failure.requiredText("text") : failure.text("text");
    if (start != null) {
      scope.refer(Reference.Kind.CHECKLIST, start, failure.valueAt("start"));
    }
    var announce = failure.flag("notify", false);
    failure.done();
    return new OnFailure(text == null ? "" : text, start, announce);
  }
}

package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.AuditedChain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Reads `chains:` of the project file: audit logs of other systems that releases verify.
final class ChainsReader {
  private final Findings findings;
  private final List<Reference> references;

  ChainsReader(Findings findings, List<Reference> references) {
    this.findings = findings;
    this.references = references;
  }

  List<AuditedChain> read(FieldReader project) {
    var chains = new ArrayList<AuditedChain>();
    var names = new HashSet<String>();
    for (var node : project.items("chains")) {
      var fields = FieldReader.of(node, "A chain", findings);
      if (fields == null) {
        continue;
      }
      var name = fields.requiredText("name");
      Names.checkId(name, fields.valueAt("name"), findings);
      if (!name.isBlank() && !names.add(name)) {
        findings.error(
            fields.valueAt("name"),
            "Another chain is called '" + name + "' already.",
            "Give each its own name: anchors are kept by it.");
      }
      var file = file(fields);
      var recipe = fields.requiredText("recipe");
      if (!recipe.isBlank()) {
        references.add(new Reference(Reference.Kind.RECIPE, recipe, fields.valueAt("recipe")));
      }
      fields.done();
      chains.add(new AuditedChain(name, file, recipe));
    }
    return chains;
  }

  /// A log may be kept where its system writes it: an absolute path is taken as it stands. A
  /// relative one stays inside the repository.
  private String file(FieldReader fields) {
    var file = fields.requiredText("file").replace('\\', '/');
    if (Arrays.asList(file.split("/")).contains("..")) {
      findings.error(
          fields.valueAt("file"),
          "'" + file + "' leads out of the folder it starts in.",
          "Name a path inside the repository, or an absolute one without '..'.");
    }
    return file;
  }
}

package dev.plimsoll.core.check.secrets;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `secrets:`.
final class SecretsReader {
  private final Findings findings;

  SecretsReader(Findings findings) {
    this.findings = findings;
  }

  @Nullable Secrets read(Node value) {
    if (value instanceof Node.Scalar scalar && scalar.text().equals("tracked")) {
      return new Secrets(true, List.of(), List.of(), List.of(), List.of());
    }
    var fields = FieldReader.of(value, "'secrets'", findings);
    if (fields == null) {
      return null;
    }
    var tracked = fields.flag("tracked", true);
    var in = patterns(fields, "in");
    var except = patterns(fields, "except");
    var without = fields.texts("without");
    for (var id : without) {
      if (!SecretRules.ids().contains(id)) {
        findings.error(
            fields.valueAt("without"),
            "There is no rule '" + id + "'.",
            Nearest.hint(id, SecretRules.ids()));
      }
    }
    var allow = new ArrayList<Secrets.Allowed>();
    fields.items("allow").forEach(item -> allow(item, allow));
    fields.done();
    if (!tracked && in.isEmpty()) {
      findings.error(fields.at(), "'secrets' looks at nothing here.", "Add in: [\"dist/**\"].");
      return null;
    }
    return new Secrets(tracked, in, except, allow, without);
  }

  private List<String> patterns(FieldReader fields, String key) {
    var patterns = fields.texts(key).stream().map(RepositoryPaths::normalised).toList();
    for (var pattern : patterns) {
      var flaw = RepositoryPaths.flaw(pattern);
      var mistake =
          flaw == null
              ? Glob.mistake(pattern.replaceAll("\\{[A-Za-z][A-Za-z0-9_.-]*\\}", "x"))
              : flaw;
      if (mistake != null) {
        findings.error(fields.valueAt(key), mistake, "Correct the pattern.");
      }
    }
    return patterns;
  }

  private void allow(Node item, List<Secrets.Allowed> allow) {
    var fields = FieldReader.of(item, "'allow'", findings);
    if (fields == null) {
      return;
    }
    var fingerprint = fields.requiredText("fingerprint");
    var reason = fields.requiredText("reason");
    fields.done();
    if (!fingerprint.isBlank() && !fingerprint.matches("[0-9a-f]{16}")) {
      findings.error(
          fields.valueAt("fingerprint"),
          "'" + fingerprint + "' is no fingerprint.",
          "Copy the 16 digits that the finding shows, in quotes.");
    }
    allow.add(new Secrets.Allowed(fingerprint, reason, fields.at()));
  }
}

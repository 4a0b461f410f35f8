package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.check.chain.ChainCheck.Against;
import dev.plimsoll.core.check.chain.ChainCheck.Anchoring;
import dev.plimsoll.core.check.chain.ChainCheck.Missing;
import dev.plimsoll.core.check.chain.ChainCheck.Target;
import dev.plimsoll.core.check.expect.ExpectationReader;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `chain:`. Use it once.
final class ChainReader {
  private static final List<String> ANCHORS = List.of("last-record", "last-seen", "none");
  private static final String EXAMPLE = "Write chain: NAME, a name under chains in project.yaml.";

  private final Findings findings;

  ChainReader(Findings findings) {
    this.findings = findings;
  }

  private static Map<String, QueryKind> queries() {
    var queries = new LinkedHashMap<String, QueryKind>();
    queries.put("entries", QueryKind.WHOLE_NUMBER);
    queries.put("grown", QueryKind.WHOLE_NUMBER);
    return queries;
  }

  @Nullable ChainCheck read(Node value, @Nullable Node expect) {
    var expectations = new ExpectationReader(queries(), findings).read(expect);
    if (value instanceof Node.Scalar name
        && name.type() != Node.Scalar.Type.NULL
        && !name.text().isBlank()) {
      return new ChainCheck(
          new Target.Named(name.text()),
          new Against(new Anchoring.LastRecord(), null),
          Missing.FAIL,
          null,
          expectations);
    }
    var fields = FieldReader.of(value, "'chain'", findings);
    if (fields == null) {
      return null;
    }
    var target = target(fields);
    var anchor = anchor(fields);
    var step = fields.text("extends");
    var missing = fields.word("missing", Map.of("fail", Missing.FAIL, "warn", Missing.WARN));
    var mutates = fields.has("mutate");
    var alarm = mutates ? new AlarmReader(findings).read(fields) : null;
    fields.done();
    if (target instanceof Target.OwnLog) {
      refuseForOwnLog(fields, List.of("anchor", "extends", "missing", "mutate"));
    }
    if (mutates) {
      refuseForMutation(fields, expect);
    }
    return target == null || (mutates && alarm == null)
        ? null
        : new ChainCheck(
            target,
            new Against(anchor, step),
            missing == null ? Missing.FAIL : missing,
            alarm,
            expectations);
  }

  private void refuseForOwnLog(FieldReader fields, List<String> keys) {
    for (var key : keys) {
      if (fields.has(key)) {
        findings.error(
            fields.at(key),
            "'" + key + "' does not apply to the project's own log.",
            "Remove it: the log is held against the last checkpoint that was signed here.");
      }
    }
  }

  private void refuseForMutation(FieldReader fields, @Nullable Node expect) {
    for (var key : List.of("anchor", "extends", "missing")) {
      if (fields.has(key)) {
        findings.error(
            fields.at(key),
            "'" + key + "' does not apply beside 'mutate'.",
            "Verify the chain in a step of its own.");
      }
    }
    if (expect != null) {
      findings.error(
          expect.at(),
          "'expect' does not apply beside 'mutate'.",
          "Remove it: the copy must be refused at the entry that was changed.");
    }
  }

  private @Nullable Target target(FieldReader fields) {
    var name = fields.text("name");
    var file = fields.text("file");
    var recipe = fields.text("recipe");
    var log = fields.word("log", Map.of("own", true));
    var said = List.of("name", "file", "log").stream().filter(fields::has).toList();
    if (said.size() != 1) {
      findings.error(
          fields.at(),
          said.isEmpty()
              ? "'chain' does not say which."
              : "'chain' names more than one: " + String.join(", ", said) + ".",
          EXAMPLE);
      return null;
    }
    if (file == null && recipe != null) {
      findings.error(
          fields.at("recipe"),
          "'recipe' belongs to 'file'.",
          "Remove it: the recipe of a named chain stands in project.yaml.");
    }
    if (log != null) {
      return new Target.OwnLog();
    }
    if (name != null) {
      return new Target.Named(name);
    }
    return file == null ? null : file(fields, file);
  }

  private @Nullable Target file(FieldReader fields, String file) {
    var plain = RepositoryPaths.normalised(file);
    if (plain.isBlank() || Arrays.asList(plain.split("/")).contains("..")) {
      findings.error(
          fields.valueAt("file"),
          "'" + file + "' names no file, or leads out of the folder it starts in.",
          "Name a path inside the repository, or an absolute one without '..'.");
    }
    var recipe = fields.requiredText("recipe");
    return recipe.isBlank() ? null : new Target.Of(plain, recipe);
  }

  private Anchoring anchor(FieldReader fields) {
    var text = fields.text("anchor");
    return switch (text) {
      case null -> new Anchoring.LastRecord();
      case "last-record" -> new Anchoring.LastRecord();
      case "last-seen" -> new Anchoring.LastSeen();
      case "none" -> new Anchoring.None();
      default -> given(fields, text);
    };
  }

  private Anchoring given(FieldReader fields, String text) {
    if (!text.contains("{") && !isAnchor(text)) {
      findings.error(
          fields.valueAt("anchor"),
          "'anchor' cannot be " + text + ".",
          text.contains(":")
              ? "Write it as ENTRIES:HASH, as a verification printed it, in quotes."
              : Nearest.hint(text, ANCHORS));
    }
    return new Anchoring.Given(text);
  }

  private static boolean isAnchor(String text) {
    try {
      Anchor.parse(text);
      return true;
    } catch (Problem noAnchor) {
      return false;
    }
  }
}

package dev.plimsoll.core.check.logs;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `logs:`. Use it once.
final class LogRulesReader {
  private static final Map<String, LogField.Type> TYPES = types();

  private final Findings findings;

  LogRulesReader(Findings findings) {
    this.findings = findings;
  }

  private static Map<String, LogField.Type> types() {
    var types = new LinkedHashMap<String, LogField.Type>();
    for (var type : LogField.Type.values()) {
      types.put(type.word(), type);
    }
    return types;
  }

  @Nullable LogRules read(Node value) {
    var fields = FieldReader.of(value, "'logs'", findings);
    if (fields == null) {
      return null;
    }
    var files = fields.texts("files");
    if (files.isEmpty()) {
      findings.error(fields.at("files"), "No log is named here.", "Add files: \"logs/*.jsonl\"");
    }
    for (var glob : files) {
      var flaw =
          RepositoryPaths.flaw(glob) == null
              ? Glob.mistake(glob.replaceAll("\\{[A-Za-z][A-Za-z0-9_.-]*\\}", "x"))
              : RepositoryPaths.flaw(glob);
      if (flaw != null) {
        findings.error(fields.at("files"), flaw, "Name files inside the repository.");
      }
    }
    var members = new ArrayList<LogField>();
    for (var name : fields.texts("required")) {
      members.add(new LogField(name, null, null, List.of(), false));
    }
    switch (fields.node("fields")) {
      case null -> {}
      case Node.Fields map -> map.fields().forEach(field -> member(field, members));
      case Node other -> fields.wrong("fields", other, "a mapping of names to types");
    }
    var least = fields.wholeNumber("atLeast", 1, Integer.MAX_VALUE);
    fields.done();
    return files.isEmpty() ? null : new LogRules(files, members, least == null ? 1 : least);
  }

  private void member(Node.Field field, List<LogField> members) {
    if (field.value() instanceof Node.Scalar) {
      var type =
          new FieldReader(new Node.Fields(List.of(field), field.at()), findings)
              .word(field.name(), TYPES);
      members.add(new LogField(field.name(), type, null, List.of(), false));
      return;
    }
    var of = FieldReader.of(field.value(), "'" + field.name() + "'", findings);
    if (of == null) {
      return;
    }
    var type = of.word("type", TYPES);
    var matches = of.text("matches");
    var flaw = matches == null ? null : BoundedPattern.flaw(matches);
    if (flaw != null) {
      findings.error(
          of.valueAt("matches"),
          "'" + matches + "' is no regular expression: " + flaw + ".",
          "Correct it.");
    }
    var oneOf = of.texts("oneOf");
    var optional = of.flag("optional", false);
    of.done();
    members.add(new LogField(field.name(), type, matches, oneOf, optional));
  }
}

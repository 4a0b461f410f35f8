package dev.plimsoll.core.checklist;

import dev.plimsoll.core.checklist.StepCase.Given;
import dev.plimsoll.core.checklist.StepCase.Opening;
import dev.plimsoll.core.checklist.StepCase.Stub;
import dev.plimsoll.core.checklist.StepCase.Tree;
import dev.plimsoll.core.checklist.StepCase.Wanted;
import dev.plimsoll.core.checklist.StepCase.Work;
import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.ReleaseType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a file of cases (`schema: plimsoll/checklist-test/v1`). One per reading.
final class CaseReader {
  static final String SCHEMA = "plimsoll/checklist-test/v1";

  private static final List<String> OUTCOMES =
      List.of("PASSED", "WARNED", "FAILED", "INCONCLUSIVE", "UNAVAILABLE", "NOT_APPLICABLE");

  private final Findings findings;

  CaseReader(Findings findings) {
    this.findings = findings;
  }

  /// Null after at least one error.
  @Nullable CaseFile read(Source source) {
    var own = new Findings();
    var node = SourceFile.yaml(source, own);
    var fields = node == null ? null : FieldReader.of(node, "The file", own);
    CaseFile file = null;
    if (fields != null) {
      file = new CaseReader(own).file(fields);
    }
    own.list().forEach(findings::add);
    return own.hasErrors() ? null : file;
  }

  private CaseFile file(FieldReader fields) {
    ChecklistReader.schema(fields, SCHEMA, findings);
    var checklist = fields.requiredText("checklist");
    var cases = new ArrayList<StepCase>();
    for (var node : ChecklistReader.list(fields, "cases", findings)) {
      var reader = FieldReader.of(node, "A case", findings);
      if (reader != null) {
        cases.add(stepCase(reader));
      }
    }
    fields.done();
    return new CaseFile(checklist, cases, fields.valueAt("checklist"));
  }

  private StepCase stepCase(FieldReader fields) {
    var name = fields.requiredText("name");
    var step = fields.requiredText("step");
    var words = new LinkedHashMap<String, String>();
    OUTCOMES.forEach(word -> words.put(word, word));
    if (!fields.has("outcome")) {
      findings.error(
          fields.at(), "The case does not say what must come out.", "Add outcome: FAILED.");
    }
    var outcome = fields.word("outcome", words);
    var finding = fields.text("finding");
    var given = given(fields.has("given") ? fields.fields("given") : null, fields.at());
    fields.done();
    return new StepCase(
        name,
        step,
        given,
        new Wanted(outcome == null ? "" : outcome, finding),
        fields.valueAt("step"));
  }

  private Given given(@Nullable FieldReader asked, Position at) {
    var fields = asked == null ? new FieldReader(new Node.Fields(List.of(), at), findings) : asked;
    var version = fields.text("version");
    var type = fields.text("type");
    if (type != null && ReleaseType.ofWord(type).isEmpty()) {
      Names.unknownType(type, fields.valueAt("type"), findings);
    }
    var given =
        new Given(
            tree(fields),
            new Opening(
                version == null ? "1.0.0" : version,
                type == null ? null : ReleaseType.ofWord(type).orElse(null),
                fields.textMap("parameters"),
                fields.textMap("steps")),
            stubs(fields),
            fields.textMap("env"),
            fields.text("answer"));
    fields.done();
    return given;
  }

  private Tree tree(FieldReader fields) {
    var git = fields.has("git") ? fields.fields("git") : null;
    var fixture = fields.text("fixture");
    var files = files(fields, "files");
    if (git == null) {
      return new Tree(
          path(fields, "fixture", fixture), files, List.of(), Map.of(), new Work("main", Map.of()));
    }
    var branch = git.text("branch");
    var tree =
        new Tree(
            path(fields, "fixture", fixture),
            files,
            git.texts("tags"),
            files(git, "before"),
            new Work(branch == null ? "main" : branch, files(git, "uncommitted")));
    git.done();
    return tree;
  }

  private @Nullable String path(FieldReader fields, String key, @Nullable String path) {
    return path == null ? null : Names.path(fields, key, path, findings);
  }

  private Map<String, String> files(FieldReader fields, String key) {
    var files = new LinkedHashMap<String, String>();
    fields
        .textMap(key)
        .forEach((name, text) -> {
          var path = Names.path(fields, key, name, findings);
          var lower = path.toLowerCase(Locale.ROOT);
          if (lower.equals(".git") || lower.startsWith(".git/") || lower.contains("/.git/")) {
            findings.error(
                fields.valueAt(key), "'" + name + "' is git's own.", "Say it under git: instead.");
          }
          files.put(path, text);
        });
    return files;
  }

  private Map<String, Stub> stubs(FieldReader fields) {
    var stubs = new LinkedHashMap<String, Stub>();
    var node = fields.node("stubs");
    if (node == null) {
      return stubs;
    }
    if (!(node instanceof Node.Fields programs)) {
      fields.wrong("stubs", node, "a mapping of programs");
      return stubs;
    }
    for (var program : programs.fields()) {
      if (!program.name().matches("[A-Za-z0-9._-]{1,64}")) {
        findings.error(
            program.at(), "'" + program.name() + "' is no name of a program.", "Write pytest: ...");
      } else if (program.value() instanceof Node.Scalar script) {
        stubs.put(program.name(), new Stub(script.text(), 0, "", ""));
      } else {
        var stub = FieldReader.of(program.value(), "A stub", findings);
        if (stub != null) {
          stubs.put(program.name(), stub(stub));
        }
      }
    }
    return stubs;
  }

  private static Stub stub(FieldReader fields) {
    var exit = fields.wholeNumber("exit", 0, 255);
    var out = fields.text("stdout");
    var err = fields.text("stderr");
    var stub =
        new Stub(null, exit == null ? 0 : exit, out == null ? "" : out, err == null ? "" : err);
    fields.done();
    return stub;
  }
}

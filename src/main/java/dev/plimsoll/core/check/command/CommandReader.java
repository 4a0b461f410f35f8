package dev.plimsoll.core.check.command;

import dev.plimsoll.core.check.command.Command.Surroundings;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationReader;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `command:`, in its short form (a word, or a list of words) or as a mapping.
final class CommandReader {
  private static final Map<String, QueryKind> QUERIES = queries();
  private static final String WORDS_NEXT =
      "Write the program and its arguments as a list: [mvn, -q, verify]; or add shell: sh.";

  private final Findings findings;

  CommandReader(Findings findings) {
    this.findings = findings;
  }

  private static Map<String, QueryKind> queries() {
    var queries = new LinkedHashMap<String, QueryKind>();
    queries.put("exitCode", QueryKind.WHOLE_NUMBER);
    queries.put("stdout", QueryKind.TEXT);
    queries.put("stderr", QueryKind.TEXT);
    queries.put("duration", QueryKind.TIME);
    return queries;
  }

  @Nullable Command read(Node value, @Nullable Node expect) {
    var expectations = new ExpectationReader(QUERIES, findings).read(expect);
    if (!(value instanceof Node.Fields)) {
      var run = direct(value);
      return run == null
          ? null
          : new Command(
              new Program.Same(run),
              new Surroundings("", Map.of()),
              usual(expectations),
              expectations,
              null);
    }
    var fields = FieldReader.of(value, "'command'", findings);
    if (fields == null) {
      return null;
    }
    var program = program(fields);
    var surroundings = new Surroundings(folder(fields), fields.textMap("env"));
    var exit = exit(fields);
    var timeout = fields.duration("timeout");
    if (fields.has("fencedFrom")) {
      findings.error(
          fields.at("fencedFrom"),
          "'fencedFrom' is not in this version.",
          "Write the commands as steps.");
    }
    fields.done();
    return program == null
        ? null
        : new Command(
            program,
            surroundings,
            exit == null ? usual(expectations) : exit,
            expectations,
            timeout);
  }

  /// 0 passes, unless the expectations speak of the exit code themselves.
  private static @Nullable ExitCodes usual(List<Expectation> expectations) {
    return expectations.stream().anyMatch(expectation -> expectation.query().equals("exitCode"))
        ? null
        : ExitCodes.USUAL;
  }

  private @Nullable Program program(FieldReader fields) {
    var shell = fields.word("shell", Run.Shell.byWord());
    var run = fields.node("run");
    return switch (run) {
      case null -> {
        findings.error(fields.at(), "The key 'run' is missing here.", WORDS_NEXT);
        yield null;
      }
      case Node.Fields perSystem -> perSystem(perSystem, shell);
      default -> {
        var everywhere = run(run, shell);
        yield everywhere == null ? null : new Program.Same(everywhere);
      }
    };
  }

  private @Nullable Program perSystem(Node.Fields systems, Run.@Nullable Shell shell) {
    var byWord = new LinkedHashMap<String, Program.System>();
    for (var system : Program.System.values()) {
      byWord.put(system.word(), system);
    }
    var runs = new EnumMap<Program.System, Run>(Program.System.class);
    for (var field : systems.fields()) {
      var system = byWord.get(field.name());
      if (system == null) {
        findings.error(
            field.at(),
            "'" + field.name() + "' is no system.",
            Nearest.hint(field.name(), byWord.keySet()));
        continue;
      }
      var run = run(field.value(), shell);
      if (run != null) {
        runs.put(system, run);
      }
    }
    return runs.isEmpty() ? null : new Program.PerSystem(runs);
  }

  private @Nullable Run run(Node run, Run.@Nullable Shell shell) {
    if (shell == null) {
      return direct(run);
    }
    if (run instanceof Node.Scalar script && !script.text().isBlank()) {
      return new Run.Script(shell, script.text());
    }
    findings.error(
        run.at(), "With 'shell', 'run' must be the script as one text.", "Write it as a text.");
    return null;
  }

  private @Nullable Run direct(Node run) {
    var words = new ArrayList<String>();
    switch (run) {
      case Node.Scalar scalar when scalar.text().strip().contains(" ") -> {
        findings.error(
            run.at(),
            "'" + scalar.text() + "' would need a shell to take it apart, and none is used.",
            WORDS_NEXT);
        return null;
      }
      case Node.Scalar scalar when !scalar.text().isBlank() -> words.add(scalar.text());
      case Node.Items items -> {
        for (var item : items.items()) {
          if (item instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
            words.add(scalar.text());
          } else {
            findings.error(
                item.at(),
                "A word of a command must be a text, not " + item.kind() + ".",
                WORDS_NEXT);
          }
        }
      }
      default -> {}
    }
    if (words.isEmpty() || words.getFirst().isBlank()) {
      findings.error(run.at(), "No program is named here.", WORDS_NEXT);
      return null;
    }
    return new Run.Direct(words);
  }

  private String folder(FieldReader fields) {
    var folder = fields.text("in");
    if (folder == null) {
      return "";
    }
    var slashed = folder.replace('\\', '/');
    var leaves =
        slashed.startsWith("/")
            || slashed.matches("[A-Za-z]:.*")
            || List.of(slashed.split("/")).contains("..");
    if (leaves) {
      findings.error(
          fields.at("in"),
          "The folder '" + folder + "' may not leave the repository.",
          "Name a folder inside it.");
    }
    return slashed;
  }

  private @Nullable ExitCodes exit(FieldReader fields) {
    var node = fields.node("exit");
    if (node == null) {
      return null;
    }
    if (node instanceof Node.Scalar) {
      return fields.word("exit", Map.of("count", ExitCodes.COUNT, "verdict", ExitCodes.VERDICT));
    }
    var map = fields.fields("exit");
    if (map == null) {
      return null;
    }
    var pass = codes(map, "pass");
    var warn = codes(map, "warn");
    var inconclusive = codes(map, "inconclusive");
    var counted = Boolean.TRUE.equals(map.word("failures", Map.of("count", true)));
    map.done();
    return new ExitCodes(map.has("pass") ? pass : Set.of(0L), warn, inconclusive, counted);
  }

  private Set<Long> codes(FieldReader map, String key) {
    var codes = new LinkedHashSet<Long>();
    for (var item : map.items(key)) {
      if (item instanceof Node.Scalar scalar && scalar.text().matches("[0-9]{1,10}")) {
        codes.add(Long.parseLong(scalar.text()));
      } else {
        map.wrong(key, item, "an exit code or a list of them");
      }
    }
    return codes;
  }
}

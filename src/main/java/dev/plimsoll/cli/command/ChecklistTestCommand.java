package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.CaseBench;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.TriedCase;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.Checklist;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tries the cases that the author of a checklist wrote.
@Command(
    name = "test",
    description = {
      "Try the cases of .plimsoll/checklists/tests: given these facts, a step must come to that.",
      "Each runs in a temporary repository; nothing is recorded."
    },
    footer = {
      "",
      "Exit codes: 0 every case held, 1 one did not, 2 no case, errors in the files, or untrusted."
    },
    exitCodeOnExecutionException = ExitCode.OPEN)
final class ChecklistTestCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "CHECKLIST",
      arity = "0..*",
      description = "Only the cases of these; all by default.")
  List<String> checklists = new ArrayList<>();

  @Option(
      names = "--trust",
      paramLabel = "DIGEST",
      description = "Trust the checklists as they are: see 'plimsoll trust'.")
  @Nullable String trust;

  ChecklistTestCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      project.definition();
      checklists.forEach(id -> mustHave(project, id));
      if (trust != null) {
        project.trust(trust);
      }
      return tried(project.cases());
    }
  }

  private static void mustHave(OpenProject project, String id) {
    if (project.checklist(id).isEmpty()) {
      throw new Misuse(
          "The project has no checklist '" + id + "'.",
          Nearest.hint(id, project.checklists().stream().map(Checklist::id).toList()));
    }
  }

  private int tried(CaseBench bench) throws InterruptedException {
    var tried = new ArrayList<TriedCase>();
    bench.run(
        new LinkedHashSet<>(checklists),
        each -> {
          tried.add(each);
          tell(each);
        });
    var failed = tried.stream().filter(each -> !each.held()).count();
    var code = tried.isEmpty() ? ExitCode.OPEN : failed == 0 ? ExitCode.OK : ExitCode.NO;
    if (invocation.isJson()) {
      invocation.say(
          new Json().with("exit", code).with("cases", tried, ChecklistTestCommand::json));
    } else if (tried.isEmpty()) {
      invocation
          .out()
          .line(
              Tone.CAUTION,
              "There is no case. Write some under .plimsoll/checklists/tests; see"
                  + " docs/formats/checklist-test.md.");
    } else {
      invocation
          .out()
          .line(
              failed == 0 ? Tone.GOOD : Tone.BAD,
              (tried.size() == 1 ? "1 case, " : tried.size() + " cases, ")
                  + (failed == 0 ? "all held." : failed + " did not hold."));
    }
    return code;
  }

  private void tell(TriedCase tried) {
    if (invocation.isJson()) {
      return;
    }
    var stepCase = tried.stepCase();
    var out = invocation.out();
    out.line(
        tried.held() ? Tone.GOOD : Tone.BAD,
        (tried.held() ? "held     " : "NOT HELD ")
            + tried.checklist()
            + " / "
            + stepCase.step()
            + ": "
            + stepCase.name()
            + " ("
            + tried.outcome()
            + ")");
    if (!tried.held()) {
      var finding = stepCase.wanted().finding();
      out.line(
          "  "
              + stepCase.at()
              + ": wanted "
              + stepCase.wanted().outcome()
              + (finding == null ? "" : " with \"" + finding + "\"")
              + ", came to "
              + tried.outcome()
              + ":");
      tried.observed().lines().limit(20).forEach(line -> out.line("    " + line));
    }
  }

  private static Json json(TriedCase tried) {
    var stepCase = tried.stepCase();
    return new Json()
        .with("checklist", tried.checklist())
        .with("step", stepCase.step())
        .with("name", stepCase.name())
        .with("held", tried.held())
        .with("wanted", stepCase.wanted().outcome())
        .with("outcome", tried.outcome())
        .with("observed", tried.observed())
        .with("file", stepCase.at().file())
        .with("line", stepCase.at().line());
  }
}

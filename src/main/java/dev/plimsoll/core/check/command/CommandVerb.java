package dev.plimsoll.core.check.command;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.expect.Bench;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.process.Ending;
import dev.plimsoll.core.check.process.Launch;
import dev.plimsoll.core.check.process.ProcessRun;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Runs a program without a shell, shows its output, keeps it as evidence, and judges it.
public final class CommandVerb implements VerbDefinition<Command> {
  @Override
  public String word() {
    return "command";
  }

  @Override
  public Class<Command> type() {
    return Command.class;
  }

  @Override
  public @Nullable Command read(Node value, @Nullable Node expect, Findings findings) {
    return new CommandReader(findings).read(value, expect);
  }

  @Override
  public Conclusion carryOut(Command verb, StepContext context) throws InterruptedException {
    var redactor = new Redactor(context.workplace().secrets(), Set.of());
    var expect = resolved(verb.expect(), context.variables(), redactor);
    var expected =
        new Command(verb.program(), verb.surroundings(), verb.exit(), expect, verb.timeout())
            .expected();
    var system = Program.System.of(System.getProperty("os.name", ""));
    var run = verb.program().on(system);
    if (run == null) {
      return Conclusion.of(
          new Outcome.Unavailable("the checklist names no program for " + system.word()), expected);
    }
    var root = context.subject().root();
    var launch = launch(verb, run.words(context.variables()), context);
    var ending = new ProcessRun(context.tap(), redactor).run(launch);
    var judgement =
        new CommandJudgement(
            verb.exit(),
            expect,
            new Bench(root),
            new PlacesInOutput(folder(root, ""), launch.folder()));
    return new Conclusion(
        judgement.judge(ending),
        expected,
        ending instanceof Ending.Exited exited ? exited.code() : null);
  }

  /// What a program prints is masked before it is judged, so what is looked for must be masked
  /// alike.
  private static List<Expectation> resolved(
      List<Expectation> expect, Variables variables, Redactor redactor) {
    var quoted = new TreeMap<String, String>();
    variables
        .values()
        .forEach((name, value) -> quoted.put(name, Expectation.quoted(redactor.redact(value))));
    var inPatterns = new Variables(quoted);
    return expect.stream()
        .map(expectation ->
            expectation.resolved(
                text -> redactor.redact(variables.resolve(text)), inPatterns::resolve))
        .toList();
  }

  private static Launch launch(Command verb, List<String> words, StepContext context) {
    var variables = context.variables();
    var environment = new HashMap<>(context.workplace().environment());
    for (Map.Entry<String, String> variable : verb.surroundings().environment().entrySet()) {
      environment.put(variable.getKey(), variables.resolve(variable.getValue()));
    }
    return new Launch(
        words,
        folder(context.subject().root(), variables.resolve(verb.surroundings().folder())),
        environment,
        verb.timeout() == null ? context.workplace().timeout() : verb.timeout());
  }

  private static Path folder(Path root, String folder) {
    try {
      var real = root.resolve(folder).toRealPath();
      if (!real.startsWith(root.toRealPath())) {
        throw Problem.of(
            "Program not started",
            folder + " leads out of the repository.",
            "Name a folder inside it under 'in'.");
      }
      return real;
    } catch (IOException missing) {
      throw Problem.of(
          "Program not started",
          "The folder " + folder + " does not exist.",
          "Correct 'in', or make the folder.",
          missing);
    }
  }
}

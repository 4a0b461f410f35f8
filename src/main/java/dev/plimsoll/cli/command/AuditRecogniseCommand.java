package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.audit.foreign.Recognised;
import dev.plimsoll.core.model.Recipe;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Finds out how somebody else's log is chained.
@Command(
    name = "recognise",
    description = {
      "Find the recipe by which an audit log in JSON Lines is chained, by trying them all",
      "on its first entries. It proves nothing about the rest of the file."
    },
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {
      "",
      "  plimsoll audit recognise data/audit/ops.jsonl",
      "",
      "Exit codes: 0 recognised, 1 no recipe fits, 2 not readable."
    })
final class AuditRecogniseCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "FILE", description = "A log in JSON Lines.")
  Path file = Path.of("");

  AuditRecogniseCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var here = ChainsHere.open(invocation)) {
      var place = invocation.path(file);
      var found = here.desk().recognise(place);
      var code =
          found.recipe().isPresent()
              ? ExitCode.OK
              : java.nio.file.Files.isReadable(place) ? ExitCode.NO : ExitCode.OPEN;
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", code)
                .with("recipe", found.recipe().map(Recipe::name))
                .with("title", found.recipe().map(Recipe::title))
                .with("sentence", found.sentence())
                .with("tried", found.trials(), AuditRecogniseCommand::json));
      } else {
        print(found);
      }
      return code;
    }
  }

  private void print(Recognised found) {
    var out = invocation.out();
    out.line(Tone.STRONG, file + ": " + found.sentence());
    for (var trial : found.trials()) {
      out.line(
          trial.fits()
              ? new Mark(Tone.GOOD, '✓', '+', "fits")
              : new Mark(Tone.FAINT, '–', '-', "does not"),
          trial.recipe().name() + "  " + trial.reason());
    }
    found
        .recipe()
        .ifPresent(recipe ->
            out.line("Verify it: plimsoll audit verify " + file + " --recipe " + recipe.name()));
  }

  private static Json json(Recognised.Trial trial) {
    return new Json()
        .with("recipe", trial.recipe().name())
        .with("fits", trial.fits())
        .with("entries", trial.entries())
        .with("reason", trial.reason());
  }
}

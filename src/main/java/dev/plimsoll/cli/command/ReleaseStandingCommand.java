package dev.plimsoll.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows how a release stands.
@Command(
    name = "status",
    description = "Show how a release stands: its checklists, the gate's reasons, its approvals.",
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {"", "Exit codes: 0 go (or sealed), 1 no-go, a step failed, 2 no-go yet."})
final class ReleaseStandingCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin ReleaseWords words = new ReleaseWords();

  ReleaseStandingCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var view = words.desk(project).view();
      var code = view.state().sealed() == null ? ExitCode.of(view.decision()) : ExitCode.OK;
      if (invocation.isJson()) {
        invocation.say(ReleaseTelling.json(view).with("exit", code));
      } else {
        ReleaseTelling.print(view, invocation.out());
      }
      return code;
    }
  }
}

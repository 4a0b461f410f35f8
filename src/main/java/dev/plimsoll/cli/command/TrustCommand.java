package dev.plimsoll.cli.command;

import dev.plimsoll.core.TrustQuestion;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows what a project's checklists will do, and records that a person trusts them.
@Command(
    name = "trust",
    description = {
      "Show what the project's checklists will run, ask and change.",
      "With --yes and their digest: trust exactly these files on this machine."
    },
    footer = {"", "Exit codes: 0 trusted, 1 the digest is not the present one, 2 not trusted yet."})
final class TrustCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(names = "--yes", paramLabel = "DIGEST", description = "The digest that is trusted.")
  @Nullable String digest;

  TrustCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      if (digest != null) {
        project.trust(digest);
      }
      var question = project.trustQuestion();
      var code = question.trusted() ? ExitCode.OK : ExitCode.OPEN;
      if (invocation.isJson()) {
        invocation.say(TrustTelling.json(question).with("exit", code));
      } else {
        TrustTelling.print(question, project.root(), invocation.out());
        next(question);
      }
      return code;
    }
  }

  private void next(TrustQuestion question) {
    if (!question.trusted()) {
      invocation.out().line("To trust them: plimsoll trust --yes " + question.digest());
    }
  }
}

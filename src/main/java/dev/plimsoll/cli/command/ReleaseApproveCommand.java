package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.run.PersonSigner;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Signs a release as a whole.
@Command(
    name = "approve",
    description = "Sign a release as a whole, over its checklists as they stand now.",
    footer = {"", "Exit codes: 0 signed, 1 not signed."})
final class ReleaseApproveCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin ReleaseWords words = new ReleaseWords();

  @Option(
      names = "--as",
      required = true,
      paramLabel = "PRINCIPAL",
      description = "The person who signs, as .plimsoll/allowed_signers names them.")
  String principal = "";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Their private key; without it, the key that ssh-agent holds.")
  @Nullable Path file;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "The role it is signed in.")
  String role = "";

  ReleaseApproveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll);
        var key =
            new Signing(invocation, plimsoll, project.root())
                .open(SignerWords.of(principal, file))) {
      var desk = words.desk(project);
      var request = desk.signOffRequest(role);
      invocation.aside().line(Tone.STRONG, request.statement());
      request.onScreen().forEach(line -> invocation.aside().line("  " + line));
      desk.signOff(request, new PersonSigner(principal, role, key));
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", ExitCode.OK)
                .with("release", RunTelling.json(desk.candidate()))
                .with("principal", principal)
                .with("key", key.publicKey().fingerprint())
                .with("role", role)
                .with("meaning", request.meaning())
                .with("subject", request.subject()));
      } else {
        invocation
            .out()
            .line(Tone.GOOD, request.meaning() + " by " + principal + " as " + role + ".");
      }
      return ExitCode.OK;
    }
  }
}

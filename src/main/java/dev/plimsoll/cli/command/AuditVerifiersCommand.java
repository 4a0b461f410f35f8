package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.record.StandaloneVerifier;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes out the programs that verify without Plimsoll.
@Command(
    name = "verifiers",
    description = {
      "Write verify.sh and plimsoll_verify.py: they verify bundles and logs without Plimsoll.",
      "Give them to an auditor, or take them to a machine that has no Java."
    },
    footer = {
      "",
      "Examples:",
      "  plimsoll audit verifiers --out ~/verify",
      "  sh ~/verify/verify.sh customer-ops-1.5.0.release.zip --trust ~/allowed_signers",
      "  python3 ~/verify/plimsoll_verify.py log audit.jsonl",
      "",
      "Exit codes: 0 written, 1 not written."
    })
final class AuditVerifiersCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder, . by default. Nothing is overwritten.")
  Path folder = Path.of(".");

  AuditVerifiersCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var written = StandaloneVerifier.write(invocation.path(folder).normalize());
    var verifiers = StandaloneVerifier.all();
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with(
                  "verifiers",
                  verifiers,
                  it ->
                      new Json()
                          .with("name", it.name())
                          .with("sha256", it.sha256())
                          .with("file", invocation.path(folder).normalize().resolve(it.name()))));
      return ExitCode.OK;
    }
    for (var i = 0; i < written.size(); i++) {
      invocation.out().line(verifiers.get(i).sha256() + "  " + written.get(i));
    }
    return ExitCode.OK;
  }
}

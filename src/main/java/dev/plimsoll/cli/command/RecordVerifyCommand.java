package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.KeptCheckpoint;
import dev.plimsoll.core.record.RecordVerification;
import dev.plimsoll.core.record.Verdict;
import dev.plimsoll.core.record.Verification;
import dev.plimsoll.core.trust.AllowedSigners;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says in six verdicts what a record proves to somebody who trusts nobody but their own trust
/// file.
@Command(
    name = "verify",
    description = "Verify a record against your own trust file: six verdicts, one sentence each.",
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {"", "Exit codes: 0 proven, 1 failed, 2 could not tell, 3 proven with warnings."})
final class RecordVerifyCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE|BUNDLE",
      description = "A bundle, the folder it was unpacked into, or a release-record.json.")
  Path file = Path.of("");

  @Option(
      names = "--allowed-signers",
      required = true,
      paramLabel = "FILE",
      description = "Your own trust file (OpenSSH's allowed_signers); never one out of the bundle.")
  Path allowedSigners = Path.of("");

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "A checkpoint of the log that you kept from before, or the release tag",
        "(git cat-file tag v1.2.3 > FILE); may be repeated."
      })
  List<Path> checkpoints = new ArrayList<>();

  @Option(
      names = "--artifacts",
      paramLabel = "DIR",
      description = "Where the released files lie that you downloaded.")
  @Nullable Path artifacts;

  RecordVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var trusted = AllowedSigners.parse(text(allowedSigners), allowedSigners.toString());
    var kept =
        checkpoints.stream().flatMap(path -> KeptCheckpoint.parse(bytes(path)).stream()).toList();
    var verification =
        RecordVerification.verify(
            invocation.path(file),
            new RecordVerification.Against(
                trusted,
                invocation.surroundings().clock().instant(),
                kept,
                artifacts == null ? null : invocation.path(artifacts)));
    if (invocation.isJson()) {
      invocation.say(VerificationTelling.json(verification));
    } else {
      print(verification);
    }
    return verification.exitCode();
  }

  private String text(Path typed) {
    return new String(bytes(typed), StandardCharsets.UTF_8);
  }

  private byte[] bytes(Path typed) {
    try {
      return Files.readAllBytes(invocation.path(typed));
    } catch (IOException unreadable) {
      throw Problem.of(
          "Record not verified",
          typed + " cannot be read.",
          "Check the path and its permissions.",
          unreadable);
    }
  }

  private void print(Verification verification) {
    var out = invocation.out();
    VerificationTelling.print(verification, out);
    verification
        .firstBroken()
        .map(Verdict::firstBad)
        .ifPresent(bad -> out.line(Tone.STRONG, "First thing that is wrong: " + bad));
    if (!verification.cannotProve().isEmpty()) {
      out.blank();
      out.line(Tone.STRONG, "What none of this proves:");
      verification.cannotProve().forEach(sentence -> out.line("- " + sentence));
    }
  }
}

package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.TrustQuestion;
import java.nio.file.Path;

/// How the question is put whether a project's checklists may run.
final class TrustTelling {
  private TrustTelling() {}

  static void print(TrustQuestion question, Path root, Printer out) {
    out.line(
        Tone.STRONG,
        question.trusted()
            ? "The checklists of " + root + " are trusted on this machine."
            : question
                .trustedBefore()
                .map(before ->
                    "The checklists of " + root + " have changed since they were trusted.")
                .orElse("Nobody trusted the checklists of " + root + " on this machine yet."));
    out.line("What they will do:");
    question.willRun().forEach(line -> out.line("  " + line));
    out.line("Scripts and programs that they call may still change; no digest here covers them.");
    out.line("Digest of everything under .plimsoll: " + question.digest());
  }

  static Json json(TrustQuestion question) {
    return new Json()
        .with("digest", question.digest())
        .with("trusted", question.trusted())
        .with("trustedBefore", question.trustedBefore())
        .with("willRun", question.willRun());
  }
}

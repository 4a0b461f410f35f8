package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.proof.ConsistencyText;
import dev.plimsoll.core.audit.proof.Cosignature;
import dev.plimsoll.core.audit.proof.TlogProof;
import dev.plimsoll.core.audit.proof.Vkey;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.BundledProof;
import dev.plimsoll.core.record.Verdict;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Verifies a proof that somebody handed over, and says what it proves.
final class ProofCheck {
  private final Invocation invocation;
  private final @Nullable String logKey;
  private final @Nullable Path about;

  private record Said(int exit, String sentence, List<String> witnesses) {}

  ProofCheck(Invocation invocation, @Nullable String logKey, @Nullable Path about) {
    this.invocation = invocation;
    this.logKey = logKey;
    this.about = about;
  }

  int of(Path file) {
    var said = said(file);
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", said.exit)
              .with("proof", file)
              .with("sentence", said.sentence)
              .with("witnesses", said.witnesses));
      return said.exit;
    }
    var level =
        switch (said.exit) {
          case ExitCode.OK -> Verdict.Level.PROVEN;
          case ExitCode.NO -> Verdict.Level.FAILED;
          default -> Verdict.Level.COULD_NOT_TELL;
        };
    invocation.out().headline(Mark.of(level), file.toString());
    invocation.out().line("  " + said.sentence);
    said.witnesses.forEach(witness -> invocation.out().line("  Cosigned by " + witness));
    return said.exit;
  }

  private Said said(Path file) {
    try {
      var text = TextFiles.read(invocation, file, "Proof not verified");
      return ConsistencyText.isOne(text) ? grown(text) : stands(TlogProof.parse(text));
    } catch (Problem unreadable) {
      return open(unreadable.where() + " " + unreadable.next());
    }
  }

  private static Said grown(String text) {
    var proof = ConsistencyText.parse(text);
    return proof.holds()
        ? new Said(
            ExitCode.OK,
            "The log of "
                + proof.to()
                + " entries with the root "
                + proof.ends().toRoot()
                + " begins with the one of "
                + proof.from()
                + " with the root "
                + proof.ends().fromRoot()
                + ". Hold both roots against checkpoints that you have.",
            List.of())
        : new Said(
            ExitCode.NO,
            "Its hashes do not lead from the one root to the other: entries were changed, or the"
                + " proof was.",
            List.of());
  }

  private Said stands(TlogProof proof) {
    var key = key(proof.checkpoint());
    if (key.isEmpty()) {
      return open(
          "The key of "
              + proof.checkpoint().origin()
              + " is not known here. Give it with --log-key; the keeper of the log prints it with:"
              + " plimsoll audit key");
    }
    return switch (proof.verify(key.get())) {
      case TlogProof.Verdict.Proven proven -> proven(proof, proven);
      case TlogProof.Verdict.Refuted refuted ->
          new Said(ExitCode.NO, refuted.sentence(), List.of());
      case TlogProof.Verdict.CouldNotTell open -> open(open.sentence());
    };
  }

  private Said proven(TlogProof proof, TlogProof.Verdict.Proven proven) {
    if (about != null) {
      var digest = BundledProof.digest(invocation.path(about));
      if (!digest.equals(proven.entry().data().get("sha256"))) {
        return new Said(
            ExitCode.NO,
            proven.sentence() + " But it does not name the record " + digest + ".",
            List.of());
      }
    }
    var names = proven.entry().data().get("sha256");
    return new Said(
        ExitCode.OK,
        proven.sentence() + (names instanceof String record ? " It names " + record + "." : ""),
        witnesses(proof));
  }

  private List<String> witnesses(TlogProof proof) {
    try (var plimsoll = invocation.open()) {
      return plimsoll.witness().trusted().stream()
          .flatMap(witness -> cosigned(proof, witness).stream())
          .toList();
    }
  }

  private static Optional<String> cosigned(TlogProof proof, Vkey witness) {
    return Cosignature.verify(proof.checkpoint(), witness)
        .map(when -> witness.name() + " at " + when + ", by its own clock");
  }

  /// The key that was given; else the one that signed this project's log when it was so long.
  private Optional<Ed25519PublicKey> key(Checkpoint checkpoint) {
    if (logKey != null) {
      return Optional.of(LogKeyWords.key(invocation, logKey));
    }
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var desk = project.logDesk();
      return desk.hasLog()
          ? Optional.of(desk.keyAt(checkpoint.size()))
              .filter(key -> key.name().equals(checkpoint.origin()))
              .map(Vkey::key)
          : Optional.empty();
    } catch (Problem noProject) {
      return Optional.empty();
    }
  }

  private static Said open(String sentence) {
    return new Said(ExitCode.OPEN, sentence, List.of());
  }
}

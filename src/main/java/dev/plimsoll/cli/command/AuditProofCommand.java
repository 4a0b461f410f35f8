package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.LogDesk;
import dev.plimsoll.core.audit.proof.ConsistencyProof;
import dev.plimsoll.core.audit.proof.ConsistencyText;
import dev.plimsoll.core.audit.proof.TlogProof;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.record.BundledProof;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes proofs out of a log, and verifies them.
@Command(
    name = "proof",
    description = {
      "Prove that an entry stands in the log (C2SP tlog-proof), or that the log only grew.",
      "With --verify: hold such a proof against the log's key."
    },
    footer = {
      "",
      "Examples:",
      "  plimsoll audit proof dist/demo-1.0.0.release.zip --out demo-1.0.0.tlog-proof",
      "  plimsoll audit proof --entry 41",
      "  plimsoll audit proof --from 40 --to 90 --out grown",
      "  plimsoll audit proof --verify demo-1.0.0.tlog-proof --log-key log.vkey",
      "",
      "Exit codes: 0 made, or proven; 1 not made, or refuted; 2 could not tell."
    })
final class AuditProofCommand implements Callable<Integer> {
  private static final String NOT_MADE = "Proof not made";

  private final Invocation invocation;

  @Parameters(
      paramLabel = "RECORD|BUNDLE",
      arity = "0..1",
      description = "The record whose entry is proven; a bundle brings its own log.")
  @Nullable Path record;

  @Option(names = "--entry", paramLabel = "N", description = "The entry, counted from 0.")
  @Nullable Long entry;

  @Option(
      names = "--from",
      paramLabel = "SIZE",
      description = "With --to: that the log of SIZE entries only grew.")
  @Nullable Long from;

  @Option(names = "--to", paramLabel = "SIZE", description = "Entries of the later log.")
  @Nullable Long to;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file; standard output by default. Nothing is overwritten.")
  @Nullable Path out;

  @Option(names = "--verify", paramLabel = "FILE", description = "Verify this proof.")
  @Nullable Path verify;

  @Option(
      names = "--log-key",
      paramLabel = "KEY|FILE",
      description = {
        "With --verify: the log's key (plimsoll audit key, or an OpenSSH line), from somebody",
        "other than who gave you the proof. By default that of this project's log."
      })
  @Nullable String logKey;

  @Option(
      names = "--record",
      paramLabel = "RECORD|BUNDLE",
      description = "With --verify: the proof has to be about this record.")
  @Nullable Path about;

  AuditProofCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var asked = Stream.of(record, entry, from, verify).filter(it -> it != null).count();
    if (asked != 1 || (from == null) != (to == null)) {
      throw new Misuse(
          "It takes one of: a record or bundle, --entry, --from with --to, --verify.",
          "See: plimsoll audit proof --help");
    }
    if (verify != null) {
      return new ProofCheck(invocation, logKey, about).of(verify);
    }
    if (logKey != null || about != null) {
      throw new Misuse("--log-key and --record go with --verify.", "Leave them out.");
    }
    if (out != null) {
      TextFiles.requireNew(invocation, out, NOT_MADE);
    }
    if (from != null && to != null) {
      var sizes = new long[] {from, to};
      return grown(desk(desk -> desk.consistency(sizes[0], sizes[1])));
    }
    return stands(proof());
  }

  private TlogProof proof() {
    if (record == null) {
      var number = entry == null ? 0 : entry;
      return desk(desk -> desk.proof(number));
    }
    var file = invocation.path(record);
    if (BundledProof.isPossible(file)) {
      return BundledProof.of(file);
    }
    var digest = BundledProof.digest(file);
    return desk(desk -> desk.proofOfRecord(digest));
  }

  private <T> T desk(Function<LogDesk, T> act) {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      return act.apply(project.logDesk());
    }
  }

  private int stands(TlogProof proof) {
    var words =
        "Entry "
            + proof.index()
            + " in the checkpoint of "
            + Plural.of(proof.checkpoint().size(), "entry", "entries")
            + " of "
            + proof.checkpoint().origin();
    return told(
        proof.encode(),
        words,
        new Json()
            .with("origin", proof.checkpoint().origin())
            .with("entry", proof.index())
            .with("size", proof.checkpoint().size()));
  }

  private int grown(ConsistencyProof proof) {
    return told(
        ConsistencyText.encode(proof),
        "From " + proof.from() + " to " + Plural.of(proof.to(), "entry", "entries"),
        new Json()
            .with("from", proof.from())
            .with("to", proof.to())
            .with("fromRoot", proof.ends().fromRoot())
            .with("toRoot", proof.ends().toRoot()));
  }

  private int told(String text, String words, Json json) {
    if (out != null) {
      TextFiles.write(invocation, out, text, NOT_MADE);
    }
    if (invocation.isJson()) {
      invocation.say(json.with("exit", ExitCode.OK).with("file", out).with("proof", text));
    } else if (out == null) {
      invocation.out().bytes(text);
    } else {
      invocation
          .out()
          .line(words + ", in " + out + ". To verify it: plimsoll audit proof --verify " + out);
    }
    return ExitCode.OK;
  }
}

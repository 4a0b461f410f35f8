package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.audit.proof.Witness;
import dev.plimsoll.core.audit.proof.WitnessRequest;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Cosigns another installation's checkpoint.
@Command(
    name = "cosign",
    description = {
      "Cosign a checkpoint of another installation's log, if it goes on from the last one cosigned",
      "of that log. The first one is cosigned on trust, and that is said."
    },
    footer = {
      "",
      "Example:",
      "  plimsoll witness cosign request --out cosigned",
      "",
      "Exit codes: 0 cosigned, 1 refused, 2 the request cannot be read."
    })
final class WitnessCosignCommand implements Callable<Integer> {
  private static final String NOT_COSIGNED = "Checkpoint not cosigned";

  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      description = "Made with: plimsoll audit checkpoint --for-witness NAME --out FILE")
  Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file; standard output by default. Nothing is overwritten.")
  @Nullable Path out;

  @Option(
      names = "--accept-key",
      paramLabel = "SHA256:...",
      description = "The log's key was replaced by this one; its keeper said so by another way.")
  @Nullable String acceptedKey;

  WitnessCosignCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (out != null) {
      TextFiles.requireNew(invocation, out, NOT_COSIGNED);
    }
    WitnessRequest request;
    try {
      request = WitnessRequest.parse(TextFiles.read(invocation, file, NOT_COSIGNED));
    } catch (Problem unreadable) {
      return unreadable(unreadable);
    }
    Witness.Cosigned cosigned;
    try (var plimsoll = invocation.open()) {
      cosigned = plimsoll.witness().cosign(request, acceptedKey);
    }
    if (out != null) {
      TextFiles.write(invocation, out, cosigned.checkpoint().encode(), NOT_COSIGNED);
    }
    tell(request, cosigned);
    return ExitCode.OK;
  }

  private int unreadable(Problem problem) {
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OPEN)
              .with(
                  "problem",
                  new Json()
                      .with("what", problem.what())
                      .with("where", problem.where())
                      .with("next", problem.next())));
    } else {
      invocation.err().line(problem.what() + ": " + problem.where());
      invocation.err().line(problem.next());
    }
    return ExitCode.OPEN;
  }

  private void tell(WitnessRequest request, Witness.Cosigned cosigned) {
    var checkpoint = cosigned.checkpoint();
    var seen =
        cosigned.isFirst()
            ? "Seen for the first time: that the key "
                + request.log().key().fingerprint()
                + " is this log's is believed, ask its keeper by another way."
            : "It goes on from the "
                + Plural.of(cosigned.before(), "entry", "entries")
                + " cosigned before.";
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with("origin", checkpoint.origin())
              .with("size", checkpoint.size())
              .with("first", cosigned.isFirst())
              .with("before", cosigned.before())
              .with("logKey", request.log().key().fingerprint())
              .with("file", out)
              .with("text", checkpoint.encode()));
      return;
    }
    if (out == null) {
      invocation.out().bytes(checkpoint.encode());
      invocation.err().line(seen);
    } else {
      invocation
          .out()
          .line(
              "Cosigned checkpoint "
                  + checkpoint.size()
                  + " of "
                  + checkpoint.origin()
                  + ", in "
                  + out
                  + ". "
                  + seen);
    }
  }
}

package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.LogDesk;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.CheckpointBlock;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Signs how far the project's log is now.
@Command(
    name = "checkpoint",
    description = {
      "Sign how far the project's audit log is now, record that, and print it.",
      "Whoever keeps it can tell later whether the log was cut or rewritten before it."
    },
    footer = {
      "",
      "Examples:",
      "  plimsoll audit checkpoint --out log.checkpoint",
      "  plimsoll audit checkpoint --for-tag >> message.txt",
      "  plimsoll audit checkpoint --for-witness plimsoll.dev/witness/0123456789abcdef --out"
          + " request",
      "",
      "Exit codes: 0 signed, 1 not signed."
    })
final class AuditCheckpointCommand implements Callable<Integer> {
  private static final String NOT_SIGNED = "Checkpoint not signed";

  private final Invocation invocation;

  @Option(
      names = "--for-tag",
      description = "Between the two lines that frame it in the message of a tag.")
  boolean forTag;

  @Option(
      names = "--for-witness",
      paramLabel = "NAME",
      description = "With the way from the last one that this witness cosigned: a request for it.")
  @Nullable String witness;

  @Option(
      names = "--from",
      paramLabel = "SIZE",
      description = "With --for-witness: entries it cosigned last; by default what was accepted.")
  @Nullable Long from;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file; standard output by default. Nothing is overwritten.")
  @Nullable Path out;

  private record Signed(Checkpoint checkpoint, String text) {}

  AuditCheckpointCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if ((forTag && witness != null) || (from != null && witness == null)) {
      throw new Misuse(
          "--for-tag and --for-witness are two things, and --from goes with the latter.",
          "Give one of them.");
    }
    if (out != null) {
      TextFiles.requireNew(invocation, out, NOT_SIGNED);
    }
    Signed signed;
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var desk = project.logDesk();
      signed = signed(desk);
      desk.unfinished().ifPresent(sentence -> invocation.err().line(sentence));
    }
    if (out != null) {
      TextFiles.write(invocation, out, signed.text, NOT_SIGNED);
    }
    tell(signed);
    return ExitCode.OK;
  }

  private Signed signed(LogDesk desk) {
    if (witness != null) {
      var request = desk.requestFor(witness, from);
      return new Signed(request.checkpoint(), request.encode());
    }
    var checkpoint = desk.checkpoint(forTag ? "tag message" : "command line");
    return new Signed(checkpoint, forTag ? CheckpointBlock.of(checkpoint) : checkpoint.encode());
  }

  private void tell(Signed signed) {
    var checkpoint = signed.checkpoint;
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with("origin", checkpoint.origin())
              .with("size", checkpoint.size())
              .with("rootHash", checkpoint.rootHash())
              .with("file", out)
              .with("text", signed.text));
    } else if (out == null) {
      invocation.out().bytes(signed.text);
    } else {
      invocation
          .out()
          .line("Checkpoint " + checkpoint.size() + " of " + checkpoint.origin() + " in " + out);
    }
  }
}

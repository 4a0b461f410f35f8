package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.LogAnchors;
import dev.plimsoll.core.audit.AnchorLadder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Shows what holds the project's log from outside.
@Command(
    name = "anchors",
    description = {
      "Show what holds the project's audit log from outside, by ranges of entries: L1 checkpoints"
          + " in",
      "signed tags of this clone, L2 cosignatures of witnesses. What does not agree is told."
    },
    footer = {
      "",
      "Exit codes: 0 everything that was found agrees, 1 something does not, 2 could not tell."
    })
final class AuditAnchorsCommand implements Callable<Integer> {
  private final Invocation invocation;

  AuditAnchorsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var desk = project.logDesk();
      if (!desk.hasLog()) {
        invocation.err().line("There is no audit log yet; the first run begins it.");
        return ExitCode.OPEN;
      }
      var anchors = desk.anchors();
      var code = anchors.disagreeing().isEmpty() ? ExitCode.OK : ExitCode.NO;
      if (invocation.isJson()) {
        invocation.say(json(anchors).with("exit", code));
      } else {
        anchors
            .disagreeing()
            .forEach(each -> invocation.out().line(Tone.BAD, each.code() + ": " + each.sentence()));
        anchors.ladder().rungs().forEach(rung -> invocation.out().line(rung.sentence()));
        invocation.out().line(anchors.ladder().sentence());
      }
      return code;
    }
  }

  static Json json(LogAnchors anchors) {
    return new Json()
        .with("anchored", anchors.ladder().anchored())
        .with("sentence", anchors.ladder().sentence())
        .with("rungs", anchors.ladder().rungs(), AuditAnchorsCommand::json)
        .with(
            "disagreeing",
            anchors.disagreeing(),
            each ->
                new Json()
                    .with("code", each.code().name())
                    .with("seq", each.seq())
                    .with("sentence", each.sentence()));
  }

  private static Json json(AnchorLadder.Rung rung) {
    return new Json()
        .with("from", rung.from())
        .with("to", rung.to())
        .with("level", rung.level().name())
        .with("by", rung.by());
  }
}

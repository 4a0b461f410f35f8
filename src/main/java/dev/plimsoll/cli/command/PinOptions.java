package dev.plimsoll.cli.command;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.Pins;
import dev.plimsoll.core.model.Plural;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What an auditor saw of a log of ours before: it is held against that, and on request against
/// this look next time.
final class PinOptions {
  @Option(
      names = "--pin",
      description = {
        "Remember a log of Plimsoll that proved whole as the last one seen: next time",
        "a shorter or another one is found out."
      })
  boolean pin;

  @Option(
      names = "--pins",
      paramLabel = "DIR",
      description = "Where what was seen is kept; by default in Plimsoll's home.")
  @Nullable Path folder;

  private Pins pins(Invocation invocation) {
    return new Pins(
        folder == null
            ? invocation.installation().home().resolve("pins")
            : invocation.path(folder));
  }

  /// What is known of the project's own log.
  Known ofProject(Invocation invocation, OpenProject project) {
    return project.logDesk().known(pins(invocation));
  }

  /// What is known of an export: pins, and tags of the clone that the command stands in.
  Known ofFile(Invocation invocation, @Nullable OpenProject project, ChainLines lines) {
    return project == null
        ? Known.NOTHING.with(
            List.of(), pins(invocation).of(lines).map(Pins.Pin::known).stream().toList())
        : project.logDesk().knownOf(lines, pins(invocation));
  }

  /// Remembers what just proved whole, if that was asked for.
  void keep(Invocation invocation, ChainLines lines, ChainVerdict verdict) {
    if (pin && verdict instanceof ChainVerdict.Whole whole) {
      var kept = pins(invocation).set(lines, whole);
      invocation
          .aside()
          .line(
              "Remembered: "
                  + Plural.of(kept.entries(), "entry", "entries")
                  + " of "
                  + kept.origin()
                  + ".");
    }
  }
}

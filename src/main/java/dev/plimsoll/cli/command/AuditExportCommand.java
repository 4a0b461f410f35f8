package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.audit.JsonLines;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes the project's audit log, every line as it is stored.
@Command(
    name = "export",
    description = "Write the project's audit log as JSON Lines, every line as it is stored.",
    footer = {"", "Exit codes: 0 written, 1 not written."})
final class AuditExportCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file; standard output by default. Nothing is overwritten.")
  @Nullable Path file;

  AuditExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (file == null && invocation.isJson()) {
      throw new Misuse(
          "The log itself goes to standard output, and so would the answer in JSON.",
          "Name a file with --out, or leave --json out.");
    }
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var log =
          project
              .log()
              .orElseThrow(() ->
                  Problem.of(
                      "Audit log not exported",
                      "This project has none yet.",
                      "The first run begins it: plimsoll run CHECKLIST"));
      write(log.lines());
    }
    return ExitCode.OK;
  }

  private void write(LogStore lines) {
    try {
      if (file == null) {
        JsonLines.write(lines, invocation.out().stream());
        invocation.out().stream().flush();
        return;
      }
      try (var out = Files.newOutputStream(invocation.path(file), StandardOpenOption.CREATE_NEW)) {
        told(JsonLines.write(lines, out), file);
      }
    } catch (IOException broken) {
      throw Problem.of(
          "Audit log not exported",
          (file == null ? "Standard output" : file) + " cannot be written.",
          "Name a new file in a folder that you may write to.",
          broken);
    }
  }

  private void told(long entries, Path written) {
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with("file", invocation.path(written))
              .with("entries", entries));
    } else {
      invocation
          .out()
          .line(
              Plural.of(entries, "entry", "entries")
                  + " in "
                  + written
                  + ". To prove them: plimsoll audit verify "
                  + written);
    }
  }
}

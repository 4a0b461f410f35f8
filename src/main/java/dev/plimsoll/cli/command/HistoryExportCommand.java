package dev.plimsoll.cli.command;

import dev.plimsoll.core.history.HistoryExport;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a table of the history for other programs.
@Command(
    name = "export",
    description = "Write a table of the history, in UTF-8: JSON (an array) or CSV (RFC 4180).",
    footer = {"", "Exit codes: 0 written, 1 not written."})
final class HistoryExportCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin HistoryWords words = new HistoryWords();

  @Option(names = "--format", paramLabel = "FORMAT", description = "json or csv; json by default.")
  HistoryExport.Format format = HistoryExport.Format.JSON;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file; standard output by default. Nothing is overwritten.")
  @Nullable Path file;

  HistoryExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (invocation.isJson() && format != HistoryExport.Format.JSON) {
      throw new Misuse("--json and --format csv say two things.", "Give one of them.");
    }
    try (var plimsoll = invocation.open();
        var writer = writer()) {
      new HistoryExport(plimsoll.history())
          .write(words.table, format, words.filter(invocation, plimsoll), writer);
      writer.flush();
    } catch (IOException broken) {
      throw Problem.of(
          "History not exported",
          (file == null ? "Standard output" : file) + " cannot be written.",
          "Name a new file in a folder that you may write to.",
          broken);
    }
    return ExitCode.OK;
  }

  private Writer writer() throws IOException {
    return new OutputStreamWriter(
        file == null
            ? invocation.out().stream()
            : Files.newOutputStream(invocation.path(file), StandardOpenOption.CREATE_NEW),
        StandardCharsets.UTF_8);
  }
}

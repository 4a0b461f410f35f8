package dev.plimsoll.cli.command;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.run.report.JUnitXml;
import dev.plimsoll.core.run.report.RunReport;
import dev.plimsoll.core.run.report.TapText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The files for other tools that a command writes beside what it says.
final class RunOutputs {
  private static final String INTENT = "Not exported";

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write the outcome as JUnit XML into a new file.")
  @Nullable Path junit;

  @Option(
      names = "--tap",
      paramLabel = "FILE",
      description = "Write the outcome as TAP 14 into a new file.")
  @Nullable Path tap;

  private interface Form {
    void write(RunReport report, OutputStream out) throws IOException;
  }

  /// Before anything runs.
  ///
  /// @throws Problem where a file of one of the names is there, or its folder is not
  void mustBeFree(Invocation invocation) {
    mustBeFree(invocation, junit);
    mustBeFree(invocation, tap);
  }

  private static void mustBeFree(Invocation invocation, @Nullable Path typed) {
    if (typed == null) {
      return;
    }
    var file = invocation.path(typed);
    if (Files.exists(file)) {
      throw Problem.of(
          INTENT,
          "There is a file " + typed + " already.",
          "Give another name, or delete it: nothing is written over.");
    }
    if (!Files.isDirectory(file.toAbsolutePath().resolveSibling(""))) {
      throw Problem.of(INTENT, "The folder of " + typed + " is not there.", "Create it.");
    }
  }

  boolean areAsked() {
    return junit != null || tap != null;
  }

  void write(Invocation invocation, RunReport report) {
    write(invocation, junit, report, JUnitXml::write);
    write(invocation, tap, report, TapText::write);
  }

  private static void write(
      Invocation invocation, @Nullable Path typed, RunReport report, Form form) {
    if (typed == null) {
      return;
    }
    try (var out =
        new BufferedOutputStream(
            Files.newOutputStream(invocation.path(typed), StandardOpenOption.CREATE_NEW))) {
      form.write(report, out);
    } catch (IOException refused) {
      throw Problem.of(
          INTENT, typed + " cannot be written.", "Name a new file in another folder.", refused);
    }
    invocation.aside().line("Written to " + typed);
  }
}

package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Finds what is wrong with the project's files.
@Command(
    name = "lint",
    description =
        "Find what is wrong with .plimsoll: file:line:column: severity: what and what to do.",
    footer = {"", "Exit codes: 0 no errors, 1 errors."})
final class ChecklistLintCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Files of .plimsoll; all of them by default.")
  List<Path> files = new ArrayList<>();

  ChecklistLintCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var wanted = files.stream().map(file -> relative(project.root(), file)).toList();
      var findings =
          project.findings().stream()
              .filter(finding -> wanted.isEmpty() || wanted.contains(file(finding.at())))
              .toList();
      var code =
          findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
              ? ExitCode.NO
              : ExitCode.OK;
      tell(findings, code);
      return code;
    }
  }

  /// As positions name it: from the repository's top, with `/`.
  private String relative(Path root, Path typed) {
    var file = invocation.path(typed);
    var inside = file.startsWith(root) ? root.relativize(file) : typed;
    var name = inside.toString().replace('\\', '/');
    if (!name.startsWith(".plimsoll/")) {
      throw new Misuse(
          typed + " is not a file under " + root.resolve(".plimsoll") + ".",
          "Name files of that folder, or none for all of them.");
    }
    if (!file.toFile().isFile()) {
      throw new Misuse("There is no file " + typed + ".", "Check the path.");
    }
    return name;
  }

  private static String file(@Nullable Position at) {
    return at == null ? "" : at.file();
  }

  private void tell(List<Finding> findings, int code) {
    if (invocation.isJson()) {
      invocation.say(
          new Json().with("exit", code).with("findings", findings, ChecklistLintCommand::json));
      return;
    }
    findings.forEach(finding -> invocation.out().line(Mark.of(finding).tone(), line(finding)));
    var errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    if (findings.isEmpty()) {
      invocation.out().line("No findings.");
    } else {
      invocation
          .out()
          .line(
              findings.size() == 1
                  ? "1 finding."
                  : findings.size() + " findings, " + errors + " of them errors.");
    }
  }

  /// As editors and CI understand it.
  static String line(Finding finding) {
    return (finding.at() == null ? "" : finding.at() + ": ")
        + Mark.of(finding).word()
        + ": "
        + finding.message()
        + (finding.next() == null ? "" : " " + finding.next());
  }

  static Json json(Finding finding) {
    var at = finding.at();
    return new Json()
        .with("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .with("message", finding.message())
        .with("next", finding.next())
        .with("file", at == null ? null : at.file())
        .with("line", at == null || at.line() == 0 ? null : at.line())
        .with("column", at == null || at.column() == 0 ? null : at.column());
  }
}

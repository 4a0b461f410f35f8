package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Columns;
import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Parameter;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.Step;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists the project's checklists.
@Command(
    name = "list",
    description = "List the project's checklists, and which of them the release's plan names.",
    footer = {"", "Exit codes: 0 listed, 1 not readable."})
final class ChecklistListCommand implements Callable<Integer> {
  private final Invocation invocation;

  ChecklistListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var planned = project.definition().plan().stream().map(Project.PlanItem::checklist).toList();
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", ExitCode.OK)
                .with("product", project.definition().product())
                .with("plan", planned)
                .with("checklists", project.checklists(), ChecklistListCommand::json));
        return ExitCode.OK;
      }
      var table = new Columns("ID", "STEPS", "PLAN", "FILE", "TITLE");
      for (var checklist : project.checklists()) {
        var place = planned.indexOf(checklist.id());
        table.row(
            checklist.id(),
            String.valueOf(checklist.steps().count()),
            place < 0 ? "-" : String.valueOf(place + 1),
            checklist.source().file(),
            checklist.title());
      }
      table.print(invocation.out());
      return ExitCode.OK;
    }
  }

  private static Json json(Checklist checklist) {
    return new Json()
        .with("id", checklist.id())
        .with("title", checklist.title())
        .with("category", word(checklist.form().category()))
        .with("mode", word(checklist.form().mode()))
        .with("order", word(checklist.form().order()))
        .with("file", checklist.source().file())
        .with("sha256", checklist.source().sha256())
        .with("parameters", checklist.parameters(), ChecklistListCommand::json)
        .with("sections", checklist.sections(), ChecklistListCommand::json);
  }

  private static Json json(Parameter parameter) {
    return new Json()
        .with("name", parameter.name())
        .with("type", word(parameter.type()))
        .with("default", parameter.byDefault())
        .with("choices", parameter.choices());
  }

  private static Json json(Section section) {
    return new Json()
        .with("id", section.id())
        .with("title", section.title())
        .with("steps", section.steps(), ChecklistListCommand::json);
  }

  private static Json json(Step step) {
    return new Json()
        .with("id", step.id())
        .with("title", step.title())
        .with("verb", step.verb().word())
        .with("kind", step.verb().kind().name())
        .with("required", step.rules().required())
        .with("irreversible", step.rules().irreversible());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.plimsoll.core.checklist.markdown;

import dev.plimsoll.core.checklist.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A checklist while the runbook is read.
final class DraftChecklist {
  private final Ids sectionIds = new Ids();
  private final Ids stepIds = new Ids();
  private final List<DraftSection> sections = new ArrayList<>();
  private final Literals literals;
  private @Nullable String title;

  DraftChecklist(Literals literals) {
    this.literals = literals;
  }

  /// @param headingLines where its heading stands; empty for a section without one
  record DraftSection(String id, String title, List<Integer> headingLines, List<DraftStep> steps) {}

  /// Whether there was none yet.
  boolean title(String text) {
    if (title != null) {
      return false;
    }
    title = text;
    return true;
  }

  DraftSection addSection(String text, List<Integer> lines) {
    var section =
        new DraftSection(
            sectionIds.idFor(literals.forPeople(text), "section"), text, lines, new ArrayList<>());
    sections.add(section);
    return section;
  }

  DraftStep addStep(String text) {
    var section = sections.isEmpty() ? addSection("Steps", List.of()) : sections.getLast();
    var step = new DraftStep(stepIds.idFor(literals.forPeople(text), "step"), text);
    section.steps().add(step);
    return step;
  }

  /// The last step under the present heading.
  @Nullable DraftStep lastStep() {
    return sections.isEmpty() || sections.getLast().steps().isEmpty()
        ? null
        : sections.getLast().steps().getLast();
  }

  /// What a first step without words of its own is called: as its heading. Null where there is none
  /// or it has a step.
  @Nullable String freshHeading() {
    return sections.isEmpty() || !sections.getLast().steps().isEmpty()
        ? null
        : sections.getLast().title();
  }

  List<DraftSection> sections() {
    return List.copyOf(sections);
  }

  boolean isEmpty() {
    return sections.stream().allMatch(section -> section.steps().isEmpty());
  }

  /// @param file the runbook's name, for a comment
  String yaml(String file, String id) {
    var yaml = new StringBuilder();
    yaml.append("# Imported from ").append(file.replaceAll("\\p{Cntrl}", " ")).append(".\n");
    yaml.append("# Read every step: a question may be a fact that a machine could look at.\n");
    var secrets = new TreeSet<>(literals.secrets().values());
    if (!secrets.isEmpty()) {
      yaml.append("# Name under secrets in .plimsoll/project.yaml: ")
          .append(String.join(", ", secrets))
          .append(".\n");
    }
    var name = literals.forPeople(title == null ? id : title);
    var commands =
        sections.stream()
            .flatMap(section -> section.steps().stream())
            .anyMatch(DraftStep::hasScript);
    yaml.append("schema: plimsoll/checklist/v1\n");
    yaml.append("id: ").append(Ids.yaml(id)).append('\n');
    yaml.append("title: ").append(Yaml.quoted(name)).append('\n');
    yaml.append("category: ").append(category(id + " " + name)).append('\n');
    yaml.append("mode: do-confirm\n");
    yaml.append(commands ? "order: strict # the commands of a runbook follow one another\n" : "");
    parameters(yaml);
    yaml.append("sections:\n");
    for (var section : sections) {
      if (!section.steps().isEmpty()) {
        yaml.append("  - id: ").append(Ids.yaml(section.id())).append('\n');
        yaml.append("    title: ")
            .append(Yaml.quoted(literals.forPeople(section.title())))
            .append('\n');
        yaml.append("    steps:\n");
        section.steps().forEach(step -> yaml.append(step.yaml(literals)));
      }
    }
    return yaml.toString();
  }

  private void parameters(StringBuilder yaml) {
    if (literals.homes().isEmpty()) {
      return;
    }
    yaml.append("parameters:\n");
    for (var parameter : literals.homes().values()) {
      yaml.append("  ")
          .append(parameter)
          .append(": {type: path, title: \"Stands for somebody's own folder in the runbook\"}\n");
    }
  }

  private static String category(String words) {
    var text = words.toLowerCase(Locale.ROOT);
    for (var category :
        List.of("pre-release", "smoke", "rollback", "canary", "restore", "backup", "audit")) {
      if (text.contains(category)) {
        return category;
      }
    }
    return text.contains("maintenance") ? "maintenance" : "release";
  }
}

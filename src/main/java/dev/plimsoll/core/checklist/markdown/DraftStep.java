package dev.plimsoll.core.checklist.markdown;

import dev.plimsoll.core.checklist.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A step while the runbook is read: a question until a command is found for it.
final class DraftStep {
  private static final int MOST_EXPECTED = 40;

  private final String id;
  private final String title;
  private final List<String> contains = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private @Nullable Script script;
  private @Nullable String exitCode;
  private @Nullable String troubleshoot;

  DraftStep(String id, String title) {
    this.id = id;
    this.title = title;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  boolean isQuestion() {
    return script == null;
  }

  boolean hasScript() {
    return script != null;
  }

  void run(Script commands) {
    script = commands;
  }

  /// A text that must be found in what the command prints.
  void mustContain(String text) {
    if (contains.size() < MOST_EXPECTED && !contains.contains(text)) {
      contains.add(text);
    }
  }

  void mustExitWith(String code) {
    exitCode = code;
  }

  /// Words for a person.
  void expect(String words) {
    expected.add(words);
  }

  /// Whether there was none yet.
  boolean troubleshoot(String where) {
    if (troubleshoot != null) {
      return false;
    }
    troubleshoot = where;
    return true;
  }

  String yaml(Literals literals) {
    var yaml = new StringBuilder();
    yaml.append("      - id: ").append(Ids.yaml(id)).append('\n');
    line(yaml, "title", literals.forPeople(title));
    var words = literals.forPeople(String.join("; ", expected));
    var commands = script;
    if (commands == null) {
      yaml.append("        ask: {challenge: ")
          .append(Yaml.quoted(literals.forPeople(title)))
          .append(", evidence: optional}\n");
      if (!words.isEmpty()) {
        line(yaml, "expect", words);
      }
    } else {
      if (!words.isEmpty()) {
        line(yaml, "why", "Expected: " + words);
      }
      yaml.append("        command: ").append(commands.yaml(literals, "          "));
      expectations(yaml, literals);
      if (commands.changesTheWorld()) {
        yaml.append("        irreversible: true\n");
      }
    }
    if (troubleshoot != null) {
      line(yaml, "troubleshoot", literals.masked(troubleshoot));
    }
    return yaml.toString().replace("command: \n", "command:\n");
  }

  private void expectations(StringBuilder yaml, Literals literals) {
    if (contains.isEmpty() && exitCode == null) {
      return;
    }
    yaml.append("        expect:\n");
    if (!contains.isEmpty()) {
      yaml.append("          stdout: {contains: [")
          .append(
              contains.stream()
                  .map(text -> Yaml.quoted(literals.forWord(text)))
                  .collect(Collectors.joining(", ")))
          .append("]}\n");
    }
    if (exitCode != null) {
      yaml.append("          exitCode: ").append(exitCode).append('\n');
    }
  }

  private static void line(StringBuilder yaml, String key, String text) {
    yaml.append("        ").append(key).append(": ").append(Yaml.quoted(text)).append('\n');
  }
}

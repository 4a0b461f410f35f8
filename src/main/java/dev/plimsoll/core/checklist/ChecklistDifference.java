package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Checklist.Source;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What changed from one text of a checklist to another, by the ids of its steps. Either text may
/// be of another version of the language: only YAML is asked of it.
///
/// @param changes removed steps first, then the others in the order of the later text
public record ChecklistDifference(List<Change> changes) {
  public ChecklistDifference {
    changes = List.copyOf(changes);
  }

  /// One of them.
  public sealed interface Change {
    /// The step's id, or empty where the checklist or a section is meant.
    String step();

    /// One line for a person.
    String words();

    /// Whether the gate asks for less than before: a step went, is no killer any more, became
    /// optional, or may now be waived or deferred.
    default boolean loosens() {
      return false;
    }
  }

  /// @param required whether it blocked the gate
  public record Removed(String step, String title, boolean required) implements Change {
    @Override
    public String words() {
      return "removed: " + step + " (" + title + ")" + (required ? "" : ", which was optional");
    }

    @Override
    public boolean loosens() {
      return true;
    }
  }

  public record Added(String step, String title, String section) implements Change {
    @Override
    public String words() {
      return "added: " + step + " (" + title + ") in " + section;
    }
  }

  /// @param from section, or what it stood behind
  public record Moved(String step, String from, String to) implements Change {
    @Override
    public String words() {
      return "moved: " + step + " from " + from + " to " + to;
    }
  }

  /// @param key dotted, as in `command.timeout`; for a section `section ID: title`
  /// @param before as YAML on one line, or null where the key is new
  /// @param after or null where the key is gone
  public record Changed(String step, String key, @Nullable String before, @Nullable String after)
      implements Change {
    @Override
    public String words() {
      return "changed: "
          + (step.isEmpty() ? "" : step + ", ")
          + key
          + ": "
          + (before == null ? "(not there)" : before)
          + " \u2192 "
          + (after == null ? "(not there)" : after);
    }

    @Override
    public boolean loosens() {
      return switch (key) {
        case "killer" -> "true".equals(before);
        case "optional" -> "true".equals(after);
        case "waivable" -> "false".equals(before);
        default -> before == null && key.startsWith("deferrable");
      };
    }
  }

  /// @throws Problem where one of the texts is no YAML mapping
  public static ChecklistDifference of(Source before, Source after) {
    return new DifferenceReading(tree(before), tree(after)).difference();
  }

  private static Node.Fields tree(Source source) {
    var findings = new Findings();
    if (SourceFile.yaml(source, findings) instanceof Node.Fields fields) {
      return fields;
    }
    throw Problem.of(
        "Not compared",
        source.file()
            + " is no checklist"
            + (findings.list().isEmpty() ? "." : ": " + findings.list().getFirst().message()),
        "Name a checklist file, or correct it.");
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /// Ids of steps that are gone, in their earlier order.
  public List<String> removed() {
    return steps(Removed.class);
  }

  /// `2 steps added, 1 removed, 1 moved, 3 changed`; empty where nothing changed.
  public String summary() {
    var parts = new ArrayList<String>();
    count(parts, steps(Removed.class).size(), "removed");
    count(parts, steps(Added.class).size(), "added");
    count(parts, steps(Moved.class).size(), "moved");
    count(
        parts, (int) steps(Changed.class).stream().filter(id -> !id.isEmpty()).count(), "changed");
    if (changes.stream().anyMatch(change -> change.step().isEmpty())) {
      parts.add(parts.isEmpty() ? "what stands around the steps changed" : "and around them");
    }
    return String.join(", ", parts);
  }

  private static void count(List<String> parts, int count, String what) {
    if (count > 0) {
      var noun = parts.isEmpty() ? (count == 1 ? " step " : " steps ") : " ";
      parts.add(count + noun + what);
    }
  }

  private List<String> steps(Class<? extends Change> kind) {
    return changes.stream()
        .flatMap(change -> kind.isInstance(change) ? Stream.of(change.step()) : Stream.empty())
        .distinct()
        .toList();
  }
}

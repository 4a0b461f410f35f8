package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import java.util.List;
import java.util.Optional;

/// A YAML value that knows where it stands.
public sealed interface Node {
  Position at();

  /// What this is, for a sentence: `a text`, `a list`, `a mapping`.
  String kind();

  /// A single value. `text` is the value's text as YAML 1.2's core schema resolves it, `type` what
  /// that schema says it is.
  record Scalar(String text, Type type, Position at) implements Node {
    public enum Type {
      TEXT,
      WHOLE_NUMBER,
      DECIMAL,
      BOOLEAN,
      NULL
    }

    @Override
    public String kind() {
      return switch (type) {
        case TEXT -> "a text";
        case WHOLE_NUMBER, DECIMAL -> "a number";
        case BOOLEAN -> "true or false";
        case NULL -> "nothing";
      };
    }
  }

  record Items(List<Node> items, Position at) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  record Fields(List<Field> fields, Position at) implements Node {
    public Fields {
      fields = List.copyOf(fields);
    }

    public Optional<Field> field(String name) {
      return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /// One `name: value` of a mapping; `at` is the place of the name.
  record Field(String name, Position at, Node value) {}
}

package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// TOML as nodes that know their place.
final class TomlNodes {
  private final String file;
  private final List<String> lines;

  private TomlNodes(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /// @throws Problem where it is malformed
  static Node read(String file, String text) {
    try {
      var parsed = Toml.parse(text);
      if (parsed.hasErrors()) {
        throw Problem.of(
            RowReader.INTENT,
            file
                + ", line "
                + parsed.errors().getFirst().position().line()
                + " is not well-formed TOML.",
            "Correct the file.");
      }
      return new TomlNodes(file, text).table(parsed, Position.of(file));
    } catch (StackOverflowError nested) {
      throw Problem.of(
          RowReader.INTENT, file + " is nested too deeply.", "Correct the file.", nested);
    }
  }

  private Node table(TomlTable table, Position at) {
    var fields = new ArrayList<Node.Field>();
    for (var name : table.keySet()) {
      var place = at(table.inputPositionOf(List.of(name)));
      var value = table.get(List.of(name));
      if (value != null) {
        fields.add(new Node.Field(name, place, node(value, place)));
      }
    }
    return new Node.Fields(fields, at);
  }

  private Node node(Object value, Position at) {
    return switch (value) {
      case TomlTable table -> table(table, at);
      case TomlArray array -> {
        var items = new ArrayList<Node>();
        for (var i = 0; i < array.size(); i++) {
          items.add(node(array.get(i), item(array.get(i), array.inputPositionOf(i))));
        }
        yield new Node.Items(items, at);
      }
      default -> new Node.Scalar(value.toString(), Node.Scalar.Type.TEXT, at);
    };
  }

  /// The parser places an item where the blanks before it begin.
  private Position item(Object value, TomlPosition place) {
    for (var line = place.line(); line <= lines.size(); line++) {
      var text = lines.get(line - 1);
      if (value instanceof String word && text.contains(word)) {
        return Position.of(file, line);
      }
    }
    return at(place);
  }

  private Position at(@Nullable TomlPosition place) {
    return place == null ? Position.of(file) : Position.of(file, place.line());
  }
}

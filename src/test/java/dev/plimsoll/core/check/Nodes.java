package dev.plimsoll.core.check;

import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes nodes as the reader of checklists would: each on a line of its own, counted from 1.
public final class Nodes {
  private int line;

  private Nodes() {}

  /// @param value a map, a list, a text, a number, a boolean or null
  public static Node of(@Nullable Object value) {
    return new Nodes().make(value);
  }

  /// A map in the order of its entries.
  public static Map<String, Object> map(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  private Node make(@Nullable Object value) {
    var at = new Position("checklist.yaml", ++line, 1);
    return switch (value) {
      case null -> new Node.Scalar("", Node.Scalar.Type.NULL, at);
      case Map<?, ?> map -> {
        var fields = new ArrayList<Node.Field>();
        map.forEach((name, held) ->
            fields.add(
                new Node.Field(
                    (String) name, new Position("checklist.yaml", line + 1, 1), make(held))));
        yield new Node.Fields(fields, at);
      }
      case List<?> list -> new Node.Items(list.stream().map(this::make).toList(), at);
      case Boolean flag -> new Node.Scalar(flag.toString(), Node.Scalar.Type.BOOLEAN, at);
      case Integer number -> new Node.Scalar(number.toString(), Node.Scalar.Type.WHOLE_NUMBER, at);
      default -> new Node.Scalar(value.toString(), Node.Scalar.Type.TEXT, at);
    };
  }
}

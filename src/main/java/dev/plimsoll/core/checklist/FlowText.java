package dev.plimsoll.core.checklist;

import java.util.stream.Collectors;

/// A YAML value on one line, for showing it.
final class FlowText {
  private FlowText() {}

  static String of(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar(scalar);
      case Node.Items items ->
          items.items().stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
      case Node.Fields fields ->
          fields.fields().stream()
              .map(field -> field.name() + ": " + of(field.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /// Plain where it reads as the same text, else in quotes.
  private static String scalar(Node.Scalar scalar) {
    var text = scalar.text();
    if (scalar.type() != Node.Scalar.Type.TEXT) {
      return text.isEmpty() ? "null" : text;
    }
    var plain =
        text.matches("[\\p{L}\\p{N}./_<>+%~-][\\p{L}\\p{N} ./_<>+%~=()-]*")
            && text.equals(text.strip())
            && YamlTree.type(text) == Node.Scalar.Type.TEXT;
    return plain ? text : Yaml.quoted(text.replace("\n", "\u23CE")).replace("\u23CE", "\\n");
  }
}

package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.checklist.Yaml;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads JSON (RFC 8259) into nodes with their lines, strictly, at most 60 levels deep; and writes
/// nodes on one line, as YAML that is JSON too. Not thread-safe.
final class StrictJson {
  private static final int DEEPEST = 60;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /// Not JSON.
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int line;

    private Malformed(String message, int line) {
      super(message, null, false, false);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  private final String text;
  private int at;
  private int line = 1;

  private StrictJson(String text) {
    this.text = text;
  }

  /// @throws Malformed where it is no JSON
  static Node read(String text) {
    var reader = new StrictJson(text.startsWith("\uFEFF") ? text.substring(1) : text);
    var node = reader.value(0);
    reader.blanks();
    if (reader.at < reader.text.length()) {
      throw reader.malformed("Something follows the value.");
    }
    return node;
  }

  private Malformed malformed(String message) {
    return new Malformed(message, line);
  }

  private Position place() {
    return new Position("", line, 1);
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == '\n') {
        line++;
      }
      at++;
    }
  }

  private char next() {
    blanks();
    if (at >= text.length()) {
      throw malformed("It ends too early.");
    }
    return text.charAt(at);
  }

  private boolean takes(char sign) {
    if (next() == sign) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char sign) {
    if (!takes(sign)) {
      throw malformed("A " + sign + " is missing.");
    }
  }

  private Node value(int depth) {
    if (depth > DEEPEST) {
      throw malformed("It is nested deeper than " + DEEPEST + " levels.");
    }
    var first = next();
    var place = place();
    return switch (first) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> new Node.Scalar(string(), Node.Scalar.Type.TEXT, place);
      default -> word(place);
    };
  }

  private Node members(int depth) {
    var place = place();
    at++;
    var fields = new ArrayList<Node.Field>();
    if (takes('}')) {
      return new Node.Fields(fields, place);
    }
    do {
      next();
      var nameAt = place();
      var name = string();
      expect(':');
      fields.add(new Node.Field(name, nameAt, value(depth + 1)));
    } while (takes(','));
    expect('}');
    return new Node.Fields(fields, place);
  }

  private Node elements(int depth) {
    var place = place();
    at++;
    var items = new ArrayList<Node>();
    if (takes(']')) {
      return new Node.Items(items, place);
    }
    do {
      items.add(value(depth + 1));
    } while (takes(','));
    expect(']');
    return new Node.Items(items, place);
  }

  private Node word(Position place) {
    var from = at;
    while (at < text.length() && " \t\r\n,]}:[{\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = text.substring(from, at);
    var type =
        switch (word) {
          case "true", "false" -> Node.Scalar.Type.BOOLEAN;
          case "null" -> Node.Scalar.Type.NULL;
          default -> {
            if (!NUMBER.matcher(word).matches()) {
              throw malformed("'" + word + "' is no value of JSON.");
            }
            yield word.matches("-?[0-9]+")
                ? Node.Scalar.Type.WHOLE_NUMBER
                : Node.Scalar.Type.DECIMAL;
          }
        };
    return new Node.Scalar(word, type, place);
  }

  private String string() {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw malformed("A text in double quotes is missing.");
    }
    at++;
    var string = new StringBuilder();
    while (at < text.length()) {
      var c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      }
      if (c < ' ') {
        throw malformed("A line ends inside a text.");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    throw malformed("A text does not end.");
  }

  private char escaped() {
    if (at >= text.length()) {
      throw malformed("A text does not end.");
    }
    var c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        var end = Math.min(at + 4, text.length());
        var digits = text.substring(at, end);
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
          throw malformed("\\u" + digits + " is no character.");
        }
        at = end;
        yield (char) Integer.parseInt(digits, 16);
      }
      default -> throw malformed("\\" + c + " is no escape of JSON.");
    };
  }

  /// On one line.
  ///
  /// @param texts what becomes of every text and every name
  static String flow(Node node, UnaryOperator<String> texts) {
    return switch (node) {
      case Node.Scalar scalar ->
          scalar.type() == Node.Scalar.Type.TEXT
              ? Yaml.quoted(texts.apply(scalar.text()))
              : scalar.text();
      case Node.Items items ->
          items.items().stream()
              .map(item -> flow(item, texts))
              .collect(Collectors.joining(", ", "[", "]"));
      case Node.Fields fields ->
          fields.fields().stream()
              .map(field ->
                  Yaml.quoted(texts.apply(field.name())) + ": " + flow(field.value(), texts))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /// Whether no mapping in it has a name twice.
  static boolean hasPlainNames(Node node) {
    return switch (node) {
      case Node.Scalar _ -> true;
      case Node.Items items -> items.items().stream().allMatch(StrictJson::hasPlainNames);
      case Node.Fields fields -> {
        List<String> names = fields.fields().stream().map(Node.Field::name).toList();
        yield names.size() == names.stream().distinct().count()
            && fields.fields().stream().allMatch(field -> hasPlainNames(field.value()));
      }
    };
  }
}

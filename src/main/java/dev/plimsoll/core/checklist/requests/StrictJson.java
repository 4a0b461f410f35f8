package dev.plimsoll.core.checklist.requests;

import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.checklist.Yaml;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON (RFC 8259) into nodes with their lines, at most 60 levels deep; and writes nodes on
/// one line, as YAML that is JSON too.
final class StrictJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(60).build())
          .build();

  private StrictJson() {}

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

  /// @throws Malformed where it is no JSON
  static Node read(String text) {
    var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bare)) {
      if (parser.nextToken() == null) {
        throw new Malformed("It is empty.", 1);
      }
      var node = value(parser);
      if (parser.nextToken() != null) {
        throw new Malformed("Something follows the value.", place(parser).line());
      }
      return node;
    } catch (JacksonException malformed) {
      var at = malformed.getLocation();
      var said = malformed.getOriginalMessage().lines().findFirst().orElse("It is no JSON");
      var words = said.split(" \\(start marker", 2)[0].strip();
      throw new Malformed(
          words.endsWith(".") ? words : words + ".", at == null ? 1 : Math.max(1, at.getLineNr()));
    }
  }

  private static Position place(JsonParser parser) {
    return new Position("", Math.max(1, parser.currentTokenLocation().getLineNr()), 1);
  }

  /// The value whose first token was read. No deeper than the parser allows.
  private static Node value(JsonParser parser) {
    var place = place(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var fields = new ArrayList<Node.Field>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          var name = parser.currentName();
          var nameAt = place(parser);
          parser.nextToken();
          fields.add(new Node.Field(name, nameAt, value(parser)));
        }
        yield new Node.Fields(fields, place);
      }
      case START_ARRAY -> {
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield new Node.Items(items, place);
      }
      case VALUE_STRING -> scalar(parser, Node.Scalar.Type.TEXT);
      case VALUE_NUMBER_INT -> scalar(parser, Node.Scalar.Type.WHOLE_NUMBER);
      case VALUE_NUMBER_FLOAT -> scalar(parser, Node.Scalar.Type.DECIMAL);
      case VALUE_TRUE, VALUE_FALSE -> scalar(parser, Node.Scalar.Type.BOOLEAN);
      default -> scalar(parser, Node.Scalar.Type.NULL);
    };
  }

  private static Node scalar(JsonParser parser, Node.Scalar.Type type) {
    return new Node.Scalar(parser.getString(), type, place(parser));
  }

  /// What becomes of a text.
  interface Texts {
    /// @param key what it is the value of; empty where it has no name
    String of(String key, String text);
  }

  /// On one line.
  ///
  /// @param texts what becomes of every text and every name
  static String flow(Node node, Texts texts) {
    return flow("", node, texts);
  }

  private static String flow(String key, Node node, Texts texts) {
    return switch (node) {
      case Node.Scalar scalar ->
          scalar.type() == Node.Scalar.Type.TEXT
              ? Yaml.quoted(texts.of(key, scalar.text()))
              : scalar.text();
      case Node.Items items ->
          items.items().stream()
              .map(item -> flow(key, item, texts))
              .collect(Collectors.joining(", ", "[", "]"));
      case Node.Fields fields ->
          fields.fields().stream()
              .map(field ->
                  Yaml.quoted(texts.of("", field.name()))
                      + ": "
                      + flow(field.name(), field.value(), texts))
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

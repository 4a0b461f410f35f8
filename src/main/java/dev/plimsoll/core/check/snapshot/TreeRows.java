package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.checklist.YamlReader;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.release.MemberPath;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows out of TOML, JSON or YAML: the members of a table, or the items of a list.
record TreeRows(Source.Tree source, Spelling spelling) {
  List<SnapshotRow> rows(String shown, String text) {
    return switch (at(top(shown, text), shown)) {
      case Node.Fields fields ->
          fields.fields().stream()
              .map(field -> row(field.name(), field.value(), field.at()))
              .toList();
      case Node.Items items -> items.items().stream().map(this::item).toList();
      case Node.Scalar scalar -> List.of(SnapshotRow.named(scalar.text(), scalar.at()));
    };
  }

  /// JSON is YAML, with places.
  private static Node top(String shown, String text) {
    if (shown.toLowerCase(Locale.ROOT).endsWith(".toml")) {
      return TomlNodes.read(shown, text);
    }
    var findings = new Findings();
    var node = YamlReader.read(shown, text.getBytes(StandardCharsets.UTF_8), findings);
    if (node == null || findings.hasErrors()) {
      var first = findings.list().getFirst();
      throw Problem.of(
          RowReader.INTENT,
          (first.at() == null ? shown : first.at()) + " cannot be read. " + first.message(),
          "Correct the file.");
    }
    return node;
  }

  private Node at(Node top, String shown) {
    var node = top;
    for (var member : members()) {
      var next =
          switch (node) {
            case Node.Fields fields -> fields.field(member).map(Node.Field::value).orElse(null);
            case Node.Items items -> item(items, member);
            case Node.Scalar _ -> null;
          };
      if (next == null) {
        throw Problem.of(
            RowReader.INTENT,
            shown + " has no " + source.path() + ".",
            "Correct the path after '#', or add the values.");
      }
      node = next;
    }
    return node;
  }

  /// None where the whole file is meant.
  private List<String> members() {
    return source.path().isEmpty() ? List.of() : MemberPath.members(source.path());
  }

  private static @Nullable Node item(Node.Items items, String member) {
    var isIndex = member.matches("[0-9]{1,6}");
    return isIndex && Integer.parseInt(member) < items.items().size()
        ? items.items().get(Integer.parseInt(member))
        : null;
  }

  private SnapshotRow item(Node item) {
    if (item instanceof Node.Fields fields) {
      var name =
          Stream.ofNullable(source.name())
              .findFirst()
              .or(() ->
                  Stream.of("name", "id").filter(key -> fields.field(key).isPresent()).findFirst())
              .flatMap(fields::field)
              .map(field -> words(field.value()))
              .orElseThrow(() ->
                  Problem.of(
                      RowReader.INTENT,
                      item.at() + " has no name.",
                      "Say which member names an item: name: KEY."));
      return row(name, item, item.at());
    }
    return row(words(item), item, item.at());
  }

  private SnapshotRow row(String name, Node value, Position at) {
    var columns = new LinkedHashMap<String, String>();
    if (value instanceof Node.Fields fields) {
      fields.fields().forEach(field -> columns.put(field.name(), words(field.value())));
      return new SnapshotRow(name, belonging(fields), columns, at);
    }
    var isOwnName = value instanceof Node.Scalar scalar && scalar.text().equals(name);
    if (!isOwnName) {
      columns.put("value", words(value));
    }
    return new SnapshotRow(name, isOwnName ? List.of() : parts(value), columns, at);
  }

  private List<String> belonging(Node.Fields fields) {
    return source.members() == null
        ? fields.fields().stream().map(Node.Field::name).toList()
        : fields.field(source.members()).map(field -> parts(field.value())).orElse(List.of());
  }

  private List<String> parts(Node value) {
    return switch (value) {
      case Node.Scalar scalar -> spelling.parts(scalar.text());
      case Node.Items items -> items.items().stream().map(TreeRows::words).toList();
      case Node.Fields fields -> fields.fields().stream().map(Node.Field::name).toList();
    };
  }

  private static String words(Node value) {
    return switch (value) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Items items ->
          String.join(", ", items.items().stream().map(TreeRows::words).toList());
      case Node.Fields fields ->
          String.join(
              ", ",
              fields.fields().stream()
                  .map(field -> field.name() + ": " + words(field.value()))
                  .toList());
    };
  }
}

package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Builds nodes from the events of a YAML parser, with bounds. One per document; not thread-safe.
final class YamlTree {
  private static final int DEEPEST = 40;
  private static final int MOST_ALIASED = 10_000;
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  private final String file;
  private final Findings findings;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Built> anchors = new HashMap<>();
  private final List<String> unfinishedAnchors = new ArrayList<>();
  private @Nullable Node root;
  private int documents;
  private int aliased;

  YamlTree(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /// Thrown after a finding that makes going on useless.
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stop() {
      super(null, null, false, false);
    }
  }

  /// @param size how many nodes it stands for
  /// @param height how many levels it has
  private record Built(Node node, int size, int height) {}

  /// A list or mapping under construction.
  private static final class Open {
    final Position at;
    final boolean mapping;
    final @Nullable String anchor;
    final List<Node> items = new ArrayList<>();
    final List<Node.Field> fields = new ArrayList<>();
    final Map<String, Position> names = new HashMap<>();
    Node.@Nullable Scalar name;
    boolean skipsValue;
    int size = 1;
    int height;

    Open(Position at, boolean mapping, @Nullable String anchor) {
      this.at = at;
      this.mapping = mapping;
      this.anchor = anchor;
    }
  }

  void accept(Event event) {
    switch (event) {
      case DocumentStartEvent start -> {
        if (++documents > 1) {
          throw stop(
              at(start),
              "A second document starts here.",
              "Keep one document per file; remove the '---'.");
        }
      }
      case AliasEvent alias -> add(resolved(alias), at(alias));
      case ScalarEvent scalar -> {
        refuseTag(scalar, scalar.getTag());
        var built = new Built(scalar(scalar), 1, 1);
        scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), built));
        add(built, at(scalar));
      }
      case SequenceStartEvent start -> {
        refuseTag(start, start.getTag());
        push(start, false);
      }
      case MappingStartEvent start -> {
        refuseTag(start, start.getTag());
        push(start, true);
      }
      case SequenceEndEvent _, MappingEndEvent _ -> close();
      default -> {
        // stream and document ends
      }
    }
  }

  /// The document.
  @Nullable Node root() {
    if (root == null) {
      findings.error(Position.of(file), "The file is empty.", "Write it, or remove it.");
    }
    return root;
  }

  private void push(NodeEvent event, boolean mapping) {
    var at = at(event);
    if (open.size() >= DEEPEST) {
      throw stop(
          at, "The file is nested deeper than " + DEEPEST + " levels here.", "Make it flatter.");
    }
    var parent = open.peek();
    if (parent != null && parent.mapping && parent.name == null) {
      throw stop(at, "A key must be a text, not a list or a mapping.", "Write it as key: value.");
    }
    var anchor = event.getAnchor().map(Anchor::getValue).orElse(null);
    if (anchor != null) {
      unfinishedAnchors.add(anchor);
    }
    open.push(new Open(at, mapping, anchor));
  }

  private void close() {
    var done = open.pop();
    var node =
        done.mapping ? new Node.Fields(done.fields, done.at) : new Node.Items(done.items, done.at);
    var built = new Built(node, done.size, done.height + 1);
    if (done.anchor != null) {
      unfinishedAnchors.remove(done.anchor);
      anchors.put(done.anchor, built);
    }
    add(built, done.at);
  }

  private void add(Built built, Position at) {
    var parent = open.peek();
    if (parent == null) {
      root = built.node();
      return;
    }
    parent.size += built.size();
    parent.height = Math.max(parent.height, built.height());
    if (!parent.mapping) {
      parent.items.add(built.node());
    } else if (parent.name == null) {
      name(parent, built.node(), at);
    } else {
      if (!parent.skipsValue) {
        parent.fields.add(new Node.Field(parent.name.text(), parent.name.at(), built.node()));
      }
      parent.name = null;
      parent.skipsValue = false;
    }
  }

  private void name(Open parent, Node node, Position at) {
    if (!(node instanceof Node.Scalar scalar)) {
      throw stop(at, "A key must be a text, not " + node.kind() + ".", "Write it as key: value.");
    }
    parent.name = new Node.Scalar(scalar.text(), scalar.type(), at);
    var first = parent.names.putIfAbsent(scalar.text(), at);
    if (first != null) {
      parent.skipsValue = true;
      findings.error(
          at,
          "The key '"
              + scalar.text()
              + "' stands here twice; first at line "
              + first.line()
              + ", column "
              + first.column()
              + ".",
          "Remove one of them.");
    }
  }

  private Built resolved(AliasEvent alias) {
    var name = alias.getAlias().getValue();
    var built = anchors.get(name);
    if (unfinishedAnchors.contains(name)) {
      throw stop(
          at(alias),
          "The alias *" + name + " stands inside what it refers to.",
          "Write the value out.");
    }
    if (built == null) {
      throw stop(at(alias), "The alias *" + name + " refers to no anchor.", anchorHint(name));
    }
    aliased += built.size();
    if (aliased > MOST_ALIASED) {
      throw stop(
          at(alias),
          "The aliases of this file stand for more than " + MOST_ALIASED + " values.",
          "Write the values out.");
    }
    if (open.size() + built.height() > DEEPEST) {
      throw stop(
          at(alias),
          "The file is nested deeper than " + DEEPEST + " levels here.",
          "Make it flatter.");
    }
    return built;
  }

  private String anchorHint(String name) {
    return anchors.isEmpty()
        ? "Write the value out, or put a text that starts with * in quotes."
        : Nearest.hint(name, anchors.keySet());
  }

  private void refuseTag(Event event, Optional<String> tag) {
    if (tag.isPresent()) {
      throw stop(
          at(event),
          "Tags such as " + tag.get() + " are not allowed.",
          "Remove the tag, or put the text in quotes.");
    }
  }

  private Node.Scalar scalar(ScalarEvent event) {
    var type = event.isPlain() ? type(event.getValue()) : Node.Scalar.Type.TEXT;
    return new Node.Scalar(event.getValue(), type, at(event));
  }

  /// The core schema of YAML 1.2.2, section 10.3.2.
  static Node.Scalar.Type type(String plain) {
    return switch (plain) {
      case "", "~", "null", "Null", "NULL" -> Node.Scalar.Type.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Node.Scalar.Type.BOOLEAN;
      default -> {
        if (WHOLE.matcher(plain).matches()) {
          yield Node.Scalar.Type.WHOLE_NUMBER;
        }
        yield DECIMAL.matcher(plain).matches() ? Node.Scalar.Type.DECIMAL : Node.Scalar.Type.TEXT;
      }
    };
  }

  private Position at(Event event) {
    return position(file, event.getStartMark());
  }

  static Position position(String file, Optional<Mark> mark) {
    return mark.map(place -> new Position(file, place.getLine() + 1, place.getColumn() + 1))
        .orElse(Position.of(file));
  }

  private Stop stop(Position at, String message, String next) {
    findings.error(at, message, next);
    return new Stop();
  }
}

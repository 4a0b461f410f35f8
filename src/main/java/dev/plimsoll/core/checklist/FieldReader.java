package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a mapping field by field and remembers what was asked for, so that [#done] can name every
/// key that nobody knows, with the nearest right word. A missing or wrong value is a finding and
/// reads as the neutral value.
public final class FieldReader {
  private final Node.Fields node;
  private final Findings findings;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> silent = new LinkedHashSet<>();

  public FieldReader(Node.Fields node, Findings findings) {
    this.node = node;
    this.findings = findings;
  }

  /// A reader over `node`, or null and a finding where it is not a mapping.
  public static @Nullable FieldReader of(Node node, String what, Findings findings) {
    if (node instanceof Node.Fields fields) {
      return new FieldReader(fields, findings);
    }
    findings.error(
        node.at(),
        what + " must be a mapping, not " + node.kind() + ".",
        "Write it as key: value.");
    return null;
  }

  public Position at() {
    return node.at();
  }

  /// Every key that stands here, in order.
  public List<String> names() {
    return node.fields().stream().map(Node.Field::name).toList();
  }

  /// Keys that the caller deals with itself: [#done] neither complains about them nor offers them.
  public void passOver(Collection<String> keys) {
    silent.addAll(keys);
  }

  /// The raw value, or null where the key is absent.
  public @Nullable Node node(String key) {
    asked.add(key);
    return node.field(key).map(Node.Field::value).orElse(null);
  }

  public boolean has(String key) {
    return node(key) != null;
  }

  /// Where `key` stands, or where the mapping stands if it is absent.
  public Position at(String key) {
    return node.field(key).map(Node.Field::at).orElse(node.at());
  }

  /// Where the value of `key` stands, or where the mapping stands if it is absent.
  public Position valueAt(String key) {
    return node.field(key).map(field -> field.value().at()).orElse(node.at());
  }

  /// A scalar as text (numbers and booleans in their source spelling), or null where absent or
  /// wrong.
  public @Nullable String text(String key) {
    var value = node(key);
    return switch (value) {
      case null -> null;
      case Node.Scalar scalar when scalar.type() != Node.Scalar.Type.NULL -> scalar.text();
      default -> {
        wrong(key, value, "a text");
        yield null;
      }
    };
  }

  /// As [#text(String)], with a finding where the key is absent; reads as an empty text then.
  public String requiredText(String key) {
    if (node(key) == null) {
      findings.error(node.at(), "The key '" + key + "' is missing here.", "Add " + key + ": ...");
      return "";
    }
    var text = text(key);
    if (text != null && text.isBlank()) {
      findings.error(at(key), "'" + key + "' is empty.", "Give it a value.");
    }
    return text == null ? "" : text;
  }

  public boolean flag(String key, boolean byDefault) {
    var value = node(key);
    if (value == null) {
      return byDefault;
    }
    if (value instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.BOOLEAN) {
      return Boolean.parseBoolean(scalar.text());
    }
    wrong(key, value, "true or false");
    return byDefault;
  }

  /// A whole number from `min` to `max`, or null where absent or wrong.
  public @Nullable Integer wholeNumber(String key, int min, int max) {
    var value = node(key);
    if (value == null) {
      return null;
    }
    if (value instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.WHOLE_NUMBER) {
      try {
        var number = Integer.parseInt(scalar.text());
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException tooLarge) {
        // told below, with the bounds
      }
    }
    wrong(key, value, "a whole number from " + min + " to " + max);
    return null;
  }

  /// `90s`, `15m`, `2h`, `7d`, or null where absent or wrong.
  public @Nullable Duration duration(String key) {
    var value = node(key);
    if (value == null) {
      return null;
    }
    if (value instanceof Node.Scalar scalar) {
      var parsed = Durations.parse(scalar.text());
      if (parsed != null) {
        return parsed;
      }
    }
    wrong(key, value, "a duration such as 90s, 15m, 2h or 7d");
    return null;
  }

  /// One text, or a list of texts; empty where absent or wrong.
  public List<String> texts(String key) {
    var value = node(key);
    return switch (value) {
      case null -> List.of();
      case Node.Scalar scalar when scalar.type() != Node.Scalar.Type.NULL -> List.of(scalar.text());
      case Node.Items items -> textsOf(key, items);
      default -> {
        wrong(key, value, "a text or a list of texts");
        yield List.of();
      }
    };
  }

  private List<String> textsOf(String key, Node.Items items) {
    var texts = new ArrayList<String>();
    for (var item : items.items()) {
      if (item instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
        texts.add(scalar.text());
      } else {
        wrong(key, item, "a list of texts");
      }
    }
    return texts;
  }

  /// The items of a list, or one item standing alone; empty where absent.
  public List<Node> items(String key) {
    var value = node(key);
    return switch (value) {
      case null -> List.of();
      case Node.Items items -> items.items();
      default -> List.of(value);
    };
  }

  /// A nested mapping, or null where absent or wrong.
  public @Nullable FieldReader fields(String key) {
    var value = node(key);
    return value == null ? null : of(value, "'" + key + "'", findings);
  }

  /// A nested mapping of names to scalars, in order; empty where absent or wrong.
  public Map<String, String> textMap(String key) {
    var value = node(key);
    var map = new LinkedHashMap<String, String>();
    if (value instanceof Node.Fields fields) {
      for (var field : fields.fields()) {
        if (field.value() instanceof Node.Scalar scalar) {
          map.put(field.name(), scalar.text());
        } else {
          wrong(field.name(), field.value(), "a text");
        }
      }
    } else if (value != null) {
      wrong(key, value, "a mapping");
    }
    return map;
  }

  /// One of the given words, or null where absent or wrong.
  public <T> @Nullable T word(String key, Map<String, T> words) {
    var value = node(key);
    if (value == null) {
      return null;
    }
    if (value instanceof Node.Scalar scalar && words.containsKey(scalar.text())) {
      return words.get(scalar.text());
    }
    var given = value instanceof Node.Scalar scalar ? scalar.text() : value.kind();
    // a map without an order of its own would offer its words in another order every time
    var right = words instanceof SequencedMap ? words.keySet() : new TreeSet<>(words.keySet());
    findings.error(
        value.at(), "'" + key + "' cannot be " + given + ".", Nearest.hint(given, right));
    return null;
  }

  /// Says every key that was never asked for, with the nearest right word. Call it last.
  public void done() {
    for (var field : node.fields()) {
      if (!asked.contains(field.name()) && !silent.contains(field.name())) {
        findings.error(
            field.at(), "Unknown key '" + field.name() + "'.", Nearest.hint(field.name(), asked));
      }
    }
  }

  /// Adds a finding: `key` holds something else than `wanted`.
  public void wrong(String key, Node value, String wanted) {
    var given = value instanceof Node.Scalar scalar ? "'" + scalar.text() + "'" : value.kind();
    findings.error(
        value.at(),
        "'" + key + "' must be " + wanted + ", not " + given + ".",
        "Correct the value.");
  }
}

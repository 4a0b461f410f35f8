package dev.plimsoll.core.check.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A JSON value that knows the line (from 1) it begins on.
public sealed interface JsonValue {
  int line();

  /// What this is, for a sentence.
  default String kind() {
    return switch (this) {
      case Members _ -> "an object";
      case Elements _ -> "an array";
      case Text _ -> "a text";
      case Number _ -> "a number";
      case Truth _ -> "true or false";
      case Nothing _ -> "null";
    };
  }

  /// Of a member that is there twice the last one counts.
  record Members(SequencedMap<String, JsonValue> members, int line) implements JsonValue {
    public Members {
      members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }
  }

  record Elements(List<JsonValue> elements, int line) implements JsonValue {
    public Elements {
      elements = Collections.unmodifiableList(new ArrayList<>(elements));
    }
  }

  record Text(String text, int line) implements JsonValue {}

  record Number(BigDecimal number, int line) implements JsonValue {
    public boolean isInteger() {
      return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }
  }

  record Truth(boolean truth, int line) implements JsonValue {}

  record Nothing(int line) implements JsonValue {}
}

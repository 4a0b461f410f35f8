package dev.plimsoll.core.check.jsonpath;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The function extensions of RFC 9535, with their types.
enum Function {
  LENGTH,
  COUNT,
  MATCH,
  SEARCH,
  VALUE;

  enum Type {
    VALUE,
    LOGICAL,
    NODES
  }

  Type gives() {
    return this == MATCH || this == SEARCH ? Type.LOGICAL : Type.VALUE;
  }

  List<Type> takes() {
    return switch (this) {
      case LENGTH -> List.of(Type.VALUE);
      case COUNT, VALUE -> List.of(Type.NODES);
      case MATCH, SEARCH -> List.of(Type.VALUE, Type.VALUE);
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable Function byWord(String word) {
    for (var function : values()) {
      if (function.word().equals(word)) {
        return function;
      }
    }
    return null;
  }
}

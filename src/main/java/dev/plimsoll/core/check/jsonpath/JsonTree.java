package dev.plimsoll.core.check.jsonpath;

import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;

/// How the values of a JSON library are looked at. Only the method that fits the kind of a value is
/// called. Stateless, thread-safe.
///
/// @param <N> the library's type of a value
public interface JsonTree<N> {
  /// What a JSON value is.
  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
  }

  Kind kind(N value);

  /// Of an object, in its order.
  SequencedMap<String, N> members(N value);

  /// Of an array.
  List<N> elements(N value);

  /// Of a string.
  String text(N value);

  /// Of a number, exactly.
  BigDecimal number(N value);

  /// Of true and false.
  boolean truth(N value);
}

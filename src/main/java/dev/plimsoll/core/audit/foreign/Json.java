package dev.plimsoll.core.audit.foreign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON value as it is spelled: members in their order, numbers with their own digits.
sealed interface Json {
  /// @param members in the order of the source, each name once
  record Members(List<Member> members) implements Json {
    /// The member of that name, or null.
    @Nullable Member find(String name) {
      for (var member : members) {
        if (member.name().equals(name)) {
          return member;
        }
      }
      return null;
    }
  }

  /// @param start of the value in the source, in characters
  /// @param end behind the value
  record Member(String name, Json value, int start, int end) {}

  record Items(List<Json> items) implements Json {}

  /// @param text UTF-16; may hold half a surrogate pair
  record Text(String text) implements Json {}

  /// @param spelling as in the source; `NaN`, `Infinity` and `-Infinity` too
  record Figure(String spelling) implements Json {
    /// Whether JSON has it.
    boolean isFinite() {
      return !spelling.endsWith("N") && !spelling.endsWith("y");
    }
  }

  /// `true`, `false`, `null`.
  record Word(String word) implements Json {
    boolean isNull() {
      return word.equals("null");
    }
  }
}

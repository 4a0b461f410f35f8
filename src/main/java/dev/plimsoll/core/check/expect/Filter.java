package dev.plimsoll.core.check.expect;

/// What stands between a query and its predicate, and makes something else of what the query gave.
public sealed interface Filter {
  /// As it would be written.
  String words();

  /// Takes a group out of the first place in a text that matches.
  ///
  /// @param group from 0; 1 is the whole match where the expression has no group
  record Regex(String pattern, int group) implements Filter {
    @Override
    public String words() {
      return (group == 1 ? "regex" : "regexGroup(" + group + ")") + " \"" + pattern + "\"";
    }
  }

  /// A node list out of JSON, by a query after RFC 9535.
  record Path(String query) implements Filter {
    @Override
    public String words() {
      return "jsonpath \"" + query + "\"";
    }
  }

  record Count() implements Filter {
    @Override
    public String words() {
      return "count";
    }
  }

  /// @param index from 0
  record Nth(int index) implements Filter {
    @Override
    public String words() {
      return index == 0 ? "first" : "nth(" + index + ")";
    }
  }

  record ToInt() implements Filter {
    @Override
    public String words() {
      return "toInt";
    }
  }

  record ToText() implements Filter {
    @Override
    public String words() {
      return "toString";
    }
  }
}

package dev.plimsoll.core.check.expect;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The queries that a verb knows. A key of two words is a query of two words; `NAME` as the second
/// stands for any word (`header NAME`), `p(N)` for any percentile.
record QueryWords(Map<String, QueryKind> kinds) {
  private static final String ANY_NAME = " NAME";
  private static final Pattern PERCENTILE =
      Pattern.compile("\\bp\\((\\d{1,2}(\\.\\d{1,3})?|100)\\)$");

  /// What the query gives, or null where it is not known.
  @Nullable QueryKind kind(String query) {
    var exact = kinds.get(PERCENTILE.matcher(query).replaceAll("p(N)"));
    if (exact != null) {
      return exact;
    }
    var blank = query.indexOf(' ');
    return blank < 0 ? null : kinds.get(query.substring(0, blank) + ANY_NAME);
  }

  boolean knows(String query) {
    return kinds.containsKey(query);
  }

  List<String> words() {
    return List.copyOf(kinds.keySet());
  }
}

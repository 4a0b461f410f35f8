package dev.plimsoll.core.checklist;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The nearest right word for a mistyped one, by optimal string alignment distance (insert, delete,
/// replace, swap).
public final class Nearest {
  private Nearest() {}

  /// A sentence: `Did you mean 'timeout'?`, or the list of right words where none is near.
  public static String hint(String given, Collection<String> right) {
    return nearest(given, right)
        .map(word -> "Did you mean '" + word + "'?")
        .orElseGet(() -> "Use one of: " + String.join(", ", right) + ".");
  }

  /// The closest of `right`, when at most a third of its letters (at least one) differ.
  public static Optional<String> nearest(String given, Collection<String> right) {
    String best = null;
    var bestDistance = Integer.MAX_VALUE;
    for (var word : right) {
      var distance = distance(given.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = word;
        bestDistance = distance;
      }
    }
    return best != null && bestDistance <= Math.max(1, best.length() / 3)
        ? Optional.of(best)
        : Optional.empty();
  }

  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      rows[i][0] = i;
    }
    for (var j = 0; j <= b.length(); j++) {
      rows[0][j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      for (var j = 1; j <= b.length(); j++) {
        var replace = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        rows[i][j] = Math.min(replace, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}

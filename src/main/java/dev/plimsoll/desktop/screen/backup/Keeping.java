package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.BackupSet.Keep;
import dev.plimsoll.core.model.Plural;
import java.util.ArrayList;
import java.util.List;

/// A set's rules of retention in words.
final class Keeping {
  private Keeping() {}

  /// `the last 5, 7 days, 4 weekly; never fewer than 3`
  static String words(Keep keep) {
    if (keep.isEverything()) {
      return "everything";
    }
    var rules = new ArrayList<String>();
    if (keep.last() != null) {
      rules.add("the last " + keep.last());
    }
    if (keep.days() != null) {
      rules.add(Plural.of(keep.days(), "day"));
    }
    add(rules, keep.daily(), "daily");
    add(rules, keep.weekly(), "weekly");
    add(rules, keep.monthly(), "monthly");
    return String.join(", ", rules)
        + (keep.atLeast() > 1 ? "; never fewer than " + keep.atLeast() : "");
  }

  private static void add(
      List<String> rules, @org.jspecify.annotations.Nullable Integer many, String word) {
    if (many != null) {
      rules.add(many + " " + word);
    }
  }
}

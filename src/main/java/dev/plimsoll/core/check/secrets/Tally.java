package dev.plimsoll.core.check.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What was found, and what was not looked at. Thread-safe.
final class Tally {
  private static final int MOST_KEPT = 10_000;

  /// Why something was not looked at.
  enum Skip {
    BINARY("binary"),
    LARGE("larger than 5 MiB"),
    GONE("no longer there"),
    LEFT_OUT("left out by the checklist"),
    UNREADABLE("not readable");

    private final String words;

    Skip(String words) {
      this.words = words;
    }
  }

  private final List<Found> found = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final Map<Skip, Integer> skipped = new TreeMap<>();
  private long overflow;
  private int read;
  private int undecided;

  synchronized void add(List<Found> more) {
    read++;
    for (var one : more) {
      if (found.size() < MOST_KEPT) {
        found.add(one);
      } else {
        overflow++;
      }
    }
  }

  synchronized void skip(Skip why) {
    skipped.merge(why, 1, Integer::sum);
  }

  /// @param what a whole sentence
  synchronized void unreadable(String what) {
    skipped.merge(Skip.UNREADABLE, 1, Integer::sum);
    unreadable.add(what);
  }

  synchronized void undecided(int places) {
    undecided += places;
  }

  synchronized List<Found> found() {
    return found.stream().sorted(Found.BY_PLACE).toList();
  }

  synchronized List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  synchronized long overflow() {
    return overflow;
  }

  synchronized int read() {
    return read;
  }

  /// Places where no expression could decide.
  synchronized int undecided() {
    return undecided;
  }

  /// `1,204 files; not looked at: 31 binary, 2 larger than 5 MiB`.
  synchronized String words() {
    var words = new StringBuilder(String.format(Locale.ROOT, "%,d files", read));
    if (!skipped.isEmpty()) {
      words.append("; not looked at: ");
      words.append(
          String.join(
              ", ",
              skipped.entrySet().stream()
                  .map(skip ->
                      String.format(Locale.ROOT, "%,d %s", skip.getValue(), skip.getKey().words))
                  .toList()));
    }
    return words.toString();
  }
}

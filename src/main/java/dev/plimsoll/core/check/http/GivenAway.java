package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The secret values that answers of one attempt gave away, each told to the run as it comes, and
/// what masks all of them. Thread-safe.
final class GivenAway {
  /// More different ones cannot all be looked for in everything that is kept.
  static final int MOST = 1_000;

  private final StepContext context;
  private final Map<String, Set<String>> byName = new TreeMap<>();
  private Redactor redactor;
  private int count;
  private boolean tooMany;

  GivenAway(StepContext context) {
    this.context = context;
    this.redactor = new Redactor(context.workplace().secrets(), Set.of());
  }

  /// Masks everything that was given away so far, and the secrets of the project.
  synchronized Redactor redactor() {
    return redactor;
  }

  /// As [#redactor()], and masks these values from here on.
  ///
  /// @param hidden values by name
  synchronized Redactor with(Map<String, String> hidden) {
    var fresh = new HashMap<String, String>();
    hidden.forEach((name, value) -> {
      if (!byName.getOrDefault(name, Set.of()).contains(value)) {
        fresh.put(name, value);
      }
    });
    if (fresh.isEmpty()) {
      return redactor;
    }
    if (count >= MOST) {
      tooMany = true;
      return new Redactor(masking(fresh), Set.of());
    }
    fresh.forEach((name, value) -> {
      byName.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(value);
      count++;
    });
    context.release().record(new StepContext.Effect.GivenAway(fresh));
    redactor = new Redactor(masking(Map.of()), Set.of());
    return redactor;
  }

  /// Whether there were more of them than can be masked everywhere.
  synchronized boolean isTooMany() {
    return tooMany;
  }

  private Map<String, String> masking(Map<String, String> more) {
    var all = new HashMap<>(context.workplace().secrets());
    byName.forEach((name, values) -> {
      var number = 1;
      for (var value : values) {
        all.put(numbered(name, number++), value);
      }
    });
    more.forEach((name, value) -> all.put(numbered(name, MOST + 1), value));
    return all;
  }

  /// Of several values of one name all but the first have a number. The points keep it apart from
  /// the secrets of the project.
  private static String numbered(String name, int number) {
    return number == 1 ? "captured." + name : "captured." + name + "." + number;
  }
}

package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.release.ValueInFile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// `rotated`: a secret was renewed not longer ago than this, by a day that somebody recorded.
///
/// @param reference `file#path` of the day, or null where it stands in `dateKey`
/// @param dateKey a key of the same file
record Rotated(String key, @Nullable String reference, @Nullable String dateKey, Duration atMost)
    implements EnvRule {
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  @Override
  public String words() {
    return key + " rotated at most " + atMost.toDays() + " days ago";
  }

  @Override
  public Clause check(EnvFacts facts) {
    var recorded = reference == null ? null : recorded(facts, reference);
    var text =
        reference == null ? facts.value(keyOfDay()) : recorded == null ? null : recorded.text();
    var where = reference == null ? keyOfDay() : reference;
    var at = recorded == null ? place(facts) : recorded.at();
    if (text == null || text.isBlank()) {
      return Clause.broken(
          "rotation of " + key + " not recorded",
          Finding.error(
              "No day is recorded for " + key + " under " + where + ".",
              at,
              "Rotate it, and write the day down there."));
    }
    var day = RecordedDate.parse(text.strip());
    if (day == null) {
      return Clause.unclear(
          "rotation of " + key + " not readable",
          Finding.error(
              "What is recorded for " + key + " under " + where + " is no date.",
              at,
              "Write it as YYYY-MM-DD."));
    }
    var age = Duration.between(day, facts.place().now());
    if (age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
      return Clause.unclear(
          key + " rotated in the future",
          Finding.error("The rotation of " + key + " lies in the future.", at, "Correct the day."));
    }
    var days = Math.max(0, age.toDays());
    return age.compareTo(atMost) <= 0
        ? Clause.held(key + " rotated " + days + " days ago")
        : Clause.broken(
            key + " rotated " + days + " days ago",
            Finding.error(
                key + " was rotated " + days + " days ago, more than " + atMost.toDays() + ".",
                at,
                "Rotate it, and write the day down there."));
  }

  private Position place(EnvFacts facts) {
    return reference == null ? facts.env().at(keyOfDay()) : Position.of(reference.split("#", 2)[0]);
  }

  private String keyOfDay() {
    return dateKey == null ? "" : dateKey;
  }

  private static @Nullable ValueInFile recorded(EnvFacts facts, String reference) {
    return RecordedDate.read(facts.place().root(), facts.place().resolve().apply(reference));
  }
}

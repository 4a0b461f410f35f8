package dev.plimsoll.core.check.history;

import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verb `history`.
///
/// @param checklist id of the checklist that was walked, or null where a record is asked for
/// @param records words of a record's outcome, any where empty
/// @param version a pattern of versions, variables unresolved, or null for any
/// @param passedOnly whether a run counts only where it passed
/// @param notOlderThan null for any age
public record Earlier(
    @Nullable String checklist,
    List<String> records,
    @Nullable String version,
    boolean passedOnly,
    @Nullable Duration notOlderThan)
    implements Verb {
  public Earlier {
    records = List.copyOf(records);
  }

  @Override
  public String word() {
    return "history";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var what =
        checklist == null
            ? "a record" + (records.isEmpty() ? "" : " " + String.join(" or ", records))
            : "a run of " + checklist + (passedOnly ? " that passed" : "");
    return what
        + (version == null ? "" : " for " + version)
        + (notOlderThan == null ? "" : ", not older than " + words(notOlderThan));
  }

  @Override
  public List<String> describe() {
    return List.of("looks in the project's history for " + expected());
  }

  static String words(Duration duration) {
    return duration.toDays() >= 2 ? duration.toDays() + " days" : duration.toHours() + " h";
  }
}

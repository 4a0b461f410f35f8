package dev.plimsoll.core.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far a run has come.
///
/// @param section the section of the current step, from 1
/// @param done steps that pass, are excused or do not apply
/// @param elapsed time since the run was opened, pauses left out
/// @param planned the sum of the steps' estimates or the sections' budgets, or null where the
///   checklist gives none
public record Progress(
    int section,
    int sections,
    int done,
    int total,
    Exceptions exceptions,
    Duration elapsed,
    @Nullable Duration planned) {

  public record Exceptions(int failed, int waived, int deferred) {}

  /// `Section 2 of 5 · 7 of 9 · 1 deferred`
  public String words() {
    var words = new ArrayList<String>();
    words.add(String.format(Locale.ROOT, "Section %d of %d", section, sections));
    words.add(String.format(Locale.ROOT, "%d of %d done", done, total));
    if (exceptions.failed() > 0) {
      words.add(exceptions.failed() + " failed");
    }
    if (exceptions.waived() > 0) {
      words.add(exceptions.waived() + " waived");
    }
    if (exceptions.deferred() > 0) {
      words.add(exceptions.deferred() + " deferred");
    }
    return String.join(" · ", words);
  }
}

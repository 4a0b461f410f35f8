package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.RunRow;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the list, whatever it stands for.
///
/// @param n grows with time; names the line when more is asked for
/// @param release product and version
/// @param what the checklist, the record's digest, or what a search found
/// @param who the person behind it, or empty
/// @param word how it ended or where it stands
/// @param leads where it leads
public record HistoryLine(
    long n, Instant when, String release, String what, String who, Word word, Leads leads) {

  public record Word(String text, Tone tone) {}

  /// @param place the page that opens, or null where there is none
  /// @param run the run whose steps are shown beside the list, or null
  public record Leads(@Nullable Place place, @Nullable RunRow run) {
    static final Leads NOWHERE = new Leads(null, null);
  }
}

package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.backup.restore.PlannedFile.Now;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Plural;
import java.util.ArrayList;
import java.util.List;

/// What a restore or an undo would change, as it is shown before it is confirmed. Immutable; pure.
///
/// @param around what runs before and after
public record RestoreOffer(RestorePlan plan, BackupSet.Around around) {
  /// Whether there is nothing to be done.
  boolean changesNothing() {
    return plan.count(Now.DIFFERS) + plan.count(Now.MISSING) + plan.count(Now.HANDED) == 0
        && plan.gone().isEmpty();
  }

  /// Files that are written, come back or go.
  long changed() {
    return plan.count(Now.DIFFERS) + plan.count(Now.MISSING) + plan.gone().size();
  }

  /// What a person types to show that the loss was read; empty where nothing is lost.
  String toBeTyped() {
    return switch (plan.ask()) {
      case RestorePlan.Ask.Nothing _ -> "";
      case RestorePlan.Ask.Count(long lost) -> Long.toString(lost);
      case RestorePlan.Ask.Word(String word) -> word;
    };
  }

  /// What `typed` says to the plan; thousands may be parted by commas.
  Consent consent(String typed, boolean acceptsStranger) {
    var asked = toBeTyped();
    var said = typed.strip().replace(",", "");
    return new Consent(said.equalsIgnoreCase(asked) ? asked : said, acceptsStranger);
  }

  /// Whether it may be gone on with.
  boolean isConfirmedBy(String typed, boolean acceptsStranger) {
    return !changesNothing()
        && plan.obstacles().isEmpty()
        && (plan.stranger() == null || acceptsStranger)
        && consent(typed, acceptsStranger).typed().equals(toBeTyped());
  }

  /// `2 files are written over, 1 file comes back, 9 files are the same.`
  String sentence() {
    if (changesNothing()) {
      return "Nothing would change: every file is as it is there already.";
    }
    var parts = new ArrayList<String>();
    add(parts, plan.count(Now.DIFFERS), " is written over", " are written over");
    add(parts, plan.count(Now.MISSING), " comes back", " come back");
    add(parts, plan.gone().size(), " goes away", " go away");
    add(parts, plan.count(Now.HANDED), " goes to the commands after", " go to the commands after");
    add(parts, plan.count(Now.SAME), " is the same", " are the same");
    add(
        parts,
        plan.stays().size(),
        " that is not in it stays as it is",
        " that are not in it stay as they are");
    return String.join(", ", parts) + ".";
  }

  private static void add(List<String> parts, long count, String one, String many) {
    if (count > 0) {
      parts.add(Plural.of(count, "file") + (count == 1 ? one : many));
    }
  }
}

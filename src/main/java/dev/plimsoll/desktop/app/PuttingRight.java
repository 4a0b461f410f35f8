package dev.plimsoll.desktop.app;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.desktop.screen.backup.Ended;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts right what a crash left in the middle of a restore. Short; it has no progress to tell.
final class PuttingRight implements Work<Ended> {
  private final Supplier<Optional<Acted>> recovering;

  /// @param recovering empty where nothing is to be done
  PuttingRight(Supplier<Optional<Acted>> recovering) {
    this.recovering = recovering;
  }

  @Override
  public Ended run() {
    return recovering.get().map(PuttingRight::ended).orElseGet(PuttingRight::nothing);
  }

  /// Whichever way it went, one whole state is there again.
  private static Ended ended(Acted acted) {
    return new Ended(
        Ended.Level.GOOD,
        acted.act().ending() == BackupAct.Ending.DONE
            ? "The restore was finished"
            : "The restore was taken back",
        acted.sentence(),
        acted.act().id(),
        List.of());
  }

  private static Ended nothing() {
    return new Ended(
        Ended.Level.NOTHING,
        "Nothing to put right",
        "No restore lies interrupted here, or somebody is at it this moment.",
        null,
        List.of());
  }

  @Override
  public Progress progress() {
    return Progress.NONE;
  }
}

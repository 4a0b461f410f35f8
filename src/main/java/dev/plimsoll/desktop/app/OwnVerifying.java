package dev.plimsoll.desktop.app;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.report.OwnPlace;
import dev.plimsoll.desktop.screen.audit.Conclusion;
import dev.plimsoll.desktop.screen.audit.Verifying;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Verifies a log of our own where it is stored.
final class OwnVerifying implements Verifying {
  private final Supplier<LogStore> log;
  private final Supplier<Known> known;
  private volatile @Nullable ChainVerification running;

  /// @param log opened on the thread that verifies
  OwnVerifying(Supplier<LogStore> log, Supplier<Known> known) {
    this.log = log;
    this.known = known;
  }

  @Override
  public Progress progress() {
    var now = running;
    if (now == null) {
      return new Progress(0, 0, -1);
    }
    var progress = now.progress();
    return new Progress(progress.entries(), progress.entries(), progress.expected());
  }

  @Override
  public Conclusion run() {
    var store = log.get();
    var verification = new ChainVerification(ChainLines.of(store), known.get());
    running = verification;
    return Conclusion.of(verification.run(), OwnPlace.in(store));
  }
}

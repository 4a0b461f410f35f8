package dev.plimsoll.desktop.app;

import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.desktop.screen.audit.Conclusion;
import dev.plimsoll.desktop.screen.audit.Verifying;

/// Verifies a chain of another program.
final class ForeignVerifying implements Verifying {
  private final ForeignVerification verification;

  ForeignVerifying(ForeignVerification verification) {
    this.verification = verification;
  }

  @Override
  public Progress progress() {
    var now = verification.progress();
    return new Progress(now.entries(), now.bytes(), now.totalBytes());
  }

  @Override
  public Conclusion run() {
    return Conclusion.of(verification.run());
  }
}

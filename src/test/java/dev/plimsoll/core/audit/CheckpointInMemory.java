package dev.plimsoll.core.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers as long as the test lasts.
public final class CheckpointInMemory implements CheckpointMemory {
  private @Nullable SignedHead last;

  @Override
  public synchronized Optional<SignedHead> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public synchronized void remember(SignedHead signed) {
    last = signed;
  }
}

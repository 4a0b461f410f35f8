package dev.plimsoll.core.check.http.delta;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.check.chain.ChainLength;
import org.jspecify.annotations.Nullable;

/// An audit chain of the project: verified each time, the later look held against the earlier.
public record ChainSubject(ChainLength chain) implements Subject {
  @Override
  public Look look(@Nullable Anchor since) throws InterruptedException {
    if (since == null && chain.isEmpty()) {
      return new Look.Counted(0, null);
    }
    return switch (chain.look(since)) {
      case ForeignVerdict.Whole whole ->
          new Look.Counted(
              whole.entries(), new Anchor(whole.entries(), whole.head(), "the look before"));
      case ForeignVerdict.Broken broken ->
          new Look.Broken("The chain " + chain.file() + " is not whole: " + broken.sentence());
      case ForeignVerdict.CouldNotTell open -> new Look.Unread(open.sentence());
    };
  }
}

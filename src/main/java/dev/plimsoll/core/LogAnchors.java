package dev.plimsoll.core;

import dev.plimsoll.core.audit.AnchorLadder;
import dev.plimsoll.core.audit.ChainVerdict;
import java.util.List;

/// What holds a log from outside.
///
/// @param ladder by ranges of entries
/// @param disagreeing checkpoints of this log that were found elsewhere and do not agree with it:
///   each is bad news
public record LogAnchors(AnchorLadder ladder, List<ChainVerdict.Remark> disagreeing) {
  public LogAnchors {
    disagreeing = List.copyOf(disagreeing);
  }
}

package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.audit.foreign.ChainMutation;
import java.util.List;
import java.util.stream.Collectors;

/// Damage to a copy that the verification must find.
///
/// @param kinds one copy each, at least one
public record Alarm(List<ChainMutation> kinds) {
  public Alarm {
    kinds = List.copyOf(kinds);
  }

  /// `flip, cut`
  String words() {
    return kinds.stream().map(ChainMutation::word).collect(Collectors.joining(", "));
  }
}

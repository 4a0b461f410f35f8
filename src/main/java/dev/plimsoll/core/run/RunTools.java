package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.check.Verbs;
import java.time.Clock;
import java.util.Map;

/// What runs work with.
///
/// @param locks which process owns which run
/// @param environment of this process, secrets included
public record RunTools(
    Ledger ledger,
    EvidenceStore evidence,
    Verbs verbs,
    Clock clock,
    Map<String, String> environment,
    RunLocks locks) {
  public RunTools {
    environment = Map.copyOf(environment);
  }
}

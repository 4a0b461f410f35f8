package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.LogKeeper.Tool;
import java.time.Instant;

/// Who had a verification made.
///
/// @param who a person or an account, as it calls itself; a report is not signed
/// @param when by the clock of the machine
/// @param tool the program that verified
public record Maker(String who, Instant when, Tool tool) {}

/// The gate: a pure decision over outcomes, waivers, approvals and the clock.
///
/// No-go unless proven: a step that nobody looked at blocks exactly like one that failed. Nothing
/// here reads the world.
@NullMarked
package dev.plimsoll.core.gate;

import org.jspecify.annotations.NullMarked;

/// Runs programs for checks: without a shell, with their output shown live and kept within bounds,
/// for a limited time, and leaving no process behind that nobody asked for.
@NullMarked
package dev.plimsoll.core.check.process;

import org.jspecify.annotations.NullMarked;

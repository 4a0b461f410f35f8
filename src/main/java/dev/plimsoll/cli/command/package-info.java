/// The commands, one class each, over the core's front door. Options are read by picocli; what a
/// command concludes leaves as an exit code (docs/exit-codes.md).
@NullMarked
package dev.plimsoll.cli.command;

import org.jspecify.annotations.NullMarked;

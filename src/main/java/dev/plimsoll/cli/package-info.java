/// The command line: picocli commands over the same core as the desktop. A composition root: it
/// hands the real clock, streams and environment to the core.
@NullMarked
package dev.plimsoll.cli;

import org.jspecify.annotations.NullMarked;

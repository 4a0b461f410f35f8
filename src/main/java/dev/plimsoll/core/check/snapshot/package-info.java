/// The verb `snapshot`: a set of rows out of a table, a data file, lines or a program's output is
/// what it was at the last release, or what another place says.
@NullMarked
package dev.plimsoll.core.check.snapshot;

import org.jspecify.annotations.NullMarked;

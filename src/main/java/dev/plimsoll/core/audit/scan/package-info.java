/// Reads a file of lines in pieces side by side, and proves of a line of JSON that it is spelled as
/// a writer spells it. Knows no chain.
@NullMarked
package dev.plimsoll.core.audit.scan;

import org.jspecify.annotations.NullMarked;

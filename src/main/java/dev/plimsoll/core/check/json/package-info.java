/// JSON as checks read it: bounded, and every value knows its line.
@NullMarked
package dev.plimsoll.core.check.json;

import org.jspecify.annotations.NullMarked;

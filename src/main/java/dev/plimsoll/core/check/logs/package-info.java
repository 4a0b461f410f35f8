/// The verb `logs`: lines of JSON, and what must stand in each.
@NullMarked
package dev.plimsoll.core.check.logs;

import org.jspecify.annotations.NullMarked;

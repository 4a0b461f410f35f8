/// The verb `history`: something was walked or released before.
@NullMarked
package dev.plimsoll.core.check.history;

import org.jspecify.annotations.NullMarked;

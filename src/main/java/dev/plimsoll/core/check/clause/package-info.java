/// Judgements made of several clauses, of which each holds, is broken, or cannot be told.
@NullMarked
package dev.plimsoll.core.check.clause;

import org.jspecify.annotations.NullMarked;

/// Asking again until a condition holds or its time is over.
@NullMarked
package dev.plimsoll.core.check.patience;

import org.jspecify.annotations.NullMarked;

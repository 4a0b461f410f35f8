/// Values that stand in examples until somebody puts a real one in their place.
@NullMarked
package dev.plimsoll.core.check.placeholder;

import org.jspecify.annotations.NullMarked;

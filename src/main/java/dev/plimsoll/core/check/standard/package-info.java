/// Which verbs this version knows.
@NullMarked
package dev.plimsoll.core.check.standard;

import org.jspecify.annotations.NullMarked;

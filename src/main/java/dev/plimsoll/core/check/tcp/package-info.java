/// The verb `tcp`: whether a port answers, and what.
@NullMarked
package dev.plimsoll.core.check.tcp;

import org.jspecify.annotations.NullMarked;

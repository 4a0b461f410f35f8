/// Looking for things in text that nobody vouches for: regular expressions that give up instead of
/// running for ever.
@NullMarked
package dev.plimsoll.core.check.text;

import org.jspecify.annotations.NullMarked;

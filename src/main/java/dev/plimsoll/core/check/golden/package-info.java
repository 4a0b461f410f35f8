/// The verb `golden`: computed numbers against a reference from elsewhere.
@NullMarked
package dev.plimsoll.core.check.golden;

import org.jspecify.annotations.NullMarked;

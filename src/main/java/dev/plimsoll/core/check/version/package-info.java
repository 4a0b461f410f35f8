/// The verb `version`: the version under release is valid, new, of the right distance, and the same
/// everywhere.
@NullMarked
package dev.plimsoll.core.check.version;

import org.jspecify.annotations.NullMarked;

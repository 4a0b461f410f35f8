/// The verb `git`: the state of the repository against the rules of a release.
@NullMarked
package dev.plimsoll.core.check.git;

import org.jspecify.annotations.NullMarked;

/// The verb `drift`: what checklists mention and the repository no longer has.
@NullMarked
package dev.plimsoll.core.check.drift;

import org.jspecify.annotations.NullMarked;

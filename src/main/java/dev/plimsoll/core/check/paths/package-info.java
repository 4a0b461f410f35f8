/// Paths of a checklist: relative to the repository, with `/` on every system, and never leading
/// out of it.
@NullMarked
package dev.plimsoll.core.check.paths;

import org.jspecify.annotations.NullMarked;

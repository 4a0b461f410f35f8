/// Regular expressions of a checklist, in which variables may stand.
@NullMarked
package dev.plimsoll.core.check.pattern;

import org.jspecify.annotations.NullMarked;

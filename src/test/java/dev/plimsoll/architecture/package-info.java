/// The rules of the house, as tests: which part may use which, which library may be used where, and
/// habits that a reader may rely on.
@NullMarked
package dev.plimsoll.architecture;

import org.jspecify.annotations.NullMarked;

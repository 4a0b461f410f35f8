/// The verb `chain`: an audit log is whole, and goes on where it was left.
@NullMarked
package dev.plimsoll.core.check.chain;

import org.jspecify.annotations.NullMarked;

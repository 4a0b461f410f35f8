/// Walks what commands do, for the archive of classes from which they start.
@NullMarked
package dev.plimsoll.cli.training;

import org.jspecify.annotations.NullMarked;

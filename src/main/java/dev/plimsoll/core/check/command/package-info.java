/// The verb `command`: runs a program and judges its exit code and what it printed.
@NullMarked
package dev.plimsoll.core.check.command;

import org.jspecify.annotations.NullMarked;

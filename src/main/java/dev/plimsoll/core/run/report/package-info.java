/// The outcome of a run in the forms that other tools read: JUnit XML and TAP.
@NullMarked
package dev.plimsoll.core.run.report;

import org.jspecify.annotations.NullMarked;

/// The report of a verification, to be handed on: what was examined, what was found first, and what
/// to do next, as plain text and as a PDF. Says what a verification said and judges nothing.
@NullMarked
package dev.plimsoll.core.audit.report;

import org.jspecify.annotations.NullMarked;

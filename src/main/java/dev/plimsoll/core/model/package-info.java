/// The vocabulary of Plimsoll: values that every other package speaks in.
///
/// Records, enums and sealed interfaces only. No input or output, no JSON, nothing beyond
/// `java.base` (and JSpecify's annotations). Everything here is immutable and safe to share between
/// threads.
@NullMarked
package dev.plimsoll.core.model;

import org.jspecify.annotations.NullMarked;

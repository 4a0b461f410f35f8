/// The verb `secrets`: credentials in tracked files and in what goes out.
///
/// First keywords, in one pass over the bytes; where one stands, the rule's expression over the
/// line (or the block) around it; then entropy, then what people accepted. What is found leaves
/// this package as a rule, a place and a fingerprint, never as text, and is sent nowhere.
@NullMarked
package dev.plimsoll.core.check.secrets;

import org.jspecify.annotations.NullMarked;

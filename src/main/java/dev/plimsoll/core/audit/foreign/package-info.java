/// Other people's audit chains: JSON Lines, verified by recipe (docs/formats/foreign-chains.md).
///
/// The parts, from the outside: [ForeignVerification] walks a file, [Recognition] finds the recipe
/// by trial, [HashWork] shows what is hashed. A verification finds and never fixes; what it cannot
/// judge is never called tampered.
@NullMarked
package dev.plimsoll.core.audit.foreign;

import org.jspecify.annotations.NullMarked;

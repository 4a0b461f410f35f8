/// The verbs: one small package per subject, facts first, judgement second.
///
/// A [VerbDefinition] reads its part of a checklist and carries it out within a [StepContext].
/// Nothing here knows of runs, histories or records.
@NullMarked
package dev.plimsoll.core.check;

import org.jspecify.annotations.NullMarked;

/// Other people's audit chains: JSON Lines, verified by recipe (docs/formats/foreign-chains.md).
///
/// From the outside: [ForeignVerification] walks a file, [Recognition] finds the recipe by trial,
/// [HashWork] shows what is hashed. A verification finds and never fixes; what it cannot judge is
/// never called tampered.
///
/// Inside, a verification is two judgements that know nothing of each other:
///
/// 1. [LineExaminer#examine(byte[])] judges one line by itself: is it JSON, does its content give
///    the hash that stands in it, what does it name as the one before. Where the recipe's previous
///    hash stands in the line ([dev.plimsoll.core.model.Recipe#standsAlone()]), it needs nothing
///    but the line, so lines may be examined in any order and side by side, one examiner for each
///    thread.
/// 2. [ChainStitch#accept(Line, LineExam)] takes the exams in the order of the file: does each name
///    the hash of the one before ([LineExam#prev()] against the last [LineExam#hash()]), count on,
///    agree with the anchors.
///
/// A faster path judges a stretch of lines side by side and hands it over as one with
/// [ChainStitch#passed], provided that every line is as plain as that method says, that
/// [ChainStitch#follows] says yes to the stretch's first line and [ChainStitch#isAnchoredWithin] no
/// to its length. Anything else (a defect, a warning, a blank line, an anchor within, another
/// style) goes through [ChainStitch#accept] line by line: read the stretch again with a
/// [LineSource] that starts at its offset and line. So both paths say the same, word for word, and
/// only this package ever makes a verdict.
@NullMarked
package dev.plimsoll.core.audit.foreign;

import org.jspecify.annotations.NullMarked;

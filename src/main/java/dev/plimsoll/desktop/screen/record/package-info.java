/// The page of a release record: what it proves, what it cannot prove, exceptions first, and how to
/// verify it without this program.
///
/// [RecordViewModel] has a record read and verified against a trust file that the person chose;
/// verdicts are those of [dev.plimsoll.core.record.RecordVerification] and are shown as they are.
@NullMarked
package dev.plimsoll.desktop.screen.record;

import org.jspecify.annotations.NullMarked;

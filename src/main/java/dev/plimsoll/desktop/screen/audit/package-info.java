/// The place where logs are verified: one answer to "is this log whole, and how do you know?".
///
/// [AuditViewModel] holds the walk from a chosen log to its verdict: recipe, anchor, verification,
/// way on. It judges nothing: recognition and verdicts are those of the core, reached through
/// [Logs]. [RecipeDraft] is a recipe in the making, held against the first entries of a log.
@NullMarked
package dev.plimsoll.desktop.screen.audit;

import org.jspecify.annotations.NullMarked;

/// Project and checklist files: reading, lint, expressions.
///
/// YAML becomes a tree of positioned [Node]s; each verb reads its own part of it through a
/// [VerbReader] that the caller registers, so that this package knows no verb but `ask` and
/// `sign-off`. Every complaint is a [dev.plimsoll.core.model.Finding] with file, line and column;
/// reading never stops at the first one.
@NullMarked
package dev.plimsoll.core.checklist;

import org.jspecify.annotations.NullMarked;

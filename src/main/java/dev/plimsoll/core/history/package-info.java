/// The history: one SQLite database per person, which keeps the audit logs of all projects and,
/// beside them, tables to look things up in.
///
/// The logs are the truth; everything else in the file is made from them and can be made again
/// (docs/formats/history.md). Nothing outside this package speaks SQL.
@NullMarked
package dev.plimsoll.core.history;

import org.jspecify.annotations.NullMarked;

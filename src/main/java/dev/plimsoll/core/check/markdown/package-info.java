/// Markdown as CommonMark with the tables and task lists of GitHub: headings and their anchors,
/// tables, text, each with its line.
@NullMarked
package dev.plimsoll.core.check.markdown;

import org.jspecify.annotations.NullMarked;

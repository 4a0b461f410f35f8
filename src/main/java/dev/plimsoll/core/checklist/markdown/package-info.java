/// Makes a checklist of a runbook in Markdown, and accounts for every line of it.
@NullMarked
package dev.plimsoll.core.checklist.markdown;

import org.jspecify.annotations.NullMarked;

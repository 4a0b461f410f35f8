/// The verb `checkboxes`: an acceptance list in Markdown is ticked, by whom, and with what
/// evidence; tables are filled in.
@NullMarked
package dev.plimsoll.core.check.checkboxes;

import org.jspecify.annotations.NullMarked;

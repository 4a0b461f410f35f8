/// The history page: every release, run and record that was ever recorded here, and a search over
/// all of it. Reads only.
@NullMarked
package dev.plimsoll.desktop.screen.history;

import org.jspecify.annotations.NullMarked;

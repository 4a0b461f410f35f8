/// One release: its checklists, the gate over them, the people who sign, and the seal.
@NullMarked
package dev.plimsoll.desktop.screen.release;

import org.jspecify.annotations.NullMarked;

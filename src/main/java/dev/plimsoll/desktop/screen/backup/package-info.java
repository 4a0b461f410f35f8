/// The page of backups: sets and their restore points; take, verify, drill, restore, undo, prune.
/// Nothing irreversible is the default button, and what runs goes on behind other pages.
@NullMarked
package dev.plimsoll.desktop.screen.backup;

import org.jspecify.annotations.NullMarked;

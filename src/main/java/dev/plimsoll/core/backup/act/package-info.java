/// Everything that can be done with one backup set, told to the project's log: before it begins
/// where it changes files, and what became of it.
@NullMarked
package dev.plimsoll.core.backup.act;

import org.jspecify.annotations.NullMarked;

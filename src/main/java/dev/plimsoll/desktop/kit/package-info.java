/// What every page is built from: places and navigation, actions with their keys, style classes,
/// small controls that say one thing in colour, icon and word. Knows the vocabulary of `core.model`
/// and nothing else of the core.
@NullMarked
package dev.plimsoll.desktop.kit;

import org.jspecify.annotations.NullMarked;

/// The desktop's composition root: builds the core, the view models and the screens by hand, and
/// navigates between them. Nobody but `Main` imports it.
@NullMarked
package dev.plimsoll.desktop.app;

import org.jspecify.annotations.NullMarked;

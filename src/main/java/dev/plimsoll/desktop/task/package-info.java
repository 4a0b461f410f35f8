/// Work off the window's thread, and its way back. The only package that calls `Platform.runLater`.
@NullMarked
package dev.plimsoll.desktop.task;

import org.jspecify.annotations.NullMarked;

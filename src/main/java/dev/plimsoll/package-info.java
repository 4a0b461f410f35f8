/// The program's entrance. [Main] opens the desktop or runs a command; everything else lives in
/// `core`, `desktop` and `cli`.
@NullMarked
package dev.plimsoll;

import org.jspecify.annotations.NullMarked;

/// Reads a chain to draw it ([dev.plimsoll.core.model.ChainPicture]): ours or a foreign one, of any
/// length, in bounded memory. Reading believes what it finds; only a verification proves it.
@NullMarked
package dev.plimsoll.core.audit.picture;

import org.jspecify.annotations.NullMarked;

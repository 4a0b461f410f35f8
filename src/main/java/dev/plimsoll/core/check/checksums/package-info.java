/// The verb `checksums`: files are what a list of SHA-256 digests says they are.
@NullMarked
package dev.plimsoll.core.check.checksums;

import org.jspecify.annotations.NullMarked;

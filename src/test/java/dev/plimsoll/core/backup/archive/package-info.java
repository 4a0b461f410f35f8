@NullMarked
package dev.plimsoll.core.backup.archive;

import org.jspecify.annotations.NullMarked;

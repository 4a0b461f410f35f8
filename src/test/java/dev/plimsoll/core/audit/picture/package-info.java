@NullMarked
package dev.plimsoll.core.audit.picture;

import org.jspecify.annotations.NullMarked;

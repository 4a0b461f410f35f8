/// The verb `tag`: makes the release tag, annotated, signed, and carrying the audit checkpoint.
@NullMarked
package dev.plimsoll.core.check.tag;

import org.jspecify.annotations.NullMarked;

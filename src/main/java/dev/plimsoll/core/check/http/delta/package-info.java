/// What a request leaves behind on the other side: looked at before and after it.
@NullMarked
package dev.plimsoll.core.check.http.delta;

import org.jspecify.annotations.NullMarked;

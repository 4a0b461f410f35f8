/// The verb `http`: what a running service answers.
@NullMarked
package dev.plimsoll.core.check.http;

import org.jspecify.annotations.NullMarked;

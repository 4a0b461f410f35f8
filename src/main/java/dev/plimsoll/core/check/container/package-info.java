/// The verb `container`: what a Dockerfile and a compose file say, how the services of a compose
/// project are, and which image is here.
@NullMarked
package dev.plimsoll.core.check.container;

import org.jspecify.annotations.NullMarked;

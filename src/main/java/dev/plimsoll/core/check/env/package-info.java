/// The verb `env`: a dotenv file is complete, and nothing in it is still a placeholder. Values
/// never leave this package: findings name keys and reasons.
@NullMarked
package dev.plimsoll.core.check.env;

import org.jspecify.annotations.NullMarked;

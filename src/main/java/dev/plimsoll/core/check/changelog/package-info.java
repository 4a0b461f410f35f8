/// The verb `changelog`: a changelog in the form of Keep a Changelog tells of the version under
/// release.
@NullMarked
package dev.plimsoll.core.check.changelog;

import org.jspecify.annotations.NullMarked;

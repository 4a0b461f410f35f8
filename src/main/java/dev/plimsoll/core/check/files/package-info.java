/// The verb `files`: what lies in the repository, one small rule for each thing that can be asked.
@NullMarked
package dev.plimsoll.core.check.files;

import org.jspecify.annotations.NullMarked;

package dev.plimsoll.core.check.version;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.release.TagRule.Reading;
import dev.plimsoll.core.release.ValueInFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read.
///
/// @param last the last release that the commit builds on, or null where there is none
/// @param historyKnown whether older tags would have been seen; false in a shallow clone
/// @param values of the files that must say the same
/// @param unreadable one finding for each file that could not be read
record VersionFacts(
    Reading.@Nullable Release last,
    boolean historyKnown,
    List<ValueInFile> values,
    List<Finding> unreadable) {
  VersionFacts {
    values = List.copyOf(values);
    unreadable = List.copyOf(unreadable);
  }
}

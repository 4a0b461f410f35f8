package dev.plimsoll.core.check.version;

import dev.plimsoll.core.git.Commit;
import dev.plimsoll.core.git.CommitMessages;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.release.ChangelogFile;
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
/// @param past what was asked about the repository
record VersionFacts(
    Reading.@Nullable Release last,
    boolean historyKnown,
    List<ValueInFile> values,
    List<Finding> unreadable,
    Past past) {
  VersionFacts {
    values = List.copyOf(values);
    unreadable = List.copyOf(unreadable);
  }

  /// @param tags what the name of each tag says that looks like a release; empty where nobody asked
  /// @param place where the checked out commit stands, or null where nobody asked
  /// @param content what changed since the last release, or null where nobody asked
  record Past(List<Reading> tags, @Nullable Place place, @Nullable Content content) {
    static final Past UNASKED = new Past(List.of(), null, null);

    Past {
      tags = List.copyOf(tags);
    }
  }

  /// @param here the release whose tag stands at the checked out commit, or null
  /// @param since how many commits there are since the last release
  /// @param dirty whether something is not committed
  record Place(Reading.@Nullable Release here, int since, Commit head, boolean dirty) {}

  /// @param messages of the commits since the last release
  /// @param changelog null where there is none
  record Content(CommitMessages messages, @Nullable ChangelogFile changelog) {}
}

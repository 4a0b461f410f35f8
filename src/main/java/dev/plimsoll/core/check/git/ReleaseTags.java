package dev.plimsoll.core.check.git;

import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.release.TagRule;
import dev.plimsoll.core.release.TagRule.Reading;
import java.util.Optional;
import java.util.TreeMap;

/// Finds release tags in a repository.
public final class ReleaseTags {
  private ReleaseTags() {}

  /// @param version what its name says
  /// @param tag the tag itself
  public record Last(Reading.Release version, GitTag tag) {}

  /// The newest release that the checked out commit builds on.
  ///
  /// @param except a tag that does not count: that of the release under way
  public static Optional<Last> last(GitRepository repository, TagRule rule, String except) {
    var tags = new TreeMap<String, GitTag>();
    repository.tags().forEach(tag -> tags.put(tag.name(), tag));
    tags.remove(except);
    var newest = rule.latest(tags.keySet());
    while (newest.isPresent()) {
      var tag = tags.remove(newest.get().tag());
      if (tag != null && repository.buildsOn(tag)) {
        return Optional.of(new Last(newest.get(), tag));
      }
      newest = rule.latest(tags.keySet());
    }
    return Optional.empty();
  }
}

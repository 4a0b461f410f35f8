package dev.plimsoll.core.check.version;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.git.ReleaseTags;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.version.VersionFacts.Content;
import dev.plimsoll.core.check.version.VersionFacts.Past;
import dev.plimsoll.core.check.version.VersionFacts.Place;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.release.ChangelogFile;
import dev.plimsoll.core.release.TagRule;
import dev.plimsoll.core.release.TagRule.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what is asked about a repository's past.
record PastReader(GitRepository repository, TagRule rule, StepContext context) {
  private static final int MOST_COMMITS = 10_000;
  private static final long LARGEST = 16L << 20;

  Past read(VersionRules.History asked, ReleaseTags.@Nullable Last last) {
    var since = last == null ? null : last.tag();
    return new Past(
        asked.tags() ? tags() : List.of(),
        asked.derived() ? place(since) : null,
        asked.content() == null ? null : content(asked.content(), since));
  }

  private List<Reading> tags() {
    return repository.tags().stream()
        .map(GitTag::name)
        .filter(rule::looksLikeRelease)
        .map(rule::read)
        .toList();
  }

  /// The release's own tag comes first where several stand at one commit.
  private Place place(@Nullable GitTag since) {
    var head = repository.head();
    var own = context.subject().candidate().tag();
    var names =
        repository.tags().stream()
            .filter(tag -> tag.commit().equals(head.id()))
            .map(GitTag::name)
            .toList();
    var here =
        names.contains(own) && rule.read(own) instanceof Reading.Release release
            ? release
            : rule.latest(names).orElse(null);
    return new Place(
        here, repository.commitsSince(since, 0).count(), head, !repository.dirtyPaths(0).isClean());
  }

  private Content content(String file, @Nullable GitTag since) {
    var messages = repository.messagesSince(since, MOST_COMMITS);
    var place = new RepositoryPaths(context.subject().root()).inside(file);
    if (!Files.isRegularFile(place)) {
      return new Content(messages, null);
    }
    try {
      if (Files.size(place) > LARGEST) {
        throw Problem.of(
            "Changelog not read", file + " is larger than 16 MiB.", "Name a smaller file.");
      }
      return new Content(messages, ChangelogFile.parse(file, Files.readString(place)));
    } catch (IOException unreadable) {
      throw Problem.of(
          "Changelog not read", file + " cannot be read as UTF-8 text.", "Save it as UTF-8.");
    }
  }
}

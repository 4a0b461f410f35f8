package dev.plimsoll.core.check.git;

import dev.plimsoll.core.check.git.GitFacts.CommitFacts;
import dev.plimsoll.core.check.git.GitState.NamedCommits;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads branches, changes since the last release, and commits that are named somewhere.
record PastFacts(GitRepository repository, Path root) {
  private static final String INTENT = "Commits not read";
  private static final int MOST_COMMITS = 1000;
  private static final long LARGEST = 4L << 20;

  /// @param last finds the last release; asked only where it matters
  GitFacts.Past read(GitState.Past asked, Supplier<@Nullable GitTag> last) {
    var branches = new TreeSet<String>();
    if (!asked.present().isEmpty() || !asked.absent().isEmpty()) {
      branches.addAll(repository.branches());
      branches.addAll(repository.remoteBranches());
    }
    var since = asked.together().isEmpty() ? null : last.get();
    return new GitFacts.Past(
        branches,
        since == null ? null : since.name(),
        since == null ? Set.of() : repository.changedFilesSince(since),
        since == null ? Set.of() : unmatched(asked),
        asked.commits().stream().map(this::commits).toList());
  }

  private Set<String> unmatched(GitState.Past asked) {
    var paths = new RepositoryPaths(root);
    return asked.together().stream()
        .flatMap(rule -> rule.when().stream())
        .filter(glob -> paths.matching(glob).isEmpty())
        .collect(Collectors.toSet());
  }

  private List<CommitFacts> commits(NamedCommits named) {
    var facts = new ArrayList<CommitFacts>();
    named.ids().forEach(id -> facts.add(commit(id, null)));
    if (named.file() != null) {
      facts.addAll(named(named.file(), BoundedPattern.of(named.pattern())));
    }
    return facts;
  }

  private List<CommitFacts> named(String file, BoundedPattern pattern) {
    var facts = new ArrayList<CommitFacts>();
    var number = 0;
    for (var line : text(file).lines().toList()) {
      number++;
      switch (pattern.find(line)) {
        case BoundedPattern.Search.Found found -> {
          if (facts.size() == MOST_COMMITS) {
            throw Problem.of(
                INTENT, file + " names more than " + MOST_COMMITS + " commits.", "Split the file.");
          }
          facts.add(commit(found.group().strip(), Position.of(file, number)));
        }
        case BoundedPattern.Search.Absent _ -> {}
        case BoundedPattern.Search.GaveUp _ ->
            throw Problem.of(
                INTENT,
                "The regular expression takes too long on " + file + ", line " + number + ".",
                "Write a simpler one.");
      }
    }
    return facts;
  }

  private String text(String file) {
    var place = new RepositoryPaths(root).inside(file);
    try {
      if (!Files.isRegularFile(place)) {
        throw Problem.of(INTENT, "The file " + file + " is not there.", "Correct the path.");
      }
      if (Files.size(place) > LARGEST) {
        throw Problem.of(INTENT, file + " is larger than 4 MiB.", "Name a smaller file.");
      }
      return Files.readString(place);
    } catch (IOException unreadable) {
      throw Problem.of(
          INTENT, file + " cannot be read as UTF-8 text.", "Save it as UTF-8.", unreadable);
    }
  }

  private CommitFacts commit(String written, @Nullable Position at) {
    var there = repository.find(written.toLowerCase(Locale.ROOT)).orElse(null);
    return new CommitFacts(
        written, at, there, there == null ? null : repository.filesOf(there).orElse(null));
  }
}

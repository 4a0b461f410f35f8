package dev.plimsoll.core.check.drift;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.YamlReader;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks for what the checklists under `.plimsoll/checklists` mention and the repository no longer
/// has.
public final class DriftSearch {
  private static final String CHECKLISTS = ".plimsoll/checklists/*.{yaml,yml}";

  private DriftSearch() {}

  /// Passed where everything is there; failed with a finding for each thing that is not;
  /// inconclusive where nothing is mentioned, or a checklist cannot be read.
  ///
  /// @param root the work tree's top folder
  /// @param routes patterns of files in which routes stand, or none to leave addresses out
  /// @param ignore patterns of names that are not there on purpose
  /// @throws Problem where the repository or the files of `routes` cannot be read
  public static Outcome of(Path root, List<String> routes, List<String> ignore)
      throws InterruptedException {
    var mentions = new ArrayList<Mention>();
    var findings = new Findings();
    var paths = new RepositoryPaths(root);
    for (var file : paths.matching(CHECKLISTS)) {
      var name = paths.shown(file);
      try {
        if (Files.size(file) > YamlReader.LARGEST) {
          throw Problem.of(
              "Checklists not read", name + " is larger than 1 MiB.", "Make it smaller.");
        }
        var node = YamlReader.read(name, Files.readAllBytes(file), findings);
        if (node != null) {
          mentions.addAll(new Mentions().of(node));
        }
      } catch (IOException unreadable) {
        throw Problem.of(
            "Checklists not read", name + " cannot be read.", "See who may read it.", unreadable);
      }
    }
    if (findings.hasErrors()) {
      return new Outcome.Inconclusive("checklists with errors", findings.list());
    }
    var globs = ignore.stream().map(Glob::of).toList();
    try (var git = GitRepository.open(root)) {
      var repository = new Repository(root, git.trackedFiles(), routes);
      mentions.removeIf(mention ->
          !repository.judges(mention.kind())
              || globs.stream().anyMatch(glob -> glob.matches(mention.name())));
      return judge(mentions, repository);
    }
  }

  private static Outcome judge(List<Mention> mentions, Repository repository)
      throws InterruptedException {
    if (mentions.isEmpty()) {
      return new Outcome.Inconclusive("the checklists mention nothing that could be looked for");
    }
    var gone = new ArrayList<Finding>();
    for (var mention : mentions) {
      if (!repository.has(mention)) {
        gone.add(
            Finding.error(
                "The repository does not have " + mention.words() + ".",
                mention.at(),
                repository
                    .nearest(mention)
                    .map(near -> "Did you mean '" + near + "'?")
                    .orElse("Correct the checklist, or ignore the name where it is made later.")));
      }
    }
    return gone.isEmpty()
        ? new Outcome.Passed("all " + mentions.size() + " mentions are there")
        : new Outcome.Failed(gone.size() + " of " + mentions.size() + " mentions are gone", gone);
  }
}

package dev.plimsoll.desktop.app;

import dev.plimsoll.core.checklist.Scaffold;
import dev.plimsoll.core.checklist.Signatory;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.release.ProposedVersion;
import dev.plimsoll.desktop.screen.home.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The first `.plimsoll/` of a repository, with the person in it when their key is known.
final class FirstFiles implements Starter {
  private final Keyholder keyholder;

  FirstFiles(Keyholder keyholder) {
    this.keyholder = keyholder;
  }

  @Override
  public Optional<Proposal> propose(Path anywhereInside) {
    try (var repository = GitRepository.open(anywhereInside)) {
      var root = repository.root();
      var branch = repository.branch();
      var here =
          new Scaffold.Surroundings(
              root,
              branch.equals(GitRepository.DETACHED) ? "main" : branch,
              people(repository),
              reference -> isVersion(root, reference));
      return Optional.of(new Proposal(root, files(Scaffold.files(here))));
    } catch (Problem notARepository) {
      return Optional.empty(); // the page tells why the folder cannot be opened
    }
  }

  private List<Signatory> people(GitRepository repository) {
    var user = repository.userIdentity();
    var key = keyholder.publicKey();
    return user.isPresent() && key.isPresent()
        ? List.of(new Signatory(user.get().email(), user.get().name(), key.get().openSsh()))
        : List.of();
  }

  private static boolean isVersion(Path root, String reference) {
    var rule =
        new Project.VersionRule(reference, List.of("semver", "pep440"), "v{version}", List.of());
    try {
      ProposedVersion.find(root, rule);
      return true;
    } catch (Problem none) {
      return false;
    }
  }

  private static List<NewFile> files(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(file -> new NewFile(file.getKey(), file.getValue()))
        .toList();
  }

  @Override
  public void write(Proposal proposal) {
    for (var file : proposal.files()) {
      var path = proposal.root().resolve(file.path());
      try {
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, file.text(), StandardOpenOption.CREATE_NEW);
      } catch (IOException refused) {
        throw Problem.of(
            "Files not written",
            path + " cannot be made, or is there already.",
            "Look at the folder .plimsoll, then try again.",
            refused);
      }
    }
  }
}

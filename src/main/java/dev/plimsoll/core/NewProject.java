package dev.plimsoll.core;

import dev.plimsoll.core.checklist.Scaffold;
import dev.plimsoll.core.checklist.ShippedProcess;
import dev.plimsoll.core.checklist.Signatory;
import dev.plimsoll.core.checklist.Wishes;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.release.ValueInFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/// A first `.plimsoll/` for a repository that has none: proposed first, so that a person sees it,
/// then written.
///
/// @param root the repository's top folder
/// @param files text by path with `/`, in the order in which they are shown
public record NewProject(Path root, Map<String, String> files) {
  private static final String INTENT = "Project not created";

  /// Writes nothing.
  ///
  /// @param people who may sign; may be empty
  /// @throws Problem where the folder is not inside a repository, or that has a project already
  public static NewProject propose(Path anywhereInside, List<Signatory> people) {
    return propose(anywhereInside, people, Wishes.NONE);
  }

  /// As [#propose(Path, List)], with what a person says beyond what lies in the repository.
  ///
  /// @throws Problem also where data that is named does not exist, or the address is none
  public static NewProject propose(Path anywhereInside, List<Signatory> people, Wishes wishes) {
    var here = surroundings(anywhereInside, people, wishes);
    return new NewProject(here.root(), Scaffold.files(here));
  }

  /// As [#propose(Path, List)], from a process that comes with the product.
  public static NewProject propose(
      Path anywhereInside, List<Signatory> people, ShippedProcess process) {
    var here = surroundings(anywhereInside, people, Wishes.NONE);
    return new NewProject(here.root(), Scaffold.files(process, here));
  }

  private static Scaffold.Surroundings surroundings(
      Path anywhereInside, List<Signatory> people, Wishes wishes) {
    try (var repository = GitRepository.open(anywhereInside)) {
      var root = repository.root();
      var branch = repository.branch();
      return new Scaffold.Surroundings(
          root,
          branch.equals(GitRepository.DETACHED) ? "main" : branch,
          people,
          reference -> isVersion(root, reference),
          wishes);
    }
  }

  private static boolean isVersion(Path root, String reference) {
    try {
      return Character.isDigit(ValueInFile.read(root, reference).text().charAt(0));
    } catch (Problem none) {
      return false;
    }
  }

  /// Writes the files. None that exists is touched.
  ///
  /// @throws Problem where one of them exists, which is looked at first, or cannot be written
  public void write() {
    for (var file : files.keySet()) {
      if (Files.exists(root.resolve(file))) {
        throw exists(file);
      }
    }
    for (var file : files.entrySet()) {
      var path = root.resolve(file.getKey());
      try {
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException meanwhile) {
        throw exists(file.getKey());
      } catch (IOException notWritten) {
        throw Problem.of(
            INTENT,
            path + " cannot be written.",
            "Give yourself access to it, remove what was written, and try again.",
            notWritten);
      }
    }
  }

  private static Problem exists(String file) {
    return Problem.of(
        INTENT, file + " exists already.", "Move it away or edit it; nothing is overwritten.");
  }
}

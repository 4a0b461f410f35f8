package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// Where rules look.
///
/// @param root the work tree's top folder
/// @param resolve puts values in the place of variables
/// @param now the present time
record FilePlace(Path root, UnaryOperator<String> resolve, Instant now) {
  String resolved(String text) {
    return resolve.apply(text);
  }

  /// Whatever a path or pattern names: folders count where the path holds no pattern. Absolute
  /// paths are taken as they stand, because the checklist allows them where they get here.
  List<Path> matching(String path) {
    var wanted = resolved(path);
    if (RepositoryPaths.isAbsolute(wanted)) {
      var file = Path.of(wanted);
      return Files.exists(file) ? List.of(file) : List.of();
    }
    var paths = new RepositoryPaths(root);
    if (wanted.matches(".*[*?\\[{].*")) {
      return paths.matching(wanted);
    }
    var file = paths.inside(wanted);
    return Files.exists(file) ? List.of(file) : List.of();
  }

  /// Regular files only.
  List<Path> files(String path) {
    return matching(path).stream().filter(Files::isRegularFile).toList();
  }

  String shown(Path file) {
    return file.startsWith(root) ? new RepositoryPaths(root).shown(file) : file.toString();
  }

  Finding error(Path file, String message) {
    return new Finding(Severity.ERROR, message, Position.of(shown(file)), null);
  }
}

package dev.plimsoll.core.check.paths;

import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds files of a work tree. Symbolic links are followed as long as they stay inside it.
/// Immutable.
public final class RepositoryPaths {
  private static final String INTENT = "File not read";

  private final Path root;

  /// @param root the work tree's top folder
  public RepositoryPaths(Path root) {
    this.root = root;
  }

  /// A path as a checklist may spell it on Windows, in the one spelling used here.
  public static String normalised(String path) {
    var slashed = path.replace('\\', '/');
    return slashed.startsWith("./") ? slashed.substring(2) : slashed;
  }

  /// Why a path or pattern may not stand in a checklist, a whole sentence, or null where it may.
  public static @Nullable String flaw(String path) {
    var slashed = normalised(path);
    if (slashed.isBlank()) {
      return "The path is empty.";
    }
    if (isAbsolute(path)) {
      return "'" + path + "' is an absolute path; it must be relative to the repository.";
    }
    return List.of(slashed.split("/")).contains("..")
        ? "'" + path + "' leads out of the folder it starts in."
        : null;
  }

  /// On any system, whatever system this is.
  public static boolean isAbsolute(String path) {
    var slashed = normalised(path);
    return slashed.startsWith("/") || slashed.matches("[A-Za-z]:.*");
  }

  /// The place of a path that may or may not exist.
  ///
  /// @throws Problem where it leads out of the repository
  public Path inside(String path) {
    var flaw = flaw(path);
    if (flaw != null) {
      throw Problem.of(INTENT, flaw, "Name a path inside the repository.");
    }
    try {
      var place = root.resolve(normalised(path)).normalize();
      if (Files.exists(place) && !place.toRealPath().startsWith(root.toRealPath())) {
        throw Problem.of(
            INTENT,
            path + " is a link that leads out of the repository.",
            "Name a file inside it.");
      }
      return place;
    } catch (InvalidPathException odd) {
      throw Problem.of(
          INTENT, "'" + path + "' is no path on this system.", "Correct the path.", odd);
    } catch (IOException unreadable) {
      throw Problem.of(INTENT, path + " cannot be read.", "See who may read it.", unreadable);
    }
  }

  /// Relative to the top, with `/`.
  public String shown(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /// The regular files whose path matches, in order; none from `.git`.
  ///
  /// @param glob as in [Glob]; `*` stops at `/`, `**` does not
  /// @throws Problem where the folders cannot be read
  public List<Path> matching(String glob) {
    var pattern = normalised(glob);
    var start = inside(beginning(pattern));
    if (!Files.isDirectory(start)) {
      return Files.isRegularFile(start) && Glob.of(pattern).matches(shown(start))
          ? List.of(start)
          : List.of();
    }
    try {
      return walk(start, Glob.of(pattern));
    } catch (IOException unreadable) {
      throw Problem.of(
          INTENT, shown(start) + " cannot be read.", "See who may read it.", unreadable);
    }
  }

  /// The folders before the first special character, so that no more is walked than necessary.
  private static String beginning(String pattern) {
    var special = pattern.split("[*?\\[{]", 2)[0];
    if (special.equals(pattern)) {
      return pattern;
    }
    var slash = special.lastIndexOf('/');
    return slash <= 0 ? "." : special.substring(0, slash);
  }

  private List<Path> walk(Path start, Glob glob) throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var isGit =
                folder.getFileName() != null && folder.getFileName().toString().equals(".git");
            return isGit ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (glob.matches(shown(file)) && isFileInside(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  private boolean isFileInside(Path file) throws IOException {
    return Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath());
  }
}

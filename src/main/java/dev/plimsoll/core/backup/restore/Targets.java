package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Manifest;
import dev.plimsoll.core.backup.MemberPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the paths of a backup lie in the project, and what stands in the way of putting something
/// there. Not thread-safe.
final class Targets {
  private final Path root;
  private final List<String> outside;
  private final Map<Path, Optional<String>> looked = new HashMap<>();

  /// @param sources the set's patterns: only what they name outside the project is ever touched
  ///   there
  Targets(Path root, List<String> sources) {
    this.root = root;
    this.outside =
        sources.stream()
            .filter(source -> Path.of(prefix(source)).isAbsolute())
            .map(source -> MemberPaths.outside(Path.of(prefix(source)).normalize()))
            .toList();
  }

  private Targets(Targets other) {
    this.root = other.root;
    this.outside = other.outside;
  }

  /// The same, having looked at nothing yet.
  Targets again() {
    return new Targets(this);
  }

  /// The beginning of a pattern that holds no sign of one.
  private static String prefix(String source) {
    for (var i = 0; i < source.length(); i++) {
      if ("*?[{\\".indexOf(source.charAt(i)) >= 0) {
        return source.substring(0, Math.max(source.lastIndexOf('/', i), 1));
      }
    }
    return source;
  }

  Path of(String path) {
    return MemberPaths.place(root, path);
  }

  /// Why nothing may be put there, as a whole sentence, or empty.
  ///
  /// @throws IOException where that cannot be told
  Optional<String> obstacle(Wanted wanted) throws IOException {
    var path = wanted.path();
    if (!MemberPaths.isSafe(path)) {
      return Optional.of("The backup names a path that leads out of the project.");
    }
    var own = own(path);
    if (own.isPresent()) {
      return own;
    }
    if (path.startsWith(Manifest.OUTSIDE) && base(path).isEmpty()) {
      return Optional.of(
          path + " lies outside the project, and the set does not name it. It stays as it is.");
    }
    var target = of(path);
    var above = parents(target, path);
    if (above.isPresent()) {
      return above;
    }
    var isFolder = Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS);
    if (wanted.form() == Wanted.Form.FOLDER) {
      return isFolder || !Durable.exists(target)
          ? Optional.empty()
          : Optional.of("A file stands where " + path + " has to be a folder. Move it away.");
    }
    return isFolder
        ? Optional.of("A folder stands where the file " + path + " has to be. Move it away.")
        : Optional.empty();
  }

  private static Optional<String> own(String path) {
    for (var part : path.toLowerCase(Locale.ROOT).split("/")) {
      if (part.equals(".git") || part.equals(UndoFolder.NAME)) {
        return Optional.of(path + " is git's or this program's own and is never put back.");
      }
    }
    return Optional.empty();
  }

  private Optional<Path> base(String path) {
    return outside.stream()
        .filter(source -> path.equals(source) || path.startsWith(source + "/"))
        .map(source -> of(source))
        .findFirst();
  }

  /// Folders between the project (or the folder that the set names) and the file: they are folders,
  /// and no links, and may be written.
  private Optional<String> parents(Path target, String path) throws IOException {
    var top =
        path.startsWith(Manifest.OUTSIDE)
            ? base(path).map(each -> each.equals(target) ? each.getParent() : each).orElse(root)
            : root;
    for (var folder = target.getParent();
        folder != null && folder.startsWith(top);
        folder = folder.getParent()) {
      var known = looked.get(folder);
      if (known == null) {
        known = folder(folder, folder.equals(top));
        looked.put(folder, known);
      }
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> folder(Path folder, boolean isTop) throws IOException {
    if (!isTop && Files.isSymbolicLink(folder)) {
      return Optional.of(
          folder
              + " is a symbolic link to "
              + Files.readSymbolicLink(folder)
              + ": what is put back would land there. Put a folder in its place.");
    }
    if (!Durable.exists(folder)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(folder)) {
      return Optional.of(folder + " is a file, and has to be a folder. Move it away.");
    }
    return Files.isWritable(folder)
        ? Optional.empty()
        : Optional.of(
            folder + " may not be written by this person, or lies on a disk that is read-only.");
  }
}

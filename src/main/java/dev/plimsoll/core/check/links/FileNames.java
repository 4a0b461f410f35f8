package dev.plimsoll.core.check.links;

import dev.plimsoll.core.checklist.Nearest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The names of all files and folders of a work tree, as they are spelled there: whether a name is
/// right does not depend on this system's file system. `.git` is left out.
final class FileNames {
  private final Path root;
  private final Set<String> files = new TreeSet<>();
  private final Set<String> folders = new HashSet<>();
  private final Set<String> inSmallLetters = new HashSet<>();
  private final List<String> unreadable = new ArrayList<>();

  private FileNames(Path root) {
    this.root = root;
  }

  /// @throws InterruptedException as soon as somebody cancels
  static FileNames of(Path root) throws IOException, InterruptedException {
    var names = new FileNames(root);
    Files.walkFileTree(root, names.new Visitor());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return names;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (Thread.currentThread().isInterrupted()) {
        return FileVisitResult.TERMINATE;
      }
      var name = folder.getFileName();
      if (name != null && name.toString().equals(".git")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      add(folders, folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      var isFolder = attributes.isSymbolicLink() && Files.isDirectory(file);
      add(isFolder ? folders : files, file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) {
      unreadable.add(shown(file));
      return FileVisitResult.CONTINUE;
    }
  }

  private void add(Set<String> names, Path path) {
    var name = shown(path);
    names.add(name);
    inSmallLetters.add(name.toLowerCase(Locale.ROOT));
  }

  private String shown(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  /// Every file, in order.
  Set<String> files() {
    return files;
  }

  /// Folders that could not be looked into.
  List<String> unreadable() {
    return unreadable;
  }

  boolean isFile(String path) {
    return files.contains(path) || behindALink(path);
  }

  boolean exists(String path) {
    return files.contains(path) || folders.contains(path) || behindALink(path);
  }

  /// The same name with other capitals, where there is one.
  Optional<String> otherwiseSpelled(String path) {
    if (!inSmallLetters.contains(path.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Stream.concat(files.stream(), folders.stream())
        .filter(name -> name.equalsIgnoreCase(path))
        .findFirst();
  }

  /// What was meant, perhaps: a near name in the same folder, or the same name in another one.
  Optional<String> nearest(String path) {
    var folder = path.substring(0, path.lastIndexOf('/') + 1);
    var beside =
        files.stream()
            .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
            .toList();
    var name = path.substring(path.lastIndexOf('/') + 1);
    var near =
        Nearest.nearest(name, beside.stream().map(one -> one.substring(folder.length())).toList());
    return near.map(one -> folder + one)
        .or(() ->
            files.stream().filter(one -> one.endsWith("/" + name) || one.equals(name)).findFirst());
  }

  /// Whether a folder on the way is a symbolic link that stays inside the repository.
  private boolean behindALink(String path) {
    for (var slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      var folder = root.resolve(path.substring(0, slash));
      if (folders.contains(path.substring(0, slash)) && Files.isSymbolicLink(folder)) {
        try {
          return root.resolve(path).toRealPath().startsWith(root.toRealPath());
        } catch (IOException missing) {
          return false;
        }
      }
    }
    return false;
  }
}

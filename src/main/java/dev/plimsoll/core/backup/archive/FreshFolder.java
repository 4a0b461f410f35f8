package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A folder that was empty, being filled. It is emptied again where it is closed before it was
/// finished. No file in it is ever opened that was there before.
final class FreshFolder implements AutoCloseable {
  private static final int PERMISSIONS = 0777;

  private final Path folder;
  private final boolean made;
  private final List<Place> folders = new ArrayList<>();
  private final List<Place> links = new ArrayList<>();
  private final Map<Place, Path> targets = new HashMap<>();
  private boolean finished;

  private FreshFolder(Path folder, boolean made) {
    this.folder = folder;
    this.made = made;
  }

  /// @throws Problem where it is there and not an empty folder
  static FreshFolder at(Path folder) throws IOException {
    var made = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    if (made) {
      Files.createDirectories(folder);
    } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !isEmpty(folder)) {
      throw Problem.of(
          "Backup not unpacked",
          folder + " is not an empty folder.",
          "Choose a folder that is empty or does not exist.");
    }
    return new FreshFolder(folder.toAbsolutePath().normalize(), made);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /// What is wrong where two names would be one file on this disk.
  Optional<String> twins(List<Place> places) throws IOException {
    var probe = Files.createTempFile(folder, "case", ".probe");
    try {
      if (!Files.exists(
          probe.resolveSibling(probe.getFileName().toString().replace("case", "CASE")))) {
        return Optional.empty();
      }
    } finally {
      Files.delete(probe);
    }
    var flaws = new Flaws();
    Names.twins(places, flaws);
    return flaws.all().stream().map(Flaw::sentence).findFirst();
  }

  /// Makes the folders.
  ///
  /// @return where each file goes
  Map<Place, Path> lay(List<Place> places, UnaryOperator<String> path) throws IOException {
    for (var place : places) {
      var target = folder.resolve(path.apply(place.name())).normalize();
      if (!target.startsWith(folder) || target.equals(folder)) {
        throw new Damaged(place.name() + " leads out of the folder.");
      }
      targets.put(place, target);
      switch (place.head().kind()) {
        case FILE -> Files.createDirectories(parent(target));
        case FOLDER -> {
          Files.createDirectories(target);
          folders.add(place);
        }
        case LINK -> {
          Files.createDirectories(parent(target));
          links.add(place);
        }
      }
    }
    return targets;
  }

  private Path parent(Path target) {
    var parent = target.getParent();
    return parent == null ? folder : parent;
  }

  /// A file that was not there.
  FileChannel create(Path target) throws IOException {
    return FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
  }

  /// Gives a file or folder its time and its permissions.
  static void dress(Path target, Head head) throws IOException {
    if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(target, permissions(head.mode()));
    }
    Files.setLastModifiedTime(target, FileTime.from(head.modifiedOn()));
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    var bit = PERMISSIONS + 1;
    for (var permission : PosixFilePermission.values()) {
      bit >>= 1;
      if ((mode & bit) != 0) {
        permissions.add(permission);
      }
    }
    return permissions;
  }

  /// Links and the times of folders come last: nothing is written through a link, and nothing
  /// changes a folder any more.
  void finish() throws IOException {
    for (var place : links) {
      var target = targets.get(place);
      var points = place.head().target();
      if (target != null && points != null) {
        Files.createSymbolicLink(target, folder.getFileSystem().getPath(points));
      }
    }
    folders.sort(Comparator.comparing(Place::name).reversed());
    for (var place : folders) {
      var target = targets.get(place);
      if (target != null) {
        dress(target, place.head());
      }
    }
    finished = true;
  }

  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            if (made || !visited.equals(folder)) {
              Files.delete(visited);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

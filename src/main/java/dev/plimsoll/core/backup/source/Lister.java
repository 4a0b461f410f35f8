package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.backup.archive.EntryKind;
import dev.plimsoll.core.model.BackupSet.Sources;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Glob;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Finds what a set saves. Links are never followed out of the folder that was named; what cannot
/// be listed is a failure. Use it once.
public final class Lister {
  /// No more than this in one backup.
  public static final int MOST_ITEMS = 250_000;

  private final Path repository;
  private final Sources sources;
  private final List<Path> never;
  private final List<Glob> exclude;
  private final TreeMap<String, Item> items = new TreeMap<>();
  private final List<Finding> remarks = new ArrayList<>();

  /// @param repository absolute
  /// @param never folders that are left out wherever they lie, such as that of the backups
  public Lister(Path repository, Sources sources, Collection<Path> never) {
    this.repository = repository;
    this.sources = sources;
    this.never = never.stream().map(Lister::real).toList();
    this.exclude = sources.exclude().stream().map(Glob::of).toList();
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException notThere) {
      return folder.toAbsolutePath().normalize();
    }
  }

  /// @throws dev.plimsoll.core.model.Problem where something is missing, cannot be listed, or leads
  ///   out
  public Listing list() throws InterruptedException {
    for (var named : sources.files()) {
      if (isPattern(named)) {
        pattern(named);
      } else {
        var file = repository.resolve(named).normalize();
        named(file, Path.of(named).isAbsolute());
      }
    }
    return new Listing(List.copyOf(items.values()), remarks);
  }

  private static boolean isPattern(String named) {
    return named.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private void named(Path file, boolean isAbsolute) throws InterruptedException {
    var outside = isAbsolute && !file.startsWith(repository);
    var tree = new Tree(outside ? file : repository, outside);
    try {
      var real = file.toRealPath();
      if (!outside && !real.startsWith(repository.toRealPath())) {
        throw NotTaken.because(
            tree.path(file) + " leads out of the repository, to " + real + ".",
            "Name that path itself in the set's files, if it is meant.");
      }
      if (Files.isSymbolicLink(file)) {
        remarks.add(
            Finding.note(tree.path(file) + " is a link; what it leads to was saved in its place."));
      }
      if (Files.isDirectory(file)) {
        tree.folder(file, Files.isSymbolicLink(file) ? real : file);
      } else if (Files.isRegularFile(file)) {
        put(new Item(tree.path(file), file, EntryKind.FILE, Look.through(file), null));
      } else {
        throw NotTaken.because(
            tree.path(file) + " is neither a file nor a folder.",
            "Take it out of the set's files.");
      }
    } catch (IOException unreadable) {
      throw NotTaken.unreadable(tree.path(file), unreadable);
    }
  }

  /// Everything in the repository that matches; a folder that does means all below it.
  private void pattern(String glob) throws InterruptedException {
    var before = items.size();
    var literal =
        glob.substring(0, glob.chars().takeWhile(c -> "*?[{\\".indexOf(c) < 0).toArray().length);
    var slash = literal.lastIndexOf('/');
    var from = slash < 0 ? repository : repository.resolve(literal.substring(0, slash));
    var tree = new Tree(repository, false);
    try {
      if (Files.isDirectory(from)) {
        if (!from.toRealPath().startsWith(repository.toRealPath())) {
          throw NotTaken.because(
              tree.path(from) + " leads out of the repository.",
              "Name the path that it leads to in the set's files, if it is meant.");
        }
        tree.search(from, Glob.of(glob));
      }
    } catch (IOException unreadable) {
      throw NotTaken.unreadable(tree.path(from), unreadable);
    }
    if (items.size() == before && !matchesWhatIsThere(glob)) {
      throw NotTaken.because(
          "Nothing matches " + glob + ".",
          "Correct the pattern, or take it out of the set's files.");
    }
  }

  private boolean matchesWhatIsThere(String glob) {
    var pattern = Glob.of(glob);
    return items.keySet().stream().anyMatch(pattern::matches);
  }

  private void put(Item item) {
    if (items.size() >= MOST_ITEMS && !items.containsKey(item.path())) {
      throw NotTaken.because(
          "There are more than " + MOST_ITEMS + " files in the set.",
          "Make two sets of it, or leave out what need not be saved.");
    }
    items.putIfAbsent(item.path(), item);
  }

  private boolean isExcluded(String path) {
    return exclude.stream().anyMatch(glob -> glob.matches(path));
  }

  /// A folder that was named, or the repository.
  private final class Tree {
    private final Path top;
    private final boolean outside;

    Tree(Path top, boolean outside) {
      this.top = top;
      this.outside = outside;
    }

    String path(Path file) {
      return outside ? Outside.path(file) : top.relativize(file).toString().replace('\\', '/');
    }

    /// @param lies where the folder's entries are read from
    void folder(Path folder, Path lies) throws IOException, InterruptedException {
      if (leftOut(folder)) {
        return;
      }
      if (!path(folder).isEmpty()) {
        put(new Item(path(folder), folder, EntryKind.FOLDER, Look.through(folder), null));
      }
      for (var name : names(lies)) {
        entry(folder.resolve(name));
      }
    }

    private void entry(Path file) throws IOException, InterruptedException {
      if (isExcluded(path(file))) {
        return;
      }
      try {
        if (Files.isSymbolicLink(file)) {
          link(file);
        } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          folder(file, file);
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          put(new Item(path(file), file, EntryKind.FILE, Look.at(file), null));
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          remarks.add(
              Finding.note(path(file) + " is a socket, a pipe or a device, and was left out."));
        } else {
          throw NotTaken.because(
              path(file) + " was there a moment ago, and is gone.", "Take the backup again.");
        }
      } catch (IOException unreadable) {
        throw NotTaken.unreadable(path(file), unreadable);
      }
    }

    private void link(Path file) throws IOException {
      var target = Files.readSymbolicLink(file);
      var folder = file.getParent();
      if (target.isAbsolute()
          || folder == null
          || !folder.resolve(target).normalize().startsWith(top)) {
        throw NotTaken.because(
            path(file) + " is a link that leads out of what is saved, to " + target + ".",
            "Leave it out with exclude, or name what it leads to in the set's files.");
      }
      put(
          new Item(
              path(file),
              file,
              EntryKind.LINK,
              Look.at(file),
              target.toString().replace('\\', '/')));
    }

    void search(Path folder, Glob glob) throws IOException, InterruptedException {
      if (leftOut(folder)) {
        return;
      }
      for (var name : names(folder)) {
        var file = folder.resolve(name);
        if (isExcluded(path(file))) {
          continue;
        }
        if (glob.matches(path(file))) {
          entry(file);
        } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          search(file, glob);
        }
      }
    }

    private boolean leftOut(Path folder) throws IOException {
      var real = folder.toRealPath();
      if (never.stream().noneMatch(real::equals)) {
        return false;
      }
      remarks.add(
          new Finding(
              Severity.NOTE,
              path(folder) + " holds the backups themselves, and was left out.",
              null,
              null));
      return true;
    }

    private List<Path> names(Path folder) throws IOException, InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var names = new ArrayList<Path>();
      try (var entries = Files.newDirectoryStream(folder)) {
        entries.forEach(entry -> names.add(entry.getFileName()));
      } catch (DirectoryIteratorException broken) {
        throw broken.getCause();
      }
      names.sort(null);
      return names;
    }
  }
}

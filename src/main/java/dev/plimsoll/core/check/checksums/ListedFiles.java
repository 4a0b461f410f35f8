package dev.plimsoll.core.check.checksums;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.checksums.ListedFile.Seen;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.paths.RepositoryText;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the lists, and looks at every file that they name. Use it once.
final class ListedFiles {
  private static final byte[] POINTER =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.UTF_8);
  private static final int TELL_EVERY = 500;

  private final StepContext context;
  private final RepositoryPaths paths;
  private final List<Finding> unread = new ArrayList<>();
  private final List<ListedFile> files = new ArrayList<>();
  private final Map<Path, String> digests = new HashMap<>();

  ListedFiles(StepContext context) {
    this.context = context;
    this.paths = new RepositoryPaths(context.subject().root());
  }

  /// @param verb with its variables resolved
  ChecksumsFacts read(Checksums verb) throws InterruptedException {
    var lists = matching(verb.lists());
    for (var list : lists) {
      readList(list, verb);
    }
    var notListed = new TreeSet<String>();
    var candidates = matching(verb.complete());
    candidates.removeAll(lists);
    notListed.addAll(candidates);
    files.forEach(file -> notListed.remove(file.path()));
    return new ChecksumsFacts(
        lists.size(), unread, files, List.copyOf(notListed), candidates.size());
  }

  private Set<String> matching(List<String> globs) {
    var found = new TreeSet<String>();
    globs.forEach(glob -> paths.matching(glob).stream().map(paths::shown).forEach(found::add));
    return found;
  }

  private void readList(String name, Checksums verb) throws InterruptedException {
    DigestList list;
    try {
      list = ListReading.read(name, RepositoryText.read(paths, name), verb.form());
    } catch (Problem unreadable) {
      unread.add(Finding.error(unreadable.where(), Position.of(name), unreadable.next()));
      return;
    }
    if (list == null) {
      unread.add(
          Finding.error(
              "The form of " + name + " is not recognised.",
              Position.of(name),
              "Say it with format: sha256sum, json, bare, markdown or csv."));
      return;
    }
    context
        .tap()
        .line("note", name + ": " + list.entries().size() + " entries, " + list.form().word());
    unread.addAll(list.unread());
    if (list.entries().isEmpty() && list.unread().isEmpty()) {
      unread.add(
          Finding.error(name + " lists nothing.", Position.of(name), "Write the digests into it."));
    }
    for (var entry : list.entries()) {
      files.add(look(entry, name, verb.base()));
      if (files.size() % TELL_EVERY == 0) {
        context.tap().line("note", files.size() + " files hashed");
      }
    }
  }

  private ListedFile look(DigestEntry entry, String list, @Nullable String base)
      throws InterruptedException {
    var folder = list.contains("/") ? list.substring(0, list.lastIndexOf('/')) : "";
    var path = joined(base == null ? folder : base, entry.path());
    if (path == null) {
      return new ListedFile(entry, entry.path(), new Seen.LeadsOut());
    }
    if (base == null && !folder.isEmpty() && !isThere(path)) {
      var fromTheTop = joined("", entry.path());
      path = fromTheTop != null && isThere(fromTheTop) ? fromTheTop : path;
    }
    if (path.equals(list)) {
      return new ListedFile(entry, path, new Seen.Itself());
    }
    return new ListedFile(entry, path, seen(path, entry.sha256().toLowerCase(Locale.ROOT)));
  }

  private boolean isThere(String path) {
    try {
      return Files.exists(paths.inside(path));
    } catch (Problem leadsOut) {
      return false;
    }
  }

  /// The path from the top of the repository, or null where it leads out.
  private static @Nullable String joined(String folder, String path) {
    if (RepositoryPaths.isAbsolute(path)) {
      return null;
    }
    var members = new ArrayList<String>();
    for (var member : (folder + "/" + RepositoryPaths.normalised(path)).split("/")) {
      if (member.equals("..")) {
        if (members.isEmpty()) {
          return null;
        }
        members.removeLast();
      } else if (!member.isEmpty() && !member.equals(".")) {
        members.add(member);
      }
    }
    return members.isEmpty() ? null : String.join("/", members);
  }

  private Seen seen(String path, String recorded) throws InterruptedException {
    Path file;
    try {
      file = paths.inside(path);
    } catch (Problem leadsOut) {
      return new Seen.LeadsOut();
    }
    if (!Files.isRegularFile(file)) {
      return new Seen.Missing();
    }
    try {
      var digest = digests.get(file);
      if (digest == null) {
        digest = FileDigest.of(file);
        digests.put(file, digest);
      }
      return digest.equals(recorded)
          ? new Seen.Same(digest)
          : new Seen.Different(digest, Difference.of(file, recorded), isPointer(file));
    } catch (IOException unreadable) {
      return new Seen.Unreadable();
    }
  }

  private static boolean isPointer(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      return Arrays.equals(bytes.readNBytes(POINTER.length), POINTER);
    }
  }
}

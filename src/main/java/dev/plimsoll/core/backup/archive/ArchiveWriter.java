package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes one archive under a temporary name. Where it is closed before [#finish], or anything
/// fails, the temporary file is gone. Used by one thread; it compresses on several.
///
/// Every method throws [Problem] where the archive cannot be written (the disk is full, a file is
/// gone, cannot be read or does not keep still); the sentence names the file. After that only
/// closing is of use. An interrupt ends any of them with [InterruptedException].
public final class ArchiveWriter implements AutoCloseable {
  private static final String WHAT = "Backup not written";
  private static final int FILE_MODE = 0644;

  private final ArchiveFile file;
  private final Format format;
  private final Container container;
  private final String rootFolder;
  private final List<Written> written = new ArrayList<>();
  private final Set<String> paths = new HashSet<>(Set.of(EntryName.MANIFEST));

  private ArchiveWriter(ArchiveFile file, Format format, Container container, String rootFolder) {
    this.file = file;
    this.format = format;
    this.container = container;
    this.rootFolder = rootFolder;
  }

  /// @param temporary must not exist
  /// @param rootFolder the one folder that all entries are in; one name, no `/`
  public static ArchiveWriter create(
      Path temporary, Format format, String rootFolder, Settings settings) {
    if (EntryName.flaw(rootFolder).isPresent() || rootFolder.indexOf('/') >= 0) {
      throw Problem.of(
          WHAT,
          "\u201c" + rootFolder + "\u201d cannot be the name of its root folder.",
          "Choose a plain name for the backups of this set.");
    }
    try {
      if (format == Format.TAR_ZST) {
        ZstdLibrary.load();
      }
      var file = ArchiveFile.create(temporary);
      var container =
          switch (format) {
            case TAR_ZST -> new TarZstWriter(file, settings);
            case ZIP -> new ZipWriter(file, settings);
          };
      return new ArchiveWriter(file, format, container, rootFolder);
    } catch (IOException e) {
      throw notWritten(temporary, e);
    }
  }

  private static Problem notWritten(Path file, IOException e) {
    return Problem.of(
        WHAT,
        file + " cannot be written: " + Reasons.of(e) + ".",
        "Make room or give access there, and take the backup again.",
        e);
  }

  /// Reads the entry's content and puts it in. Folders above it need not be added.
  ///
  /// @throws Problem too where the path or a link's target leads out of the tree, or was added
  ///   before
  public void add(NewEntry entry, Watcher watcher) throws InterruptedException {
    claim(entry.path());
    switch (entry.kind()) {
      case FILE -> addFile(entry, watcher);
      case FOLDER, LINK -> addPlain(entry);
    }
  }

  private void claim(String path) {
    EntryName.flaw(path).ifPresent(flaw -> refuse(path, "its name " + flaw));
    if (!paths.add(path)) {
      refuse(path, "it is in the backup already, or has the manifest's name");
    }
  }

  private static void refuse(String path, String reason) {
    throw Problem.of(
        WHAT,
        path + " cannot be put in: " + reason + ".",
        "Rename it, or exclude it from the set.");
  }

  private void addPlain(NewEntry entry) throws InterruptedException {
    try (var reading = new SourceReading(entry)) {
      reading.open();
      var bytes = new byte[(int) Math.min(reading.size(), EntryName.BYTES_MAX)];
      reading.fill(bytes, bytes.length);
      var target =
          entry.kind() == EntryKind.LINK ? new String(bytes, StandardCharsets.UTF_8) : null;
      if (target != null) {
        EntryName.targetFlaw(entry.path(), target).ifPresent(flaw -> refuse(entry.path(), flaw));
      }
      var head = head(entry, 0, reading.modifiedOn(), target);
      guarded(() -> container.whole(head, new byte[0]));
      note(entry, reading, null);
    }
  }

  private void addFile(NewEntry entry, Watcher watcher) throws InterruptedException {
    try (var reading = new SourceReading(entry)) {
      var moved = 0;
      while (true) {
        reading.open();
        var tried =
            reading.size() <= Container.SMALL
                ? addSmall(entry, reading, watcher)
                : addLarge(entry, reading, watcher);
        switch (tried) {
          case DONE -> {
            note(entry, reading, reading.sha256());
            return;
          }
          case MOVED -> moved++;
          case OTHERWISE -> {
            // from the beginning: the container has learned how
          }
        }
        if (moved == SourceReading.ATTEMPTS) {
          throw reading.restless();
        }
      }
    }
  }

  /// How putting a file in came out.
  private enum Tried {
    DONE,
    /// The file was changed meanwhile.
    MOVED,
    /// It is better packed in another way.
    OTHERWISE
  }

  private Tried addSmall(NewEntry entry, SourceReading reading, Watcher watcher)
      throws InterruptedException {
    var bytes = new byte[(int) reading.size()];
    var count = reading.fill(bytes, bytes.length);
    if (!reading.wasStill(count)) {
      return Tried.MOVED;
    }
    guarded(() -> container.whole(head(entry, count, reading.modifiedOn(), null), bytes));
    watcher.passed(entry.path(), count);
    return Tried.DONE;
  }

  private Tried addLarge(NewEntry entry, SourceReading reading, Watcher watcher)
      throws InterruptedException {
    guarded(() -> container.begin(head(entry, reading.size(), reading.modifiedOn(), null)));
    var passed = 0L;
    var tried = Tried.DONE;
    while (tried == Tried.DONE && passed < reading.size()) {
      var room = container.room();
      var left = reading.size() - passed;
      var count = reading.fill(room, left);
      if (count < Math.min(room.length, left)) {
        tried = Tried.MOVED;
      } else if (goesOn(() -> container.piece(room, count))) {
        passed += count;
        watcher.passed(entry.path(), count);
      } else {
        tried = Tried.OTHERWISE;
      }
    }
    if (tried == Tried.DONE && !reading.wasStill(passed)) {
      tried = Tried.MOVED;
    }
    if (tried == Tried.DONE) {
      guarded(container::end);
    } else {
      guarded(container::takeBack);
      watcher.passed(entry.path(), -passed);
    }
    return tried;
  }

  /// Takes files over from an earlier archive of the same format without reading their sources.
  /// What is taken over has its checksums checked on the way, and files that are packed together
  /// their SHA-256.
  ///
  /// @param sha256 of each file that is wanted, by its path below the root folder
  /// @return paths that could not be taken over, because the earlier archive does not have them as
  ///   they should be: add them from their sources
  public List<String> takeOver(ArchiveReader earlier, Map<String, String> sha256, Watcher watcher)
      throws InterruptedException {
    if (earlier.format() != format || !earlier.isOurs()) {
      return List.copyOf(sha256.keySet());
    }
    var places = earlier.places();
    var left = new TreeSet<>(sha256.keySet());
    var lie = places.entrySet().stream().filter(place -> sha256.containsKey(place.getKey()));
    for (var place : lie.sorted(Comparator.comparingLong(each -> each.getValue().at())).toList()) {
      var path = place.getKey();
      var wanted = sha256.getOrDefault(path, "");
      if (takeOver(earlier, place.getValue(), path, wanted)) {
        watcher.passed(path, place.getValue().size());
        left.remove(path);
      }
    }
    return List.copyOf(left);
  }

  private boolean takeOver(ArchiveReader earlier, Place place, String path, String sha256)
      throws InterruptedException {
    var stored = earlier.stored(place);
    if (stored.isEmpty()) {
      return false;
    }
    claim(path);
    var was = place.head();
    var head =
        new Head(
            rootFolder + "/" + path,
            EntryKind.FILE,
            was.size(),
            was.mode(),
            was.modifiedOn(),
            null);
    var taken =
        goesOn(() ->
            switch (stored.get()) {
              case Stored.Whole whole -> {
                var bytes = whole.bytes();
                var same = Sha256.of(bytes).equals(sha256);
                if (same) {
                  container.whole(head, bytes);
                }
                yield same;
              }
              case Stored.OwnFrames frames -> container.copy(head, frames);
              case Stored.OwnEntry entry -> container.copy(head, entry);
            });
    if (taken) {
      written.add(
          new Written(
              path, EntryKind.FILE, was.size(), was.mode(), was.modifiedOn(), sha256, true));
    } else {
      paths.remove(path);
    }
    return taken;
  }

  /// What was put in so far, in that order. Complete after the last `add` or `takeOver`.
  public List<Written> written() {
    return Collections.unmodifiableList(written);
  }

  private void note(NewEntry entry, SourceReading reading, @Nullable String sha256) {
    var size = sha256 == null ? 0 : reading.size();
    written.add(
        new Written(
            entry.path(), entry.kind(), size, entry.mode(), reading.modifiedOn(), sha256, false));
  }

  /// Puts `manifest.json` in as the last entry, then the seek table or central directory, and has
  /// all of it on disk when it returns. The name is still the temporary one.
  ///
  /// @param takenOn the manifest's time
  /// @return size of the archive in bytes
  public long finish(byte[] manifest, Instant takenOn) throws InterruptedException {
    var name = rootFolder + "/" + EntryName.MANIFEST;
    var head = new Head(name, EntryKind.FILE, manifest.length, FILE_MODE, takenOn, null);
    guarded(() -> {
      container.finish(head, manifest);
      file.finish();
    });
    return file.length();
  }

  private Head head(NewEntry entry, long size, Instant modifiedOn, @Nullable String target) {
    return new Head(
        rootFolder + "/" + entry.path(), entry.kind(), size, entry.mode(), modifiedOn, target);
  }

  /// Something that writes.
  private interface Writing {
    void run() throws IOException, InterruptedException;
  }

  private void guarded(Writing writing) throws InterruptedException {
    goesOn(() -> {
      writing.run();
      return true;
    });
  }

  /// Something that writes and says whether to go on.
  private interface Step {
    boolean run() throws IOException, InterruptedException;
  }

  private boolean goesOn(Step writing) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped while a backup was written");
    }
    try {
      return writing.run();
    } catch (IOException e) {
      Reasons.interrupted(e);
      throw notWritten(file.path(), e);
    }
  }

  /// Deletes the temporary file unless finished.
  @Override
  public void close() {
    container.close();
    try {
      file.close();
    } catch (IOException e) {
      throw Problem.of(
          WHAT,
          file.path() + " is half-made and could not be removed: " + Reasons.of(e) + ".",
          "Remove it by hand.",
          e);
    }
  }
}

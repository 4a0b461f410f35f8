package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Shelf.Stranger;
import dev.plimsoll.core.backup.archive.ArchiveReader;
import dev.plimsoll.core.backup.archive.ArchivedEntry;
import dev.plimsoll.core.backup.archive.EntryKind;
import dev.plimsoll.core.backup.source.Look;
import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The folder in which the own engine keeps a set's backups: what lies in it, told apart.
/// Thread-safe. An archive is opened once and remembered as long as it looks the same; one that the
/// system did not let us read is opened anew each time.
final class ArchiveFolder {
  private static final int MOST_ARCHIVES = 10_000;
  private static final String INTENT = "Backups not listed";

  private final BackupSet set;
  private final Surroundings around;
  private final Path folder;
  private final ArchiveNames names;
  private final Manifests manifests = new Manifests();
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  ArchiveFolder(BackupSet set, Surroundings around) {
    this.set = set;
    this.around = around;
    this.folder = around.resolve(set.place().to());
    this.names = new ArchiveNames(set.place(), around.machine().zone());
  }

  private record Known(Look look, Card card) {}

  /// What one archive is.
  private sealed interface Card {
    /// @param manifest empty for an archive without one
    record Point(
        String product,
        String set,
        Instant takenOn,
        RestorePoint.Content content,
        RestorePoint.Of of,
        String manifest)
        implements Card {}

    record Foreign(RestorePoint.Content content) implements Card {}

    /// @param lasting whether its bytes are at fault, which reading them again does not change
    record Unreadable(long size, String sentence, boolean lasting) implements Card {
      static Unreadable damaged(long size, String sentence) {
        return new Unreadable(size, sentence, true);
      }
    }
  }

  Path path() {
    return folder;
  }

  Manifests manifests() {
    return manifests;
  }

  ArchiveNames names() {
    return names;
  }

  /// Where the archive of that id lies.
  ///
  /// @throws Problem where no archive of this folder can be called so, or there is none
  Path archive(String id, String what) {
    if (!Files.isDirectory(folder)) {
      throw Problem.of(
          what,
          folder + " is not there, so nothing can be told of " + id + ".",
          "See that its disk is mounted.");
    }
    var file = folder.resolve(id);
    if (id.isBlank()
        || id.startsWith(".")
        || !folder.equals(file.getParent())
        || ArchiveNames.rootOf(id).isEmpty()
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw Problem.of(
          what,
          "There is no backup " + id + " in " + folder + ".",
          "See those that are there with: plimsoll backup list --set " + set.name());
    }
    return file;
  }

  Shelf shelf() {
    if (!Files.exists(folder)) {
      return Shelf.EMPTY;
    }
    var points = new ArrayList<RestorePoint>();
    var strangers = new ArrayList<Stranger>();
    var seen = archives();
    known.keySet().retainAll(seen);
    for (var name : seen) {
      try {
        sort(name, card(name), points, strangers);
      } catch (IOException gone) {
        strangers.add(new Stranger(name, "It cannot be read: " + NotTaken.words(gone) + "."));
      }
    }
    points.sort(
        Comparator.comparing(RestorePoint::takenOn).thenComparing(RestorePoint::id).reversed());
    return new Shelf(points, strangers);
  }

  /// In order of their names.
  private List<String> archives() {
    var found = new ArrayList<String>();
    try (var entries = Files.newDirectoryStream(folder)) {
      for (var entry : entries) {
        var name = String.valueOf(entry.getFileName());
        if (!name.startsWith(".")
            && ArchiveNames.rootOf(name).isPresent()
            && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          found.add(name);
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw unlisted(Objects.requireNonNull(broken.getCause()));
    } catch (IOException broken) {
      throw unlisted(broken);
    }
    if (found.size() > MOST_ARCHIVES) {
      throw Problem.of(
          INTENT,
          folder + " holds more than " + MOST_ARCHIVES + " archives.",
          "Keep each set's backups in a folder of its own.");
    }
    found.sort(null);
    return found;
  }

  private Problem unlisted(IOException cause) {
    return Problem.of(
        INTENT,
        folder + " cannot be read: " + NotTaken.words(cause) + ".",
        "See that the disk is there and this person may read it.",
        cause);
  }

  private Card card(String name) throws IOException {
    var look = Look.at(folder.resolve(name));
    var before = known.get(name);
    if (before != null && before.look.equals(look)) {
      return before.card;
    }
    var card = read(name, look.size());
    if (card instanceof Card.Unreadable unreadable && !unreadable.lasting()) {
      known.remove(name);
    } else {
      known.put(name, new Known(look, card));
    }
    return card;
  }

  private Card read(String name, long size) {
    var file = folder.resolve(name);
    try {
      if (!SeekTable.mayBeThere(file)) {
        return Card.Unreadable.damaged(
            size,
            "It ends without a table of what is in it: it is cut off, or another program made it.");
      }
      try (var reader = ArchiveReader.open(file)) {
        var bytes = reader.manifest();
        return bytes.isEmpty()
            ? new Card.Foreign(content(reader.entries(), size))
            : point(manifests.read(bytes.get()), size);
      }
    } catch (Problem problem) {
      return new Card.Unreadable(size, problem.where(), ArchiveReader.isDamage(problem));
    } catch (ManifestFault fault) {
      return Card.Unreadable.damaged(size, fault.sentence());
    } catch (InterruptedException | ClosedByInterruptException stopped) {
      Thread.currentThread().interrupt();
      throw Problem.of(INTENT, "It was stopped.", "List them again.", stopped);
    } catch (IOException unreadable) {
      return new Card.Unreadable(
          size, "It cannot be read: " + NotTaken.words(unreadable) + ".", false);
    }
  }

  private static RestorePoint.Content content(List<ArchivedEntry> entries, long size) {
    var files = entries.stream().filter(entry -> entry.kind() == EntryKind.FILE).toList();
    return new RestorePoint.Content(
        files.size(), files.stream().mapToLong(ArchivedEntry::size).sum(), size, List.of());
  }

  private static Card point(Manifests.Read read, long size) {
    var manifest = read.manifest();
    return new Card.Point(
        manifest.product(),
        manifest.set(),
        manifest.takenOn(),
        contentOf(manifest, size),
        manifest.of(),
        read.sha256());
  }

  static RestorePoint.Content contentOf(Manifest manifest, long stored) {
    return new RestorePoint.Content(
        manifest.files().count(), manifest.bytes(), stored, manifest.logs());
  }

  private void sort(String name, Card card, List<RestorePoint> points, List<Stranger> strangers) {
    var byName = names.timeOf(name);
    switch (card) {
      case Card.Point point when !point.product().equals(around.project().product()) ->
          strangers.add(
              new Stranger(name, "It is a backup of another product, " + point.product() + "."));
      case Card.Point point when !point.set().equals(set.name()) ->
          strangers.add(new Stranger(name, "It is a backup of the set " + point.set() + "."));
      case Card.Point point ->
          points.add(
              new RestorePoint(
                  set.name(),
                  name,
                  point.takenOn(),
                  point.content(),
                  point.of(),
                  point.manifest(),
                  around.proofs().of(name, point.manifest())));
      case Card.Foreign foreign when byName.isPresent() ->
          points.add(nameless(name, byName.get(), foreign.content(), RestorePoint.Proof.NONE));
      case Card.Foreign foreign ->
          strangers.add(new Stranger(name, "It is an archive of somebody else's."));
      case Card.Unreadable broken when byName.isPresent() ->
          points.add(
              nameless(
                  name,
                  byName.get(),
                  new RestorePoint.Content(0, 0, broken.size(), List.of()),
                  broken.lasting()
                      ? new RestorePoint.Proof(null, null, broken.sentence())
                      : RestorePoint.Proof.unread(broken.sentence())));
      case Card.Unreadable broken -> strangers.add(new Stranger(name, broken.sentence()));
    }
  }

  /// One without a manifest, known by its name alone.
  private RestorePoint nameless(
      String name, Instant on, RestorePoint.Content content, RestorePoint.Proof proof) {
    return new RestorePoint(
        set.name(), name, on, content, new RestorePoint.Of(null, null), "", proof);
  }
}

package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// An archive that lies on disk: ours, or one that `tar`, `tar --zstd`, `zip` or another program
/// made. Its size, its names and what it says of itself are judged before anything of it is
/// believed. Not thread-safe; it reads on several threads.
///
/// Every method throws [Problem] where the archive is so damaged that not even its entries can be
/// told; the sentence names the structure. An interrupt ends any of them with
/// [InterruptedException].
public final class ArchiveReader implements AutoCloseable {
  private static final String WHAT = "Backup not readable";

  private final Path file;
  private final Source source;
  private @Nullable String root;

  private ArchiveReader(Path file, Source source) {
    this.file = file;
    this.source = source;
  }

  /// Reads the directory of the archive, not its files. (A foreign `.tar.zst` has none and is read
  /// once through when its entries are asked for.)
  public static ArchiveReader open(Path file) throws InterruptedException {
    try {
      return new ArchiveReader(file, Sources.of(file));
    } catch (IOException e) {
      Reasons.interrupted(e);
      throw notReadable(file, e);
    }
  }

  private static Problem notReadable(Path file, IOException e) {
    var reason = e instanceof Damaged damaged ? damaged.sentence() : Reasons.of(e) + ".";
    return Problem.of(
        WHAT,
        file.getFileName() + ": " + reason,
        "Choose another backup, or another copy of it.",
        e);
  }

  /// Whether a [Problem] of an archive is in its bytes. The system may let them be read another
  /// time where it is not.
  public static boolean isDamage(Problem problem) {
    return switch (problem.getCause()) {
      case Damaged _, EOFException _, ZipException _ -> true;
      case IOException _ -> false;
      case null, default -> true;
    };
  }

  /// Something that reads.
  private interface Reading<T> {
    T run() throws IOException, InterruptedException;
  }

  private <T> T guarded(Reading<T> reading) throws InterruptedException {
    Bounds.interrupted();
    try {
      return reading.run();
    } catch (IOException e) {
      Reasons.interrupted(e);
      throw notReadable(file, e);
    }
  }

  public Format format() {
    return source.format();
  }

  /// Whether it has the tables that only our archives have, so that each byte of it can be checked.
  public boolean isOurs() {
    return source.isOurs();
  }

  /// The one folder that all entries are in, or empty where there is none.
  public String rootFolder() throws InterruptedException {
    var known = root;
    if (known == null) {
      known = Names.root(guarded(source::list).places());
      root = known;
    }
    return known;
  }

  /// Bytes of `manifest.json`, the last entry, in the root folder; empty in an archive that others
  /// made. Of an archive of ours nothing else is read for it.
  public Optional<byte[]> manifest() throws InterruptedException {
    return guarded(() -> {
      var last = source.last();
      return last.isPresent() && isManifest(last.get())
          ? Optional.of(source.bytes(last.get(), Bounds.MANIFEST))
          : Optional.empty();
    });
  }

  /// In a folder of the first level, whatever its name.
  private static boolean isManifest(Place place) {
    var name = place.name();
    return place.head().kind() == EntryKind.FILE
        && name.endsWith("/" + EntryName.MANIFEST)
        && name.indexOf('/') == name.lastIndexOf('/');
  }

  /// All entries but the manifest.
  public List<ArchivedEntry> entries() throws InterruptedException {
    var below = rootFolder();
    return guarded(source::list).places().stream()
        .filter(place -> !isManifest(place) && !place.name().equals(below))
        .map(place ->
            new ArchivedEntry(
                path(place.name()),
                place.head().kind(),
                place.size(),
                place.head().mode(),
                place.head().modifiedOn(),
                place.head().target()))
        .toList();
  }

  private String path(String name) {
    var below = root;
    return below == null
            || below.isEmpty()
            || !name.startsWith(below)
            || name.length() == below.length()
            || name.charAt(below.length()) != '/'
        ? name
        : name.substring(below.length() + 1);
  }

  /// Reads every byte from disk: frame and entry checksums, SHA-256 against what is expected,
  /// names, sizes, headers, the seek table or central directory, and what lies between and behind.
  ///
  /// @param expected by path what the manifest says; empty for a foreign archive. A file that only
  ///   one of the two has is a flaw
  public ArchiveReading verify(Map<String, Expected> expected, Watcher watcher)
      throws InterruptedException {
    return verify(expected, Set.of(), watcher);
  }

  /// As [#verify(Map, Watcher)], of an archive that was just written.
  ///
  /// @param reused paths of files that were taken over as they lie from an archive that had been
  ///   verified: their bytes are read back and held against the checksums that they had there, but
  ///   not unpacked, and have no digest
  public ArchiveReading verify(Map<String, Expected> expected, Set<String> reused, Watcher watcher)
      throws InterruptedException {
    rootFolder();
    var listing = guarded(source::list);
    var flaws = new Flaws();
    listing.flaws().forEach(flaws::add);
    Names.judge(listing.places(), this::path, flaws);
    if (!expected.isEmpty() && !source.isOurs()) {
      flaws.structure(
          "It has a manifest but not the tables of checksums at its end: it was cut off, damaged"
              + " there, or packed by another program.");
    }
    if (!Bounds.isWithin(listing.places(), expected, source.isOurs() ? null : file, flaws)) {
      return new ArchiveReading(0, 0, Map.of(), flaws.all().stream().map(this::below).toList());
    }
    var tally = new Tally(this::path, watcher);
    var asTheyLie = source.isOurs() ? reused : Set.<String>of();
    guarded(() -> {
      source.pass(
          place ->
              liesAlone(place) && asTheyLie.contains(path(place.name()))
                  ? tally.reused(place)
                  : tally.passage(place),
          true,
          flaws);
      return true;
    });
    new Comparison(expected, tally.digests(), flaws).run(sizes(listing));
    return tally.reading(flaws.all().stream().map(this::below).toList());
  }

  /// Whether a file that is taken over stays packed as it was. Small files of a tar are packed
  /// anew, together with others.
  ///
  /// @param size of the file in bytes
  public static boolean staysPacked(Format format, long size) {
    return format == Format.ZIP || size > Container.SMALL;
  }

  private static boolean liesAlone(Place place) {
    return staysPacked(place.zip() == null ? Format.TAR_ZST : Format.ZIP, place.size());
  }

  private Flaw below(Flaw flaw) {
    var name = flaw.path();
    return name == null ? flaw : new Flaw(path(name), flaw.sentence());
  }

  /// Files by path, but the manifest.
  private Map<String, Long> sizes(Listing listing) {
    var sizes = new HashMap<String, Long>();
    listing.places().stream()
        .filter(place -> place.head().kind() == EntryKind.FILE && !isManifest(place))
        .forEach(place -> sizes.put(path(place.name()), place.size()));
    return sizes;
  }

  /// Unpacks into a folder that does not exist yet or is empty. Where anything does not fit, what
  /// was unpacked is removed again.
  ///
  /// @param wanted paths of files, folders and links, below the root folder
  /// @param expected as in [#verify]; files of a foreign archive are checked by its checksums alone
  /// @return SHA-256 of each file unpacked, by its path
  /// @throws Problem where a name is hostile (said before anything is written), a file is damaged,
  ///   nothing is wanted, or there is no room
  public Map<String, String> unpack(
      Predicate<String> wanted, Path into, Map<String, Expected> expected, Watcher watcher)
      throws InterruptedException {
    rootFolder();
    var listing = guarded(source::list);
    var chosen =
        listing.places().stream()
            .filter(place -> !isManifest(place) && !place.name().equals(root))
            .filter(place -> wanted.test(path(place.name())))
            .toList();
    var unpacking = new Unpacking(file, into, this::path);
    unpacking.judge(listing, chosen, expected, source.isOurs());
    return unpacking.run(source, chosen, expected, watcher);
  }

  /// Files by path as they lie, for the next archive.
  Map<String, Place> places() throws InterruptedException {
    rootFolder();
    var places = new HashMap<String, Place>();
    guarded(source::list).places().stream()
        .filter(place -> place.head().kind() == EntryKind.FILE && !isManifest(place))
        .forEach(place -> places.put(path(place.name()), place));
    return places;
  }

  /// Empty where it cannot be taken over.
  Optional<Stored> stored(Place place) throws InterruptedException {
    try {
      return source.stored(place);
    } catch (IOException e) {
      Reasons.interrupted(e);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw notReadable(file, e);
    }
  }
}

package dev.plimsoll.core.backup.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.plimsoll.core.model.BackupSet.Format;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// A tar, compressed by zstd or not, that another program made; or one of ours that lost its end.
/// It is read from its beginning each time, by one thread.
final class ForeignTar implements Source {
  private static final int BLOCK = 256 << 10;
  private static final int PERMISSIONS = 07777;

  private final Path file;
  private final boolean compressed;
  private @Nullable Listing listing;

  ForeignTar(Path file, boolean compressed) {
    this.file = file;
    this.compressed = compressed;
  }

  /// Meets an entry; the stream stands at its first byte.
  private interface Visitor {
    void visit(Place place, InputStream in) throws IOException, InterruptedException;
  }

  @Override
  public Format format() {
    return Format.TAR_ZST;
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public Listing list() throws IOException, InterruptedException {
    var known = listing;
    if (known == null) {
      var places = new ArrayList<Place>();
      var flaws = new Flaws();
      walk(
          (place, in) -> {
            places.add(place);
            Bounds.entries(places.size());
          },
          flaws);
      known = new Listing(places, flaws.all());
      listing = known;
    }
    return known;
  }

  private InputStream open() throws IOException {
    var in = new BufferedInputStream(Unread.from(Files.newInputStream(file)), BLOCK);
    return compressed ? new ZstdInputStreamNoFinalizer(in).setContinuous(false) : in;
  }

  private void walk(Visitor visitor, Flaws flaws) throws IOException, InterruptedException {
    try (var bytes = open();
        var tail = new Tail(bytes, Bounds.unpacked(Files.size(file)));
        var tar = new TarArchiveInputStream(tail)) {
      var count = 0;
      for (TarArchiveEntry entry; (entry = next(tar)) != null; count++) {
        Bounds.interrupted();
        var place = place(entry, count, flaws);
        if (place != null) {
          visitor.visit(place, tar);
        }
      }
      tail.end(count, flaws);
    } catch (Damaged e) {
      flaws.structure(e.sentence());
    }
  }

  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar)
      throws IOException, InterruptedException {
    try {
      return tar.getNextEntry();
    } catch (IOException | IllegalArgumentException e) {
      if (e instanceof IOException io) {
        Reasons.notOfTheBytes(io);
      }
      throw new Damaged(
          "After byte "
              + tar.getBytesRead()
              + " of the tar nothing can be read: it is cut off or damaged.");
    }
  }

  private static @Nullable Place place(TarArchiveEntry entry, long at, Flaws flaws) {
    var name = entry.getName();
    while (name.startsWith("./")) {
      name = name.substring(2);
    }
    var plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    if (plain.isEmpty() || plain.equals(".")) {
      return null;
    }
    var kind =
        entry.isSymbolicLink()
            ? EntryKind.LINK
            : entry.isDirectory() ? EntryKind.FOLDER : EntryKind.FILE;
    if (kind == EntryKind.FILE && (!entry.isFile() || entry.isLink() || isDevice(entry))) {
      flaws.file(plain, plain + " is neither a file nor a folder nor a symbolic link.");
    }
    var head =
        new Head(
            plain,
            kind,
            kind == EntryKind.FILE ? entry.getRealSize() : 0,
            entry.getMode() & PERMISSIONS,
            modified(entry),
            kind == EntryKind.LINK ? entry.getLinkName() : null);
    return new Place(head, at, null);
  }

  private static boolean isDevice(TarArchiveEntry entry) {
    return entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
  }

  private static Instant modified(TarArchiveEntry entry) {
    return entry.getLastModifiedTime().toInstant();
  }

  @Override
  public byte[] bytes(Place wanted, int atMost) throws IOException, InterruptedException {
    if (wanted.size() > atMost) {
      throw new Damaged(wanted.name() + " is larger than " + atMost + " bytes.");
    }
    var found = new ArrayList<byte[]>();
    walk(
        (place, in) -> {
          if (place.at() == wanted.at()) {
            found.add(in.readNBytes(atMost));
          }
        },
        new Flaws());
    if (found.isEmpty()) {
      throw new Damaged(wanted.name() + " cannot be read.");
    }
    return found.getFirst();
  }

  @Override
  public void pass(Passages wanted, boolean all, Flaws flaws)
      throws IOException, InterruptedException {
    walk(
        (place, in) -> {
          var passage = place.head().kind() == EntryKind.FILE ? wanted.of(place) : null;
          if (passage != null) {
            pass(place, passage, in, flaws);
          }
        },
        flaws);
  }

  private static void pass(Place place, Passage passage, InputStream in, Flaws flaws)
      throws IOException, InterruptedException {
    var block = new byte[BLOCK];
    var nth = 0;
    var passed = 0L;
    try {
      for (int count; passed < place.size() && (count = in.readNBytes(block, 0, BLOCK)) > 0; ) {
        Bounds.interrupted();
        passage.take(nth++, passed, ByteBuffer.wrap(block, 0, count));
        passed += count;
      }
    } catch (IOException e) {
      Reasons.notOfTheBytes(e);
      flaws.file(passage.path(), passage.path() + " is damaged: " + Reasons.of(e) + ".");
      passage.lose(nth, Math.max(1, place.size() - passed));
      throw new Damaged(passage.path() + " cannot be read to its end, nor what follows it.");
    }
    if (place.size() == 0) {
      passage.take(0, 0, ByteBuffer.allocate(0));
    }
  }

  @Override
  public Optional<Place> last() throws IOException, InterruptedException {
    return list().places().reversed().stream().findFirst();
  }

  @Override
  public Optional<Stored> stored(Place place) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // opened anew each time
  }
}

package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A zip that another program made: read by its directory, each file checked by its CRC-32. A
/// backslash in a name is a folder's end.
final class ForeignZip implements Source {
  private static final int AHEAD = 4096;
  private static final int BLOCK = 128 << 10;
  private static final int PERMISSIONS = 07777;
  private static final int USUAL = 0644;
  private static final int FILE_TYPE = 0170000;
  private static final int REGULAR = 0100000;

  private final FileChannel channel;
  private final ZipFile zip;
  private final IdentityHashMap<Place, ZipArchiveEntry> entries = new IdentityHashMap<>();
  private @Nullable Listing listing;

  ForeignZip(FileChannel channel) throws IOException {
    this.channel = channel;
    try {
      this.zip = ZipFile.builder().setSeekableByteChannel(Unread.from(channel)).get();
    } catch (IOException | IllegalArgumentException e) {
      Unread.rethrown(e);
      throw new Damaged("It has no central directory that can be read: it is cut off or damaged.");
    }
  }

  @Override
  public Format format() {
    return Format.ZIP;
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public Listing list() throws IOException {
    var known = listing;
    if (known == null) {
      known = read();
      listing = known;
    }
    return known;
  }

  private Listing read() throws IOException {
    var places = new ArrayList<Place>();
    var flaws = new Flaws();
    var all = Collections.list(zip.getEntries());
    Bounds.entries(all.size());
    for (var entry : all) {
      var place = place(entry, flaws);
      entries.put(place, entry);
      places.add(place);
    }
    overlaps(all, flaws);
    return new Listing(places, flaws.all());
  }

  /// Two entries that share bytes make a small zip unpack to anything.
  private static void overlaps(List<ZipArchiveEntry> all, Flaws flaws) {
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
    for (var i = 1; i < sorted.size(); i++) {
      var before = sorted.get(i - 1);
      var end = before.getDataOffset() + before.getCompressedSize();
      if (end > sorted.get(i).getLocalHeaderOffset()) {
        flaws.structure(
            "The central directory lets "
                + before.getName()
                + " and "
                + sorted.get(i).getName()
                + " lie in the same place.");
      }
    }
  }

  private Place place(ZipArchiveEntry entry, Flaws flaws) throws IOException {
    var name = entry.getName().replace('\\', '/');
    var folder = name.endsWith("/");
    var kind = entry.isUnixSymlink() ? EntryKind.LINK : folder ? EntryKind.FOLDER : EntryKind.FILE;
    var plain = folder ? name.substring(0, name.length() - 1) : name;
    var type = entry.getUnixMode() & FILE_TYPE;
    if (kind == EntryKind.FILE && type != 0 && type != REGULAR) {
      flaws.file(plain, plain + " is neither a file nor a folder nor a link.");
    }
    if (!zip.canReadEntryData(entry) || entry.getSize() < 0) {
      flaws.file(plain, plain + " is encrypted or packed in a way that cannot be read.");
    }
    var mode = entry.getUnixMode() == 0 ? USUAL : entry.getUnixMode() & PERMISSIONS;
    var head =
        new Head(
            plain,
            kind,
            kind == EntryKind.FILE ? Math.max(0, entry.getSize()) : 0,
            mode,
            modified(entry),
            kind == EntryKind.LINK ? target(entry) : null);
    return new Place(head, entry.getLocalHeaderOffset(), null);
  }

  private static Instant modified(ZipArchiveEntry entry) {
    var time = entry.getLastModifiedTime();
    return time == null ? Instant.EPOCH : time.toInstant();
  }

  private String target(ZipArchiveEntry entry) throws IOException {
    try (var in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(EntryName.BYTES_MAX), StandardCharsets.UTF_8);
    }
  }

  @Override
  public byte[] bytes(Place place, int atMost) throws IOException, InterruptedException {
    if (place.size() > atMost) {
      throw new Damaged(place.name() + " is larger than " + atMost + " bytes.");
    }
    var all = ByteBuffer.allocate((int) place.size());
    read(entry(place), (bytes, length) -> all.put(bytes, 0, length));
    return all.array();
  }

  private ZipArchiveEntry entry(Place place) {
    var entry = entries.get(place);
    if (entry == null) {
      throw new IllegalArgumentException("no place in this zip");
    }
    return entry;
  }

  @Override
  public void pass(Passages wanted, boolean all, Flaws flaws)
      throws IOException, InterruptedException {
    var places = new ArrayList<>(list().places());
    places.sort(Comparator.comparingLong(Place::size).reversed());
    try (var conveyor = new Conveyor<Boolean>(Bounds.threads(), AHEAD)) {
      for (var place : places) {
        Bounds.interrupted();
        var passage = place.head().kind() == EntryKind.FILE ? wanted.of(place) : null;
        if (passage != null) {
          conveyor.give(
              () -> {
                pass(entry(place), passage, flaws);
                return true;
              },
              done -> {});
        }
      }
      conveyor.drain();
    }
  }

  /// Takes what was unpacked.
  private interface Taker {
    void take(byte[] bytes, int length) throws IOException, InterruptedException;
  }

  private void pass(ZipArchiveEntry entry, Passage passage, Flaws flaws)
      throws IOException, InterruptedException {
    var progress = new long[2];
    try {
      read(
          entry,
          (bytes, length) -> {
            passage.take((int) progress[0]++, progress[1], ByteBuffer.wrap(bytes, 0, length));
            progress[1] += length;
          });
      if (entry.getSize() == 0) {
        passage.take(0, 0, ByteBuffer.allocate(0));
      }
    } catch (Damaged e) {
      flaws.file(passage.path(), passage.path() + " is damaged: " + e.sentence());
      passage.lose((int) progress[0], Math.max(1, entry.getSize() - progress[1]));
    }
  }

  private void read(ZipArchiveEntry entry, Taker taker) throws IOException, InterruptedException {
    var crc = new CRC32();
    var passed = 0L;
    var block = new byte[BLOCK];
    try (var in = zip.getInputStream(entry)) {
      for (int count; (count = read(in, block)) > 0; ) {
        Bounds.interrupted();
        passed += count;
        if (passed > entry.getSize()) {
          throw new Damaged("it unpacks to more than it says.");
        }
        crc.update(block, 0, count);
        taker.take(block, count);
      }
    }
    if (passed != entry.getSize() || crc.getValue() != entry.getCrc()) {
      throw new Damaged("its bytes do not fit their checksum.");
    }
  }

  private static int read(InputStream in, byte[] block) throws IOException, InterruptedException {
    try {
      return in.readNBytes(block, 0, block.length);
    } catch (IOException e) {
      Reasons.notOfTheBytes(e);
      throw new Damaged("its bytes cannot be unpacked.");
    }
  }

  @Override
  public Optional<Place> last() throws IOException {
    return list().places().reversed().stream().findFirst();
  }

  @Override
  public Optional<Stored> stored(Place place) {
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    zip.close();
    channel.close();
  }
}

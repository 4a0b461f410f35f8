package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A zip as we write it: entry after entry without gaps, a directory whose every byte follows from
/// what it says, and a checksum over all of that at the end.
final class OwnZip implements Source {
  /// Tasks that wait; they hold nothing while they do.
  private static final int AHEAD = 4096;

  private final FileChannel channel;
  private final long directory;
  private final byte[] end;
  private @Nullable Listing listing;

  private OwnZip(FileChannel channel, long directory, byte[] end) {
    this.channel = channel;
    this.directory = directory;
    this.end = end;
  }

  /// Empty where the file does not end as ours do.
  ///
  /// @throws Damaged where it does, and the directory does not fit its checksum
  static Optional<OwnZip> of(FileChannel channel) throws IOException {
    var size = channel.size();
    var fixed = ZipEnd.END_FIXED + ZipEnd.COMMENT_LENGTH;
    if (size < fixed) {
      return Optional.empty();
    }
    var last = Blocks.read(channel, size - fixed, fixed);
    var comment = new String(last, ZipEnd.END_FIXED, ZipEnd.COMMENT_LENGTH, StandardCharsets.UTF_8);
    if (!comment.startsWith(ZipEnd.COMMENT)) {
      return Optional.empty();
    }
    var at = ZipEnd.directory(channel, size - fixed, last);
    if (at < 0 || at > size - fixed || size - at > Bounds.DIRECTORY) {
      throw damaged();
    }
    var end = Blocks.read(channel, at, (int) (size - at));
    var sum = ZipEnd.checksum(Integer.toUnsignedLong(FrameTable.crc32c(end, 0, end.length - 8)));
    if (!Arrays.equals(sum, Arrays.copyOfRange(end, end.length - 8, end.length))) {
      throw damaged();
    }
    return Optional.of(new OwnZip(channel, at, end));
  }

  private static Damaged damaged() {
    return new Damaged("The central directory at the zip's end is damaged.");
  }

  @Override
  public Format format() {
    return Format.ZIP;
  }

  @Override
  public boolean isOurs() {
    return true;
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
    var lines = new ZipLines(end);
    var expected = 0L;
    while (lines.hasNext()) {
      var line = lines.next();
      var data = line.offset() + line.local().length;
      if (line.offset() != expected || data + line.packed() > directory) {
        throw new Damaged(
            "The central directory names places that do not follow each other, at "
                + line.head().name()
                + ".");
      }
      expected = data + line.packed();
      places.add(place(line, flaws));
      Bounds.entries(places.size());
    }
    if (expected != directory) {
      throw new Damaged("Bytes lie between the last entry and the central directory.");
    }
    lines.end(directory);
    return new Listing(places, flaws.all());
  }

  private Place place(ZipLine line, Flaws flaws) throws IOException {
    var head = line.head();
    if (head.kind() != EntryKind.LINK) {
      return new Place(head, line.offset(), line);
    }
    var length = (int) Math.min(line.packed(), EntryName.BYTES_MAX);
    var bytes = Blocks.read(channel, line.offset() + line.local().length, length);
    if (FrameTable.crc32c(bytes, 0, length) != line.crc32c()) {
      flaws.file(head.name(), head.name() + " is damaged: its target does not fit its checksum.");
    }
    var target = new String(bytes, StandardCharsets.UTF_8);
    var link = new Head(head.name(), head.kind(), 0, head.mode(), head.modifiedOn(), target);
    return new Place(link, line.offset(), line);
  }

  @Override
  public byte[] bytes(Place place, int atMost) throws IOException, InterruptedException {
    if (place.size() > atMost) {
      throw new Damaged(place.name() + " is larger than " + atMost + " bytes.");
    }
    return new ZipEntryReading(channel, line(place)).bytes();
  }

  private static ZipLine line(Place place) {
    var line = place.zip();
    if (line == null) {
      throw new IllegalArgumentException("no place in a zip of ours");
    }
    return line;
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
        if (all || passage != null) {
          conveyor.give(
              () -> {
                var reading = new ZipEntryReading(channel, line(place));
                if (passage == null) {
                  reading.check(flaws);
                } else {
                  reading.pass(passage, flaws);
                }
                return true;
              },
              done -> {});
        }
      }
      conveyor.drain();
    }
  }

  @Override
  public Optional<Place> last() throws IOException {
    return list().places().reversed().stream().findFirst();
  }

  @Override
  public Optional<Stored> stored(Place place) {
    var line = line(place);
    return Optional.of(
        new Stored.OwnEntry(
            channel,
            line.offset() + line.local().length,
            line.packed(),
            line.method(),
            line.crc32(),
            line.crc32c()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

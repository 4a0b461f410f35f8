package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A tar in frames, as we write it.
final class FramedTar implements Source {
  private final FileChannel channel;
  private final Frames frames;
  private @Nullable Listing listing;
  private int cached = -1;
  private byte[] unpacked = new byte[0];

  FramedTar(FileChannel channel, Frames frames) {
    this.channel = channel;
    this.frames = frames;
  }

  @Override
  public Format format() {
    return Format.TAR_ZST;
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public Listing list() throws IOException, InterruptedException {
    var known = listing;
    if (known == null) {
      known = walk();
      listing = known;
    }
    return known;
  }

  private Listing walk() throws IOException, InterruptedException {
    var walk = new TarWalk(frames);
    var places = new ArrayList<Place>();
    var flaws = new Flaws();
    for (var more = true; more; ) {
      Bounds.interrupted();
      try {
        var place = walk.next();
        place.ifPresent(places::add);
        more = place.isPresent();
        Bounds.entries(places.size());
      } catch (Damaged e) {
        flaws.structure(e.sentence() + " Files whose headers lie there cannot be told.");
        more = walk.resume();
      }
    }
    return new Listing(places, flaws.all());
  }

  @Override
  public byte[] bytes(Place place, int atMost) throws IOException {
    if (place.size() > atMost) {
      throw new Damaged(place.name() + " is larger than " + atMost + " bytes.");
    }
    var bytes = new byte[(int) place.size()];
    for (var done = 0; done < bytes.length; ) {
      var frame = frames.at(place.at() + done);
      if (frame != cached) {
        unpacked = frames.unpacked(frame);
        cached = frame;
      }
      var skip = (int) (place.at() + done - frames.start(frame));
      var count = Math.min(bytes.length - done, unpacked.length - skip);
      System.arraycopy(unpacked, skip, bytes, done, count);
      done += count;
    }
    return bytes;
  }

  @Override
  public void pass(Passages wanted, boolean all, Flaws flaws)
      throws IOException, InterruptedException {
    var cut = new FrameParts(frames, list().places(), wanted);
    try (var conveyor = new Conveyor<Boolean>(Bounds.threads(), 2 * Bounds.threads())) {
      for (var frame = 0; frame < frames.table().count(); frame++) {
        Bounds.interrupted();
        var parts = cut.of(frame);
        if (all || !parts.isEmpty()) {
          var number = frame;
          conveyor.give(() -> read(number, parts, flaws), done -> {});
        }
      }
      conveyor.drain();
    }
  }

  private boolean read(int frame, List<FrameParts.Part> parts, Flaws flaws)
      throws IOException, InterruptedException {
    try {
      if (parts.isEmpty()) {
        frames.check(frame);
        return true;
      }
      frames.use(
          frame,
          bytes -> {
            for (var part : parts) {
              part.passage()
                  .take(part.nth(), part.at(), ByteBuffer.wrap(bytes, part.from(), part.length()));
            }
          });
      return true;
    } catch (Damaged e) {
      if (parts.isEmpty()) {
        flaws.structure(e.sentence());
      }
      for (var part : parts) {
        flaws.file(part.passage().path(), part.passage().path() + " is damaged: " + e.sentence());
        part.passage().lose(part.nth(), part.length());
      }
      return false;
    }
  }

  /// The manifest's header begins one of the last frames; nothing else has to be read for it.
  @Override
  public Optional<Place> last() throws IOException, InterruptedException {
    var walk = new TarWalk(frames);
    var count = frames.table().count();
    var most = Bounds.MANIFEST / TarZstWriter.PIECE + 2;
    for (var frame = count - 1; frame >= Math.max(0, count - most); frame--) {
      if (walk.beginsWithHeader(frame)) {
        return walk.next();
      }
    }
    return list().places().reversed().stream().findFirst();
  }

  /// Small files are read and packed anew, because they lie among headers that name the root
  /// folder; large ones lie in frames of their own.
  @Override
  public Optional<Stored> stored(Place place) throws IOException {
    if (place.size() <= Container.SMALL) {
      return Optional.of(new Stored.Whole(bytes(place, Container.SMALL)));
    }
    var first = frames.at(place.at());
    var end = place.at() + place.size() + TarHeaders.padding(place.size());
    var after = first;
    while (after < frames.table().count() && frames.start(after) < end) {
      after++;
    }
    return frames.start(first) == place.at() && frames.start(after) == end
        ? Optional.of(new Stored.OwnFrames(frames, first, after - first))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    frames.close();
    channel.close();
  }
}

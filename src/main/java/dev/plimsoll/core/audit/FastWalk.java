package dev.plimsoll.core.audit;

import dev.plimsoll.core.audit.scan.Chunk;
import dev.plimsoll.core.audit.scan.Chunks;
import dev.plimsoll.core.audit.scan.Plan;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.CanonicalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Walks the file of a log on all processors. Pieces are proven side by side, and put together in
/// order here: lines that are plainly right are passed by many at a time, and every other line is
/// given to the [ChainWalk] that judges any chain. So its verdict is that of the walk, to the word.
///
/// [#run(ChainVerification.Listener)] once, on any thread.
final class FastWalk {
  /// One byte longer than an entry may be, and one to see that it goes on.
  private static final int LONGEST = CanonicalJson.ENTRY_MAX + 1;

  private final Path file;
  private final Plan plan;
  private final ChainWalk walk;
  private final long[] sizes;
  private @Nullable ChainVerdict verdict;
  private boolean givenUp;

  FastWalk(Path file, Known known) {
    this(file, known, Plan.usual(LONGEST));
  }

  FastWalk(Path file, Known known, int chunkBytes, int threads) {
    this(file, known, new Plan(chunkBytes, LONGEST, threads));
  }

  private FastWalk(Path file, Known known, Plan plan) {
    this.file = file;
    this.plan = plan;
    this.walk = new ChainWalk(known);
    this.sizes =
        LongStream.concat(
                known.checkpoints().stream().mapToLong(Checkpoint::size),
                known.pins().stream().mapToLong(Known.Pin::entries))
            .sorted()
            .toArray();
  }

  /// @param listener told now and then how many entries were checked
  /// @return null where the lines have to be walked one by one from the beginning: a checkpoint
  ///   stands in the log that covers fewer entries than stand before it
  /// @throws InterruptedException as soon as the thread is interrupted
  @Nullable ChainVerdict run(ChainVerification.Listener listener)
      throws IOException, InterruptedException {
    new Chunks<>(file, plan, ProvenPiece::new, (chunk, piece) -> piece.look(chunk))
        .run((chunk, piece) -> {
          verdict = stitch(chunk, piece);
          listener.checked(walk.entries(), chunk.read());
          return verdict == null && !givenUp;
        });
    if (givenUp) {
      return null;
    }
    return verdict == null ? walk.end() : verdict;
  }

  /// How many entries were checked.
  long entries() {
    return walk.entries();
  }

  private @Nullable ChainVerdict stitch(Chunk chunk, ProvenPiece piece) {
    if (piece.first() != walk.entries()) {
      return oneByOne(chunk, piece, 0, piece.lines());
    }
    var at = 0;
    ChainVerdict found = null;
    if (piece.lines() > 0 && !piece.continues(chunk, walk.stand())) {
      found = oneByOne(chunk, piece, 0, 1);
      at = 1;
    }
    for (var i = 0; i <= piece.opened() && found == null && !givenUp; i++) {
      var next = i < piece.opened() ? piece.open(i) : piece.lines();
      if (next >= at) {
        found = passed(piece, at, next);
        if (found == null && next < piece.lines()) {
          found = oneByOne(chunk, piece, next, next + 1);
        }
        at = next + 1;
      }
    }
    return found;
  }

  /// Goes past lines that are plainly right, and stops at every size at which something is known.
  private @Nullable ChainVerdict passed(ProvenPiece piece, int from, int to) {
    var behind = from;
    while (behind < to) {
      var at = Arrays.binarySearch(sizes, piece.first() + behind + 1);
      var next = at >= 0 ? at : -at - 1;
      behind = next < sizes.length ? (int) Math.min(to, sizes[next] - piece.first()) : to;
      var found = walk.pass(piece.behind(behind, walk.stand()));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable ChainVerdict oneByOne(Chunk chunk, ProvenPiece piece, int from, int to) {
    for (var line = from; line < to; line++) {
      var raw = raw(chunk, piece.start(line));
      if (reachesBack(raw)) {
        givenUp = true;
        return null;
      }
      var found = walk.step(raw);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// As [JsonLines.Reader] would give it.
  private static ChainLines.RawLine raw(Chunk chunk, int start) {
    var end = chunk.lineEnd(start);
    var isEnded = chunk.isEnded(end) || end - start > LONGEST;
    return new ChainLines.RawLine(
        Arrays.copyOfRange(chunk.bytes(), start, Math.min(end, start + LONGEST)), null, isEnded);
  }

  /// Whether a line holds a checkpoint of fewer entries than stand before it, and none of that size
  /// was published before: the trees of those sizes are not kept here.
  private boolean reachesBack(ChainLines.RawLine line) {
    try {
      var entry = EntryLine.decode(line.bytes());
      if (!entry.event().equals(Event.CHECKPOINT_PUBLISHED.word())) {
        return false;
      }
      var size = Checkpoint.parse(String.valueOf(entry.data().get("note"))).size();
      return size != walk.entries() && !walk.isPublished(size);
    } catch (NotAnEntry | Problem judgedByTheWalk) {
      return false;
    }
  }
}

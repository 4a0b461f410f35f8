package dev.plimsoll.core.audit;

import dev.plimsoll.core.audit.scan.Bytes;
import dev.plimsoll.core.audit.scan.Chunk;
import dev.plimsoll.core.audit.scan.JsonScan;
import dev.plimsoll.core.trust.CanonicalJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/// What was proven of the lines of one piece of a log, before the pieces before it are known: which
/// of them are entries and follow the one before, their hashes, and the full subtrees over them.
/// Used again for the next piece; for one thread at a time.
final class ProvenPiece {
  private static final int SMALL = 1024;

  private final EntryScan scan = new EntryScan();
  private final LineHashes hashes = new LineHashes();
  private int[] starts = new int[SMALL];
  private long[] times = new long[SMALL];
  private int[] open = new int[SMALL];
  private int lines;
  private int opened;
  private long first;
  private int firstPrevious;

  /// Looks at all lines of a piece.
  void look(Chunk chunk) {
    scan.on(chunk.bytes());
    hashes.clear();
    lines = 0;
    opened = 0;
    first = JsonScan.NOT;
    firstPrevious = JsonScan.NOT;
    for (var at = chunk.first(); at < chunk.border(); ) {
      at = line(chunk, at) + 1;
    }
    if (first != JsonScan.NOT) {
      hashes.tree(first);
    }
  }

  /// @return where the line ends
  private int line(Chunk chunk, int start) {
    room();
    starts[lines] = start;
    var end = scan.entry(start);
    var isProven =
        end != JsonScan.NOT
            && chunk.bytes()[end] == '\n'
            && end - start <= CanonicalJson.ENTRY_MAX
            && chunk.isEnded(end);
    if (!isProven) {
      end = chunk.lineEnd(start);
      times[lines] = TimeScan.NOT;
    } else {
      times[lines] = scan.time();
      if (first == JsonScan.NOT) {
        first = scan.seq() - lines;
      }
    }
    if (lines == 0) {
      firstPrevious = isProven ? scan.previous() : JsonScan.NOT;
    }
    hashes.add(chunk.bytes(), start, end);
    if (!isProven || scan.isWeighty() || scan.seq() != first + lines || !follows(chunk)) {
      open[opened++] = lines;
    }
    lines++;
    return end;
  }

  /// Whether this line comes after the one before it, as far as that can be seen here.
  private boolean follows(Chunk chunk) {
    return lines == 0
        || (times[lines - 1] != TimeScan.NOT
            && times[lines - 1] <= times[lines]
            && hashes.isNamed(lines - 1, chunk.bytes(), scan.previous()));
  }

  private void room() {
    if (lines == starts.length) {
      starts = Arrays.copyOf(starts, 2 * lines);
      times = Arrays.copyOf(times, 2 * lines);
      open = Arrays.copyOf(open, 2 * lines);
    }
  }

  int lines() {
    return lines;
  }

  /// Where a line begins in the piece.
  int start(int line) {
    return starts[line];
  }

  /// The number that the first line has if the proven ones are right about theirs, or
  /// [JsonScan#NOT] where none is proven.
  long first() {
    return first;
  }

  /// How many lines have to be looked at one by one: those that are not proven, do not follow, or
  /// say something about the log.
  int opened() {
    return opened;
  }

  /// The number in the piece of such a line, ascending.
  int open(int index) {
    return open[index];
  }

  /// Whether the first line is proven and follows what the walk has come to.
  boolean continues(Chunk chunk, ChainWalk.Stand stand) {
    return firstPrevious != JsonScan.NOT
        && Bytes.isHex(chunk.bytes(), firstPrevious, HexFormat.of().parseHex(stand.head()), 0)
        && !Instant.ofEpochMilli(times[0]).isBefore(stand.time());
  }

  /// Where the walk stands behind the first `count` lines, from where it stands inside this piece.
  /// The line before is proven.
  ChainWalk.Stand behind(int count, ChainWalk.Stand stand) {
    return new ChainWalk.Stand(
        hashes.grown(stand.tree(), first + count),
        hashes.hex(count - 1),
        Instant.ofEpochMilli(times[count - 1]));
  }
}

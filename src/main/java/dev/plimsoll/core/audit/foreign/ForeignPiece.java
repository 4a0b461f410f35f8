package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.scan.Chunk;
import dev.plimsoll.core.audit.scan.JsonScan;
import dev.plimsoll.core.model.Recipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was seen of the lines of one piece of a file before the pieces before it are known: which
/// of them stand, and which follow the one before. Used again for the next piece; for one thread at
/// a time.
///
/// The lines fall into stretches: in one, every line stands and follows the one before it. A line
/// that does not stand, that something is said of, or that has no line end of its own is in none.
final class ForeignPiece {
  /// Longest line that is looked at like this, in bytes.
  static final int LONGEST = 1024 * 1024;

  private static final int SMALL = 256;
  private static final byte ALONE = -1;

  private final @Nullable LineProof proof;
  private final LineExaminer examiner;
  private final boolean isCounted;
  private final List<String> hashes = new ArrayList<>();
  private int[] starts = new int[SMALL];
  private int[] ends = new int[SMALL];
  private int[] prevs = new int[SMALL];
  private int[] prevEnds = new int[SMALL];
  private long[] seqs = new long[SMALL];
  private byte[] styles = new byte[SMALL];
  private @Nullable LineExam[] exams = new @Nullable LineExam[SMALL];
  private int[] breaks = new int[SMALL];
  private byte[] before = {};
  private int lines;
  private int stretches;
  private boolean tooLong;

  /// @throws dev.plimsoll.core.model.Problem as [LineExaminer]
  ForeignPiece(Recipe recipe, Known known) {
    this.proof = LineProof.suits(recipe) ? new LineProof(recipe) : null;
    this.examiner = new LineExaminer(recipe, known.keys());
    this.isCounted = recipe.fields().seq() != null;
  }

  /// Looks at all lines of a piece.
  void look(Chunk chunk) {
    lines = 0;
    stretches = 0;
    hashes.clear();
    tooLong = false;
    if (proof != null) {
      proof.on(chunk.bytes());
    }
    for (var at = chunk.first(); at < chunk.border() && !tooLong; ) {
      room();
      starts[lines] = at;
      exams[lines] = null;
      var end = proof == null ? JsonScan.NOT : proof.prove(at);
      if (proof != null && end != JsonScan.NOT && chunk.isEnded(end)) {
        proven(proof);
      } else {
        end = chunk.lineEnd(at);
        tooLong = end - at > LONGEST;
        examined(lineAt(chunk, at, end, 2));
      }
      ends[lines++] = end;
      at = end + 1;
    }
    hashes.add(new String(before, StandardCharsets.UTF_8));
  }

  private void proven(LineProof line) {
    styles[lines] = (byte) line.styles();
    prevs[lines] = line.prev();
    prevEnds[lines] = line.prevEnd();
    seqs[lines] = line.seq();
    if (isAfterGap() || !line.names(before)) {
      begin();
    }
    var length = line.hashTextEnd();
    if (before.length != length) {
      before = new byte[length];
    }
    System.arraycopy(line.hashText(), 0, before, 0, length);
  }

  private void examined(Line line) {
    var exam = tooLong || line.isBlank() ? null : examiner.examine(line.bytes());
    exams[lines] = exam;
    if (exam == null || !stands(line, exam)) {
      styles[lines] = ALONE;
      begin();
      return;
    }
    styles[lines] = (byte) exam.styles();
    seqs[lines] = exam.seq() == null ? -1 : exam.seq();
    if (isAfterGap() || !new String(before, StandardCharsets.UTF_8).equals(exam.prev())) {
      begin();
    }
    before = exam.hash().getBytes(StandardCharsets.UTF_8);
  }

  /// Whether nothing at all is said of a line.
  private static boolean stands(Line line, LineExam exam) {
    return exam.defect() == null
        && exam.obstacle() == null
        && exam.warnings().isEmpty()
        && (exam.styles() & LineStyle.ANY) != 0
        && line.end() == Line.End.LF
        && !line.isMarked();
  }

  /// Whether this line cannot go on with a stretch for other reasons than the hash that it names.
  private boolean isAfterGap() {
    return lines == 0
        || styles[lines - 1] == ALONE
        || (isCounted && seqs[lines] != seqs[lines - 1] + 1);
  }

  private void begin() {
    breaks[stretches++] = lines;
    hashes.add(new String(before, StandardCharsets.UTF_8));
  }

  private void room() {
    if (lines == starts.length) {
      starts = Arrays.copyOf(starts, 2 * lines);
      ends = Arrays.copyOf(ends, 2 * lines);
      prevs = Arrays.copyOf(prevs, 2 * lines);
      prevEnds = Arrays.copyOf(prevEnds, 2 * lines);
      seqs = Arrays.copyOf(seqs, 2 * lines);
      styles = Arrays.copyOf(styles, 2 * lines);
      exams = Arrays.copyOf(exams, 2 * lines);
      breaks = Arrays.copyOf(breaks, 2 * lines);
    }
  }

  int lines() {
    return lines;
  }

  /// Whether a line is longer than [#LONGEST]: then the lines behind it were not looked at.
  boolean isTooLong() {
    return tooLong;
  }

  int stretches() {
    return stretches;
  }

  /// The first line of a stretch, or the one line that is in none.
  int begin(int stretch) {
    return breaks[stretch];
  }

  /// Behind its last line.
  int end(int stretch) {
    return stretch + 1 < stretches ? breaks[stretch + 1] : lines;
  }

  boolean isAlone(int line) {
    return styles[line] == ALONE;
  }

  /// The hash text of the last line of a stretch.
  String hash(int stretch) {
    return hashes.get(stretch + 1);
  }

  /// The hash text that a line in a stretch names, or null.
  @Nullable String prev(Chunk chunk, int line) {
    var exam = exams[line];
    if (exam != null) {
      return exam.prev();
    }
    return prevs[line] == JsonScan.NOT
        ? null
        : new String(
            chunk.bytes(), prevs[line], prevEnds[line] - prevs[line], StandardCharsets.UTF_8);
  }

  /// The number of a line in a stretch, or null where the recipe does not count.
  @Nullable Long seq(int line) {
    return isCounted ? seqs[line] : null;
  }

  /// The styles that all of these lines may be written in.
  int common(int from, int to) {
    var all = LineStyle.ANY;
    for (var i = from; i < to; i++) {
      all &= styles[i];
    }
    return all;
  }

  /// How many of these lines have their members in order.
  long sorted(int from, int to) {
    var count = 0L;
    for (var i = from; i < to; i++) {
      count += (styles[i] & LineStyle.SORTED) == 0 ? 0 : 1;
    }
    return count;
  }

  /// What the examiner said of a line, or null where it was not asked.
  @Nullable LineExam exam(int line) {
    return exams[line];
  }

  /// A line, to be kept.
  ///
  /// @param number in the file, from 1
  Line line(Chunk chunk, int line, long number) {
    return lineAt(chunk, starts[line], ends[line], number);
  }

  private static Line lineAt(Chunk chunk, int start, int end, long number) {
    var offset = chunk.offset(start);
    return Line.of(
        Arrays.copyOfRange(chunk.bytes(), start, end),
        offset == 0 ? 1 : number,
        offset,
        chunk.isEnded(end));
  }
}

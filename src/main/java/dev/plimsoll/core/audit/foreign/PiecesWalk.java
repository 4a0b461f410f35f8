package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.scan.Chunk;
import dev.plimsoll.core.audit.scan.Chunks;
import dev.plimsoll.core.audit.scan.Plan;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks a foreign chain on all processors. Pieces are looked at side by side, and put together in
/// order here: stretches of lines that plainly stand and follow each other are passed at once,
/// every other line goes to [ChainStitch] by itself, with what [LineExaminer] says of it. So the
/// verdict is that of a walk line by line, to the word.
///
/// [#run(Consumer)] once, on any thread.
final class PiecesWalk {
  private static final int LARGE = 1024 * 1024;

  private final Path file;
  private final Plan plan;
  private final Recipe recipe;
  private final Known known;
  private final LineExaminer examiner;
  private final ChainStitch stitch;
  private long number = 1;
  private @Nullable ForeignVerdict verdict;
  private boolean givenUp;

  /// @throws Problem as [LineExaminer]
  PiecesWalk(Path file, Recipe recipe, Known known) {
    this(file, recipe, known, Plan.usual(ForeignPiece.LONGEST));
  }

  /// @param plan whose longest line is [ForeignPiece#LONGEST]
  PiecesWalk(Path file, Recipe recipe, Known known, Plan plan) {
    this.file = file;
    this.recipe = recipe;
    this.known = known;
    this.plan = plan;
    this.examiner = new LineExaminer(recipe, known.keys());
    this.stitch = new ChainStitch(recipe, examiner, known);
  }

  /// Whether a file is large enough for several threads, and its lines can be judged apart.
  static boolean suits(Path file, Recipe recipe) {
    try {
      return recipe.standsAlone() && Files.isRegularFile(file) && Files.size(file) >= LARGE;
    } catch (IOException toldWhenItIsRead) {
      return false;
    }
  }

  /// @param progress told now and then
  /// @return null where the lines have to be walked one by one from the beginning: one of them is
  ///   very long
  /// @throws InterruptedException as soon as the thread is interrupted
  @Nullable ForeignVerdict run(Consumer<Progress> progress)
      throws IOException, InterruptedException {
    var size = Files.size(file);
    progress.accept(new Progress(0, 0, size));
    var read = new long[1];
    new Chunks<>(
            file, plan, () -> new ForeignPiece(recipe, known), (chunk, piece) -> piece.look(chunk))
        .run((chunk, piece) -> {
          verdict = stitched(chunk, piece);
          read[0] = chunk.read();
          progress.accept(new Progress(stitch.entries(), read[0], size));
          return verdict == null && !givenUp;
        });
    if (givenUp) {
      return null;
    }
    return verdict == null ? stitch.end(Math.max(size, read[0])) : verdict;
  }

  /// How many entries were accepted.
  long entries() {
    return stitch.entries();
  }

  private @Nullable ForeignVerdict stitched(Chunk chunk, ForeignPiece piece) {
    if (piece.isTooLong()) {
      givenUp = true;
      return null;
    }
    for (var stretch = 0; stretch < piece.stretches(); stretch++) {
      var end = piece.end(stretch);
      for (var at = piece.begin(stretch); at < end; ) {
        if (!piece.isAlone(at) && passes(chunk, piece, stretch, at)) {
          at = end;
        } else {
          var found = alone(chunk, piece, at);
          if (found != null) {
            return found;
          }
          at++;
        }
      }
    }
    number += piece.lines();
    return null;
  }

  private boolean passes(Chunk chunk, ForeignPiece piece, int stretch, int from) {
    var end = piece.end(stretch);
    return stitch.follows(piece.prev(chunk, from), piece.seq(from))
        && !stitch.isAnchoredWithin(end - from)
        && stitch.passed(
            end - from,
            piece.sorted(from, end),
            piece.common(from, end),
            piece.line(chunk, end - 1, number + end - 1),
            piece.hash(stretch));
  }

  private @Nullable ForeignVerdict alone(Chunk chunk, ForeignPiece piece, int at) {
    var line = piece.line(chunk, at, number + at);
    if (line.isBlank()) {
      stitch.blank(line);
      return null;
    }
    var exam = piece.exam(at);
    return stitch.accept(line, exam == null ? examiner.examine(line.bytes()) : exam);
  }
}

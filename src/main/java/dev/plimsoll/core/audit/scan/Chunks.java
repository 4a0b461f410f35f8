package dev.plimsoll.core.audit.scan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A file looked at in pieces by several threads, and what they noted handed on in order. The
/// pieces that are under way are bounded, and used again: memory does not grow with the file.
///
/// @param <N> what is noted of a piece; made a few times and used again
public final class Chunks<N> {
  /// Looks at a piece, on one of several threads. Must take everything back that is left in the
  /// notes.
  public interface Looking<N> {
    void look(Chunk chunk, N notes);
  }

  /// Takes what was noted, in the order of the file, on the caller's thread.
  public interface Stitching<N> {
    /// Whether to go on.
    boolean next(Chunk chunk, N notes);
  }

  private final Path file;
  private final Plan plan;
  private final Looking<N> looking;
  private final List<Cell<N>> cells = new ArrayList<>();
  private long taken;
  private volatile boolean over;

  private static final class Cell<N> {
    private final Semaphore free = new Semaphore(1);
    private final Semaphore full = new Semaphore(0);
    private final Chunk chunk;
    private final N notes;
    private @Nullable Throwable failure;

    Cell(Plan plan, N notes) {
      this.chunk = new Chunk(plan);
      this.notes = notes;
    }
  }

  public Chunks(Path file, Plan plan, Supplier<N> notes, Looking<N> looking) {
    this.file = file;
    this.plan = plan;
    this.looking = looking;
    for (var i = 0; i < plan.ahead(); i++) {
      cells.add(new Cell<>(plan, notes.get()));
    }
  }

  /// Once. All threads have ended when it returns, whichever way.
  ///
  /// @throws InterruptedException when the caller is interrupted; noted at once
  public void run(Stitching<N> stitching) throws IOException, InterruptedException {
    var pieces = Math.ceilDiv(Files.size(file), (long) plan.chunkBytes());
    try (var channel = FileChannel.open(file, StandardOpenOption.READ);
        var pool = pool()) {
      for (var i = 0; i < Math.min(plan.threads(), pieces); i++) {
        pool.execute(() -> work(channel, pieces));
      }
      try {
        stitch(stitching, pieces);
      } finally {
        over = true;
        pool.shutdownNow();
      }
    }
  }

  private ExecutorService pool() {
    return Executors.newFixedThreadPool(
        plan.threads(), Thread.ofPlatform().name("chunk-", 0).daemon().factory());
  }

  private void stitch(Stitching<N> stitching, long pieces)
      throws IOException, InterruptedException {
    for (var piece = 0L; piece < pieces; piece++) {
      var cell = cell(piece);
      cell.full.acquire();
      switch (cell.failure) {
        case null -> {}
        case IOException e -> throw new IOException(e.getMessage(), e);
        case Throwable e -> throw new IllegalStateException("piece " + piece + " of " + file, e);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!stitching.next(cell.chunk, cell.notes)) {
        return;
      }
      cell.free.release();
    }
  }

  private void work(FileChannel channel, long pieces) {
    while (!over) {
      long piece;
      try {
        piece = take(pieces);
      } catch (InterruptedException stopped) {
        return;
      }
      if (piece >= pieces) {
        return;
      }
      var cell = cell(piece);
      try {
        cell.chunk.read(channel, piece, pieces);
        looking.look(cell.chunk, cell.notes);
      } catch (Throwable e) { // told where the piece would be stitched
        cell.failure = e;
      }
      cell.full.release();
    }
  }

  /// The next piece, with a cell that is free for it: taken in order, or one could overtake another
  /// on the way to the same cell.
  private synchronized long take(long pieces) throws InterruptedException {
    if (taken < pieces) {
      cell(taken).free.acquire();
    }
    return taken++;
  }

  private Cell<N> cell(long piece) {
    return cells.get((int) (piece % cells.size()));
  }
}

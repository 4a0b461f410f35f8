package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Work that several threads do, and whose fruits are handed over one after the other, in the order
/// in which the work was given, on the thread that gives it. Never more than a few pieces are under
/// way, which bounds the memory.
///
/// @param <T> the fruit
final class Conveyor<T> implements AutoCloseable {
  private final ExecutorService threads;
  private final int ahead;
  private final Deque<Piece<T>> underWay = new ArrayDeque<>();

  Conveyor(int threads, int ahead) {
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("archive-", 0).factory());
    this.ahead = ahead;
  }

  /// Takes a fruit.
  interface Taker<T> {
    void take(T fruit) throws IOException;
  }

  private record Piece<T>(Future<T> fruit, Taker<T> taker) {}

  /// Gives work; waits for the oldest and hands it over first where too much is under way.
  void give(Callable<T> work, Taker<T> taker) throws IOException, InterruptedException {
    while (underWay.size() >= ahead) {
      handOver();
    }
    underWay.add(new Piece<>(threads.submit(work), taker));
  }

  /// Hands over all that is under way.
  void drain() throws IOException, InterruptedException {
    while (!underWay.isEmpty()) {
      handOver();
    }
  }

  private void handOver() throws IOException, InterruptedException {
    var piece = underWay.remove();
    piece.taker.take(fruit(piece.fruit));
  }

  private static <T> T fruit(Future<T> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case InterruptedException stopped -> throw stopped;
        case RuntimeException flaw -> throw flaw;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /// Stops what is under way and waits until it has stopped: its buffers and files are free then.
  @Override
  public void close() {
    underWay.forEach(piece -> piece.fruit.cancel(true));
    threads.shutdownNow();
    threads.close();
  }
}

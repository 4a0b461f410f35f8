package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// One file on its way out of an archive: its bytes come in parts, on several threads, each part
/// with its turn; they are written where they belong at once, and digested in their order.
/// Thread-safe.
final class Passage {
  private final String path;
  private final long size;
  private final Watcher watcher;
  private final Arrived arrived;
  private final Sha256 sha256 = new Sha256();
  private @Nullable Opening opening;
  private @Nullable FileChannel into;
  private int turn;
  private long digested;
  private boolean lost;

  /// Hears of a file's end once, on any thread.
  interface Arrived {
    /// @param sha256 null where parts of it were lost
    void arrived(String path, long size, @Nullable String sha256) throws IOException;
  }

  Passage(String path, long size, Watcher watcher, Arrived arrived) {
    this.path = path;
    this.size = size;
    this.watcher = watcher;
    this.arrived = arrived;
  }

  /// Makes the file that is to be written.
  interface Opening {
    FileChannel open() throws IOException;
  }

  /// Writes it there, too; the file is made when the first part comes, on that part's thread.
  Passage into(Opening file) {
    opening = file;
    return this;
  }

  private synchronized @Nullable FileChannel opened() throws IOException {
    var file = opening;
    if (file != null) {
      opening = null;
      into = file.open();
    }
    return into;
  }

  String path() {
    return path;
  }

  /// Takes a part. Blocks until the parts before it have come.
  ///
  /// @param nth its turn, from 0
  /// @param at its offset in the file
  void take(int nth, long at, ByteBuffer part) throws IOException, InterruptedException {
    var length = part.remaining();
    var channel = opened();
    if (channel != null) {
      var copy = part.duplicate();
      for (var place = at; copy.hasRemaining(); ) {
        place += channel.write(copy, place);
      }
    }
    synchronized (this) {
      awaitTurn(nth);
      sha256.update(part.array(), part.arrayOffset() + part.position(), length);
      step(length);
    }
    watcher.passed(path, length);
  }

  /// A part that cannot be had.
  synchronized void lose(int nth, long length) throws IOException, InterruptedException {
    awaitTurn(nth);
    lost = true;
    step(length);
  }

  private void awaitTurn(int nth) throws InterruptedException {
    while (turn != nth) {
      wait();
    }
  }

  private void step(long length) throws IOException {
    turn++;
    digested += length;
    notifyAll();
    if (digested >= size) {
      var channel = into;
      if (channel != null) {
        channel.close();
      }
      arrived.arrived(path, size, lost || digested > size ? null : sha256.hex());
    }
  }
}

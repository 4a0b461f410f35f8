package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads one source, computes its SHA-256 on the way, and says whether it kept still.
final class SourceReading implements AutoCloseable {
  static final int ATTEMPTS = 3;

  private static final String WHAT = "Backup not written";

  private final String path;
  private final Content content;
  private Sha256 sha256 = new Sha256();
  private @Nullable InputStream in;
  private long size;
  private Instant modifiedOn = Instant.EPOCH;

  SourceReading(NewEntry entry) {
    this.path = entry.path();
    this.content = entry.content();
  }

  /// Reading that may fail.
  private interface Reading<T> {
    T run() throws IOException;
  }

  /// From the first byte, anew.
  void open() throws InterruptedException {
    close();
    sha256 = new Sha256();
    in = of(content::open);
    size = of(content::size);
    modifiedOn = of(content::modifiedOn);
  }

  long size() {
    return size;
  }

  Instant modifiedOn() {
    return modifiedOn;
  }

  /// Fills the room from what is left.
  ///
  /// @return fewer than there is room for only at the end
  int fill(byte[] room, long left) throws InterruptedException {
    var stream = Objects.requireNonNull(in, "opened");
    var count = of(() -> stream.readNBytes(room, 0, (int) Math.min(room.length, left)));
    sha256.update(room, 0, count);
    return count;
  }

  /// After as many bytes as it has by its size: whether nothing follows, and it is what was opened.
  boolean wasStill(long passed) throws InterruptedException {
    var stream = Objects.requireNonNull(in, "opened");
    var still = of(() -> passed == size && stream.read() < 0 && content.isStill());
    close();
    return still;
  }

  String sha256() {
    return sha256.hex();
  }

  private <T> T of(Reading<T> reading) throws InterruptedException {
    try {
      return reading.run();
    } catch (IOException e) {
      Reasons.interrupted(e);
      throw Problem.of(
          WHAT,
          path + " cannot be read: " + Reasons.of(e) + ".",
          "Nothing was published. Make it readable or take it out of the set, and take the backup"
              + " again.",
          e);
    }
  }

  /// What is said of a file that never kept still.
  Problem restless() {
    return Problem.of(
        WHAT,
        path + " was changed while it was read, " + ATTEMPTS + " times.",
        "Nothing was published. Stop what writes it, or give it the kind that fits"
            + " (log, sqlite, duckdb).");
  }

  @Override
  public void close() {
    var stream = in;
    in = null;
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException harmless) {
        return; // everything that was wanted of it was read
      }
    }
  }
}

package dev.plimsoll.core.audit.picture;

import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads a chain once, from its first line to its last, and draws it. Memory does not grow with the
/// chain. [#run()] once, on any thread; [#entries()] may be asked from any other. Interrupting the
/// thread ends it with what was read so far.
public final class PictureReading {
  private static final int STRIDE = 1024;

  private final Source source;
  private final PictureBuilder builder;
  private final Consumer<String> taking;
  private volatile long entries;

  @FunctionalInterface
  private interface Source {
    PictureLines open() throws IOException;
  }

  private PictureReading(Source source, PictureBuilder builder, Consumer<String> taking) {
    this.source = source;
    this.builder = builder;
    this.taking = taking;
  }

  /// Our own log, as it is stored.
  public static PictureReading own(LogStore store, Outside outside) {
    return own(() -> PictureLines.of(store), outside);
  }

  /// Our own log, exported.
  public static PictureReading own(Path file, Outside outside) {
    return own(() -> PictureLines.of(file), outside);
  }

  private static PictureReading own(Source source, Outside outside) {
    var builder = new PictureBuilder(outside);
    return new PictureReading(source, builder, new OwnLines(builder)::take);
  }

  /// Any chain in JSON Lines: our own log exported, or somebody else's. Which one it is shows in
  /// its first line.
  public static PictureReading of(Path file, Outside outside) {
    return isOwn(file) ? own(file, outside) : foreign(file, outside);
  }

  private static boolean isOwn(Path file) {
    try (var lines = PictureLines.of(file)) {
      var first = lines.next();
      return first != null && first.startsWith("{\"_prev\":\"") && first.contains("\"_seq\":");
    } catch (IOException unread) {
      // the reading itself says so
      return false;
    }
  }

  /// Somebody else's chain in JSON Lines. Where its entries have a member with a time, it is drawn
  /// as time. Blank lines are no entries.
  public static PictureReading foreign(Path file, Outside outside) {
    var builder = new PictureBuilder(outside);
    return new PictureReading(
        () -> PictureLines.of(file), builder, new ForeignLines(builder)::take);
  }

  /// How many entries were read so far.
  public long entries() {
    return entries;
  }

  /// @throws Problem where it cannot be read
  public ChainPicture run() {
    try (var lines = source.open()) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        taking.accept(line);
        if (builder.entries() % STRIDE == 0) {
          entries = builder.entries();
          if (Thread.currentThread().isInterrupted()) {
            break;
          }
        }
      }
    } catch (IOException e) {
      throw Problem.of(
          "Chain not drawn",
          "It could not be read: " + e.getMessage() + ".",
          "See that the file is there and may be read, then draw it again.",
          e);
    }
    entries = builder.entries();
    return builder.build();
  }
}

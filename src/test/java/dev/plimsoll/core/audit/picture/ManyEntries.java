package dev.plimsoll.core.audit.picture;

import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/// A log as long as a test wants it, whose lines are made when they are read. Every hundred entries
/// are a run: opened, steps, a sign-off, a record, a checkpoint, sealed; the runs are ten hours
/// apart. It is shaped like a log and not chained.
public final class ManyEntries implements LogStore {
  /// When entry 0 was written.
  public static final Instant BEGAN = Instant.parse("2024-01-01T06:00:00Z");

  private static final String NO_HASH = "0".repeat(64);
  private static final Actor ACTOR = new Actor("ops@example.org", null);
  private static final int RUN = 100;

  private final long size;

  public ManyEntries(long size) {
    this.size = size;
  }

  @Override
  public LogEntry append(Function<Head, LogEntry> made) {
    throw new UnsupportedOperationException("made to be read");
  }

  @Override
  public Head head() {
    return new Head(size, NO_HASH);
  }

  @Override
  public List<Line> read(long from, int limit) {
    return LongStream.range(from, Math.min(size, from + limit))
        .mapToObj(seq -> new Line(seq, line(seq), NO_HASH))
        .toList();
  }

  static Instant time(long seq) {
    return BEGAN.plus(Duration.ofHours(10 * (seq / RUN))).plusSeconds(7 * (seq % RUN));
  }

  private static String line(long seq) {
    var run = "r" + seq / RUN;
    var release = Map.of("product", "customer-ops", "version", "1." + seq / RUN + ".0");
    Map<String, Object> data =
        switch ((int) (seq % RUN)) {
          case 0 ->
              seq == 0
                  ? Map.of("origin", "plimsoll.dev/log/" + "0".repeat(32))
                  : Map.of(
                      "run", run, "checklist", Map.of("title", "Pre-release"), "release", release);
          case 96 -> Map.of("principal", "approver@example.org", "release", release);
          case 97 -> Map.of("release", release);
          case 98 -> Map.of("size", seq, "to", "tag v1." + seq / RUN + ".0");
          default -> Map.of("run", run);
        };
    var event =
        switch ((int) (seq % RUN)) {
          case 0 -> seq == 0 ? "log.created" : "run.opened";
          case 96 -> "signoff.given";
          case 97 -> "record.signed";
          case 98 -> "checkpoint.published";
          case 99 -> seq % 700 == 699 ? "run.aborted" : "run.sealed";
          default -> "step.concluded";
        };
    return new String(
        new EntryLine(NO_HASH, seq, time(seq), ACTOR, data, event).encode(),
        StandardCharsets.UTF_8);
  }
}

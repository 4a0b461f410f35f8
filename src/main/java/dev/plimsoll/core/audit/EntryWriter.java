package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the next line under the store's lock. For one append, on one thread: handed to the store
/// until it has said what it was made for, which takes a second time where the clock stepped back.
final class EntryWriter implements Function<LogStore.Head, LogEntry> {
  private final LogKeeper keeper;
  private final LogStore store;
  private final LastSeen known;
  private Event event = Event.LOG_OPENED;
  private Actor actor;
  private Payload payload = (size, time) -> Map.of();
  private boolean saidIt;

  /// What an entry says, made when its place is known.
  interface Payload {
    Map<String, ?> at(long seq, Instant time);
  }

  /// The log already has its first entry.
  static final class NotFirst extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// @param known what this process last saw; the store must not fall behind it
  EntryWriter(LogKeeper keeper, LastSeen known, LogStore store) {
    this.keeper = keeper;
    this.known = known;
    this.store = store;
    this.actor = keeper.actor();
  }

  EntryWriter saying(Event event, Actor actor, Map<String, ?> data) {
    return saying(event, actor, (size, time) -> data);
  }

  EntryWriter saying(Event event, Actor actor, Payload payload) {
    this.event = event;
    this.actor = actor;
    this.payload = payload;
    return this;
  }

  Function<LogStore.Head, LogEntry> onlyFirst() {
    return head -> {
      if (head.size() > 0) {
        throw new NotFirst();
      }
      return apply(head);
    };
  }

  @Override
  public LogEntry apply(LogStore.Head head) {
    var last = known.entry();
    refuseShrunken(head, last);
    var before = timeOf(head, last);
    var now = Times.cut(keeper.clock().instant());
    saidIt = !now.isBefore(before);
    return saidIt
        ? entry(head, now, event, actor, payload.at(head.size(), now))
        : entry(head, now, Event.CLOCK_STEPPED, keeper.actor(), stepped(before, now));
  }

  private static Map<String, Object> stepped(Instant before, Instant now) {
    return Map.of(
        "before", Times.text(before),
        "now", Times.text(now),
        "backwardMillis", Duration.between(now, before).toMillis());
  }

  private LogEntry entry(
      LogStore.Head head, Instant now, Event word, Actor by, Map<String, ?> said) {
    var data = Payloads.frozen(said);
    var line = new EntryLine(head.hash(), head.size(), now, by, data, word.word());
    var bytes = encoded(line);
    return line.entry(new String(bytes, StandardCharsets.UTF_8), EntryLine.hash(bytes));
  }

  private static byte[] encoded(EntryLine line) {
    byte[] bytes;
    try {
      bytes = line.encode();
    } catch (IllegalArgumentException e) {
      throw notRecorded(
          line.event(), "It cannot be written as canonical JSON: " + e.getMessage() + ".", e);
    }
    if (bytes.length > CanonicalJson.ENTRY_MAX) {
      throw notRecorded(
          line.event(),
          "It has " + bytes.length + " bytes, more than the 65536 an entry may have.",
          null);
    }
    return bytes;
  }

  private static Problem notRecorded(String event, String reason, @Nullable Exception cause) {
    var what = "Entry " + event + " not recorded";
    var next = "Attach long texts as evidence and try again; nothing was appended.";
    return cause == null ? Problem.of(what, reason, next) : Problem.of(what, reason, next, cause);
  }

  private void refuseShrunken(LogStore.Head head, LastSeen.Entry last) {
    if (head.size() < last.size()
        || (head.size() == last.size() && !head.hash().equals(last.hash()))) {
      throw Problem.of(
          "Audit log rolled back",
          "It had "
              + last.size()
              + " entries a moment ago and now ends with another, at "
              + head.size()
              + ".",
          "Nothing is appended to it. Close Plimsoll, bring the newer history back, and start"
              + " again.");
    }
  }

  private Instant timeOf(LogStore.Head head, LastSeen.Entry last) {
    if (head.hash().equals(last.hash())) {
      return last.time();
    }
    var line = store.read(head.size() - 1, 1).getFirst();
    if (!EntryLine.hash(line.text().getBytes(StandardCharsets.UTF_8)).equals(head.hash())) {
      throw damaged(line.seq(), "its stored hash is another line's");
    }
    try {
      return EntryLine.read(line).time();
    } catch (NotAnEntry e) {
      throw damaged(line.seq(), e.reason());
    }
  }

  private static Problem damaged(long seq, String reason) {
    return Problem.of(
        "Audit log damaged",
        "Its last entry, " + seq + ", cannot be continued: " + reason + ".",
        "Nothing is appended to it. Run `plimsoll audit verify`, then restore the history from a"
            + " backup.");
  }

  /// Whether the last line that was made is the one it was asked for.
  boolean saidIt() {
    return saidIt;
  }
}

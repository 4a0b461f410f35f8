package dev.plimsoll.core.audit;

import dev.plimsoll.core.audit.scan.Bytes;
import dev.plimsoll.core.audit.scan.JsonScan;
import dev.plimsoll.core.audit.scan.Spelling;
import java.nio.charset.StandardCharsets;

/// Proves of a line that it is the one spelling of an entry, as [EntryLine#decode(byte[])] would
/// find, without making an entry of it. What it cannot prove is for `decode` to judge. For one
/// thread.
final class EntryScan {
  private static final byte[] PREV = ascii("{\"_prev\":\"");
  private static final byte[] SEQ = ascii("\",\"_seq\":");
  private static final byte[] TIME = ascii(",\"_time\":\"");
  private static final byte[] ACTOR = ascii("\",\"_v\":1,\"actor\":{\"id\":\"");
  private static final byte[] KEY = ascii(",\"key\":\"");
  private static final byte[] PAYLOAD = ascii("},\"data\":");
  private static final byte[] EVENT = ascii(",\"event\":\"");
  private static final byte[] END = ascii("\"}");

  /// Events that the walk has to look at itself begin with one of these.
  private static final byte[][] WEIGHTY = {ascii("checkpoint."), ascii("key."), ascii("log.")};

  private static final int HASH = 64;
  private static final int LONGEST_SEQ = 15;

  private final JsonScan json = new JsonScan(Spelling.CANONICAL);
  private final TimeScan times = new TimeScan();
  private byte[] bytes = {};
  private int previous;
  private long seq;
  private long time;
  private boolean weighty;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void on(byte[] lines) {
    bytes = lines;
    json.on(lines);
  }

  /// @return behind the entry that begins here, or [JsonScan#NOT]; that a line feed follows is not
  ///   looked at
  int entry(int at) {
    if (!Bytes.stands(bytes, at, PREV)) {
      return JsonScan.NOT;
    }
    previous = at + PREV.length;
    var next = behind(previous + HASH, SEQ);
    next = next == JsonScan.NOT ? next : seq(next);
    next = next == JsonScan.NOT ? next : behind(next, TIME);
    if (next == JsonScan.NOT) {
      return next;
    }
    time = times.millis(bytes, next);
    next = time == TimeScan.NOT ? JsonScan.NOT : behind(next + TimeScan.LENGTH, ACTOR);
    next = next == JsonScan.NOT ? next : actor(next);
    next = next == JsonScan.NOT ? next : behind(next, PAYLOAD);
    if (next == JsonScan.NOT || bytes[next] != '{') {
      return JsonScan.NOT;
    }
    next = json.value(next, 1);
    next = next == JsonScan.NOT ? next : behind(next, EVENT);
    next = next == JsonScan.NOT ? next : event(next);
    return next == JsonScan.NOT ? next : behind(next, END);
  }

  private int behind(int at, byte[] expected) {
    return Bytes.stands(bytes, at, expected) ? at + expected.length : JsonScan.NOT;
  }

  private int seq(int from) {
    var at = from;
    seq = 0;
    while (bytes[at] >= '0' && bytes[at] <= '9') {
      seq = 10 * seq + bytes[at++] - '0';
    }
    var length = at - from;
    return length == 0 || length > LONGEST_SEQ || (length > 1 && bytes[from] == '0')
        ? JsonScan.NOT
        : at;
  }

  private int actor(int at) {
    var end = json.text(at);
    if (end == JsonScan.NOT || bytes[end + 1] == '}') {
      return end == JsonScan.NOT ? end : end + 1;
    }
    var key = behind(end + 1, KEY);
    end = key == JsonScan.NOT ? key : json.text(key);
    return end == JsonScan.NOT ? end : end + 1;
  }

  private int event(int from) {
    var point = letters(from);
    var end = letters(point + 1);
    if (point == from || bytes[point] != '.' || end == point + 1) {
      return JsonScan.NOT;
    }
    weighty = false;
    for (var word : WEIGHTY) {
      weighty |= Bytes.stands(bytes, from, word);
    }
    return end;
  }

  private int letters(int from) {
    var at = from;
    while (bytes[at] >= 'a' && bytes[at] <= 'z') {
      at++;
    }
    return at;
  }

  /// Of the last entry that was proven: where its `_prev` begins, 64 bytes of which nothing is
  /// known.
  int previous() {
    return previous;
  }

  long seq() {
    return seq;
  }

  /// Milliseconds since 1970.
  long time() {
    return time;
  }

  /// Whether its event says something about keys or checkpoints or the log itself.
  boolean isWeighty() {
    return weighty;
  }
}

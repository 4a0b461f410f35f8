package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.Merkle;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One walk over a bundle's log: what the chain's own verification says of it, and the few things
/// that a record is held against. Where the chain is broken, only what stands before the break
/// counts. Memory does not grow with the log.
final class LogReading {
  private static final String[] OF_INTEREST = {
    tail(Event.LOG_CREATED),
    tail(Event.KEY_ROTATED),
    tail(Event.RECORD_SIGNED),
    tail(Event.STEP_CONCLUDED)
  };

  private final Wanted wanted;
  private final LoggedAttempts attempts;
  private final Map<Long, Mark> marks = new HashMap<>();
  private final List<Ed25519PublicKey> keys = new ArrayList<>();
  private Merkle tree = Merkle.EMPTY;
  private String origin = "";
  private @Nullable LoggedRecord logged;
  private ChainVerdict verdict = new ChainVerdict.CouldNotTell("The log was not read.");

  /// What is looked for.
  ///
  /// @param record SHA-256 of the record
  /// @param pinned how many lines the record vouches for
  /// @param sizes for which a [Mark] is wanted
  /// @param runs whose attempts are wanted
  record Wanted(String record, long pinned, Set<Long> sizes, Set<String> runs) {}

  /// The log as it was when it had so many lines.
  ///
  /// @param head hash of the last of them
  record Mark(String rootHash, String head) {}

  private LogReading(Wanted wanted) {
    this.wanted = wanted;
    this.attempts = new LoggedAttempts(wanted.runs());
  }

  static LogReading of(InputStream in, Wanted wanted) throws IOException {
    var reading = new LogReading(wanted);
    try (var lines = new WatchedLines(in, reading::watch)) {
      reading.verdict = new ChainVerification(lines, Known.NOTHING).run();
    }
    return reading;
  }

  private static String tail(Event event) {
    return "\"event\":\"" + event.word() + "\"}";
  }

  private void watch(byte[] line) {
    tree = tree.plus(line);
    if (wanted.sizes().contains(tree.size())) {
      marks.put(tree.size(), new Mark(tree.rootHash(), Digests.sha256Hex(line)));
    }
    if (isOfInterest(line)) {
      try {
        read(EntryLine.decode(line));
      } catch (RuntimeException e) {
        // the chain's verification, which sees the same line next, says what is wrong with it
      }
    }
  }

  private static boolean isOfInterest(byte[] line) {
    for (var tail : OF_INTEREST) {
      var bytes = tail.getBytes(StandardCharsets.US_ASCII);
      var from = line.length - bytes.length;
      if (from >= 0 && Arrays.equals(line, from, line.length, bytes, 0, bytes.length)) {
        return true;
      }
    }
    return false;
  }

  private void read(EntryLine entry) {
    var data = Members.of(entry.data(), entry.event());
    if (entry.seq() == 0) {
      origin = data.text("origin");
      keys.add(Ed25519PublicKey.fromOpenSsh(data.text("logKey")));
      return;
    }
    switch (Event.ofWord(entry.event()).orElse(null)) {
      case KEY_ROTATED -> {
        if (entry.seq() < wanted.pinned()) {
          keys.add(Ed25519PublicKey.fromOpenSsh(data.text("logKey")));
        }
      }
      case STEP_CONCLUDED -> {
        if (entry.seq() < wanted.pinned()) {
          attempts.take(entry);
        }
      }
      case RECORD_SIGNED -> {
        if (logged == null && wanted.record().equals(entry.data().get("sha256"))) {
          logged = LoggedRecord.of(entry.data(), entry.seq(), entry.time());
        }
      }
      case null, default -> {
        // nothing that a record is held against
      }
    }
  }

  ChainVerdict verdict() {
    return verdict;
  }

  /// The whole chain, if it is.
  Optional<ChainVerdict.Whole> whole() {
    return verdict instanceof ChainVerdict.Whole whole ? Optional.of(whole) : Optional.empty();
  }

  Optional<Mark> mark(long size) {
    return Optional.ofNullable(marks.get(size));
  }

  String origin() {
    return origin;
  }

  /// The keys that may have signed its checkpoints, as the log itself names them. One that it names
  /// after what the record vouches for does not count: anybody could go on with the log and name a
  /// key of their own.
  List<Ed25519PublicKey> keys() {
    return keys;
  }

  /// How the attempts of the wanted runs ended.
  LoggedAttempts attempts() {
    return attempts;
  }

  /// The entry that says the record was signed.
  Optional<LoggedRecord> logged() {
    return Optional.ofNullable(logged);
  }
}

package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Our own log, open for appending (docs/formats/audit-chain.md). Every entry names the hash of the
/// one before it; what is appended is on disk when the call returns. Thread-safe; other processes
/// may append to the same log meanwhile.
///
/// A log that is behind the last checkpoint signed for it (an old copy was put back) can still be
/// read: [#obstacle()] says so, and everything that would append throws it.
public final class AuditLog {
  private final LogStore store;
  private final LogKeeper keeper;
  private final LogEntries entries;
  private final CheckpointMemory memory;
  private final CheckpointDesk desk;
  private final LastSeen last = new LastSeen();
  private volatile @Nullable Problem obstacle;
  private volatile @Nullable Genesis genesis;

  private AuditLog(LogStore store, LogKeeper keeper, CheckpointMemory memory) {
    this.store = store;
    this.keeper = keeper;
    this.memory = memory;
    this.entries = new LogEntries(store);
    this.desk = new CheckpointDesk(store, keeper.key(), memory);
  }

  /// Opens the log that is kept in `store`; an empty store becomes a new log, whose entry 0 is
  /// written at once.
  ///
  /// @param memory where the last signed checkpoint of this log is remembered, apart from the store
  /// @throws Problem where the store cannot be read, or a new log not be written
  public static AuditLog open(LogStore store, LogKeeper keeper, CheckpointMemory memory) {
    var log = new AuditLog(store, keeper, memory);
    log.obstacle = Continuity.obstacle(store, memory).orElse(null);
    if (log.obstacle == null && store.head().size() == 0) {
      log.create(null);
    }
    return log;
  }

  /// Begins a new log in an empty store, in place of one that was given up; its first entry names
  /// that one.
  ///
  /// @throws Problem where the store is not empty
  public static AuditLog openAfter(
      Genesis.PreviousLog previous, LogStore store, LogKeeper keeper, CheckpointMemory memory) {
    if (store.head().size() > 0) {
      throw Problem.of(
          "New audit log not begun",
          "The place for it already holds a log.",
          "Begin it in an empty place.");
    }
    var log = new AuditLog(store, keeper, memory);
    log.create(previous);
    return log;
  }

  private void create(Genesis.@Nullable PreviousLog previous) {
    var writer =
        new EntryWriter(keeper, last, store)
            .saying(Event.LOG_CREATED, keeper.actor(), Genesis.payload(keeper, previous));
    try {
      last.see(store.append(writer.onlyFirst()));
    } catch (EntryWriter.NotFirst another) {
      // another process created it between our look and our lock: theirs it is
      return;
    }
  }

  /// Why nothing may be appended, if so.
  public Optional<Problem> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  /// Appends one entry; it is on disk when this returns. Where the clock is behind the entry
  /// before, `clock.stepped` is appended first; the time itself is written as the clock tells it.
  ///
  /// @param data text, `Long` or `Integer`, `Boolean`, null, and lists and maps of these; redacted
  ///   by the caller
  /// @return the entry, its payload as it would be read back
  /// @throws Problem where the log is behind its last checkpoint, the store cannot be written, or
  ///   the entry is larger than 64 KiB or has no canonical spelling; nothing is appended then
  public LogEntry append(Event event, Actor actor, Map<String, ?> data) {
    return append(event, actor, (size, time) -> data);
  }

  private LogEntry append(Event event, Actor actor, EntryWriter.Payload payload) {
    refuseIfBehind();
    var writer = new EntryWriter(keeper, last, store).saying(event, actor, payload);
    while (true) {
      var entry = store.append(writer);
      last.see(entry);
      if (writer.saidIt()) {
        return entry;
      }
    }
  }

  private void refuseIfBehind() {
    var problem = obstacle;
    if (problem != null) {
      throw problem;
    }
  }

  public LogStore.Head head() {
    return store.head();
  }

  /// At most `limit` entries from sequence number `from`, in order.
  public List<LogEntry> entries(long from, int limit) {
    return entries.entries(from, limit);
  }

  /// Every entry, in order, read page by page.
  public Stream<LogEntry> all() {
    return entries.all();
  }

  /// The log's name: `plimsoll.dev/log/` and 32 hex digits.
  public String origin() {
    return born().origin();
  }

  /// The log's identity: hash of entry 0, lower-case hex.
  public String genesis() {
    return born().hash();
  }

  private Genesis born() {
    var known = genesis;
    if (known == null) {
      known = entries.genesis();
      genesis = known;
    }
    return known;
  }

  /// Signs how many entries there are now and what their root is, and remembers that. Reads only
  /// what came since the last.
  ///
  /// @throws Problem where the log does not extend the last one signed, or the key here is not the
  ///   log's
  public Checkpoint checkpoint() {
    refuseIfBehind();
    refuseAnotherKey();
    return desk.sign(origin(), store.head().size());
  }

  /// [#checkpoint()], and an entry that says where it went. The checkpoint covers every entry
  /// before its own.
  ///
  /// @param to for a person: `tag v1.2.3`, `sign-off request`
  public Checkpoint publish(String to) {
    refuseIfBehind();
    refuseAnotherKey();
    desk.catchUp(origin());
    var signed = new Checkpoint[1];
    append(
        Event.CHECKPOINT_PUBLISHED,
        keeper.actor(),
        (size, time) -> {
          signed[0] = desk.sign(origin(), size);
          return published(signed[0], to);
        });
    return signed[0];
  }

  private static Map<String, Object> published(Checkpoint checkpoint, String to) {
    return Map.of(
        "size",
        checkpoint.size(),
        "root",
        checkpoint.rootHash(),
        "to",
        to,
        "note",
        checkpoint.encode());
  }

  /// Says that something went wrong before and the log goes on.
  public void recover(String reason) {
    append(Event.LOG_RECOVERED, keeper.actor(), Map.of("reason", reason));
  }

  /// Brings back the entries that are missing since the last checkpoint from an export of the same
  /// log, and says so in an entry. The export is verified against that checkpoint before anything
  /// is appended.
  ///
  /// @param export JSON Lines, as [JsonLines] writes them
  /// @throws Problem where the export is not whole, is of another log, or does not reach the
  ///   checkpoint; nothing changes then
  public void recoverFrom(Path export) {
    var count = new MissingEntries(store, memory).appendFrom(export);
    obstacle = Continuity.obstacle(store, memory).orElse(null);
    var data = new HashMap<String, Object>();
    data.put("reason", "missing entries were brought back from an export");
    data.put("entries", count);
    append(Event.LOG_RECOVERED, keeper.actor(), data);
  }

  /// From now on this installation's key signs the checkpoints of this log; an entry says so.
  ///
  /// @param reason for an auditor: why the former key no longer signs
  public void rotateKey(String reason) {
    var data =
        Map.of(
            "logKey",
            keeper.key().publicKey().openSsh(),
            "previous",
            signingKey().fingerprint(),
            "reason",
            reason);
    append(Event.KEY_ROTATED, keeper.actor(), data);
  }

  private void refuseAnotherKey() {
    var mine = keeper.key().publicKey();
    if (!born().key().equals(mine) && !signingKey().equals(mine)) {
      throw Problem.of(
          "Checkpoint not signed",
          "The log is signed with "
              + signingKey().fingerprint()
              + ", but the key here is "
              + mine.fingerprint()
              + ".",
          "Bring the log's key back, or rotate to the one here and say why.");
    }
  }

  private Ed25519PublicKey signingKey() {
    return all()
        .filter(entry -> entry.event().equals(Event.KEY_ROTATED.word()))
        .map(entry -> String.valueOf(entry.data().get("logKey")))
        .reduce((earlier, later) -> later)
        .map(Ed25519PublicKey::fromOpenSsh)
        .orElseGet(() -> born().key());
  }
}

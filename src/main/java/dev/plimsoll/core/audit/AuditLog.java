package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.Signer;
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
  private final SigningKey signing;
  private final LastSeen last = new LastSeen();
  private volatile @Nullable Problem obstacle;
  private volatile @Nullable Genesis genesis;

  private AuditLog(LogStore store, LogKeeper keeper, CheckpointMemory memory) {
    this.store = store;
    this.keeper = keeper;
    this.memory = memory;
    this.entries = new LogEntries(store);
    this.desk = new CheckpointDesk(store, keeper.key(), memory);
    this.signing = new SigningKey(entries, memory, keeper.key().publicKey());
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

  /// What speaks against appending to a log that lies in `store`; nothing is opened or written.
  public static Optional<Problem> obstacle(LogStore store, CheckpointMemory memory) {
    return Continuity.obstacle(store, memory);
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

  /// A verification of every entry, not begun, against the last checkpoint that was signed here.
  public ChainVerification verification() {
    return new ChainVerification(
        ChainLines.of(store),
        memory.last().map(signed -> Known.of(signed.checkpoint())).orElse(Known.NOTHING));
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
    signing.require(keeper.key().publicKey());
    return desk.sign(origin(), store.head().size());
  }

  /// [#checkpoint()], and an entry that says where it went. The checkpoint covers every entry
  /// before its own.
  ///
  /// @param to for a person: `tag v1.2.3`, `sign-off request`
  public Checkpoint publish(String to) {
    refuseIfBehind();
    signing.require(keeper.key().publicKey());
    desk.catchUp(origin());
    var signed = new Checkpoint[1];
    append(
        Event.CHECKPOINT_PUBLISHED,
        keeper.actor(),
        (size, time) -> {
          signing.require(keeper.key().publicKey());
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

  /// From now on this installation's key signs the checkpoints of this log; an entry says so. For
  /// when the former key is lost: a verification warns of it. Where the former key is at hand,
  /// [#rotateKey(Signer, String)].
  ///
  /// @param reason for an auditor: why the former key no longer signs
  public void rotateKey(String reason) {
    append(
        Event.KEY_ROTATED,
        keeper.actor(),
        Rotation.payload(signing.current(), keeper.key().publicKey(), reason));
  }

  /// From now on this installation's key signs the checkpoints of this log; an entry says so, and
  /// the former key signs that. [#publish(String)] under the former key before, so that nothing
  /// hangs between the two.
  ///
  /// @param former the key that signed until now
  /// @param reason for an auditor
  /// @throws Problem where `former` is not the log's present key
  public void rotateKey(Signer former, String reason) {
    append(
        Event.KEY_ROTATED,
        keeper.actor(),
        (seq, time) -> {
          signing.require(former.publicKey());
          return Rotation.payload(origin(), seq, former, keeper.key().publicKey(), reason);
        });
  }

  /// The key that signs this log's checkpoints now, as the log itself says.
  public Ed25519PublicKey signingKey() {
    return signing.current();
  }

  /// Records a checkpoint of this log that somebody else signed as well; it was published before.
  ///
  /// @param to for a person: `witness NAME`
  /// @throws Problem where the log's key did not sign it, or it is of another log or of other
  ///   entries
  public LogEntry publishAgain(Checkpoint cosigned, String to) {
    refuseIfBehind();
    var before =
        entries
            .published(cosigned.size())
            .orElseThrow(() ->
                Problem.of(
                    "Checkpoint not accepted",
                    "This log never published a checkpoint of "
                        + Plural.of(cosigned.size(), "entry", "entries")
                        + ".",
                    "Give the file that came back for a request of this log."));
    if (!before.text().equals(cosigned.text()) || !cosigned.verify(signing.at(cosigned.size()))) {
      throw Problem.of(
          "Checkpoint not accepted",
          "It is not the checkpoint that this log published at "
              + Plural.of(cosigned.size(), "entry", "entries")
              + ".",
          "Give the file that came back for a request of this log.");
    }
    return append(Event.CHECKPOINT_PUBLISHED, keeper.actor(), published(cosigned, to));
  }
}

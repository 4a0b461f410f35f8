package dev.plimsoll.core.audit;

import dev.plimsoll.core.audit.ChainVerdict.Broken;
import dev.plimsoll.core.audit.ChainVerdict.CouldNotTell;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Holds a chain against checkpoints and pins while it is walked: those that are known from
/// elsewhere, and the checkpoints that stand in the chain itself. For one thread.
final class AnchorWalk {
  /// How far behind its own entry a checkpoint in the chain may be and still be compared.
  private static final int REACH = 256;

  private final ChainRemarks remarks;
  private final PriorityQueue<Checkpoint> checkpoints =
      new PriorityQueue<>(Comparator.comparingLong(Checkpoint::size));
  private final PriorityQueue<Known.Pin> pins =
      new PriorityQueue<>(Comparator.comparingLong(Known.Pin::entries));
  private final Deque<Merkle> recent = new ArrayDeque<>();
  private final PublishedRoots published = new PublishedRoots();
  private final @Nullable Ed25519PublicKey trusted;
  private @Nullable KeyPeriods keys;
  private String origin = "";
  private long substantial;
  private long covered;
  private @Nullable LeftOut leftOut;

  /// Entries `from` to `to` stand before the checkpoint in entry `seq`, which does not cover them.
  private record LeftOut(long from, long to, long seq) {}

  AnchorWalk(Known known, ChainRemarks remarks) {
    this.remarks = remarks;
    this.trusted = known.key();
    checkpoints.addAll(known.checkpoints());
    pins.addAll(known.pins());
  }

  void born(Genesis genesis) {
    origin = genesis.origin();
    keys = new KeyPeriods(trusted == null ? genesis.key() : trusted);
  }

  /// A known checkpoint that is not this log's.
  @Nullable ChainVerdict obstacle() {
    for (var checkpoint : checkpoints) {
      if (!checkpoint.origin().equals(origin)) {
        return new Broken(
            VerdictCode.CP_REWRITTEN,
            0,
            "The checkpoint is of "
                + checkpoint.origin()
                + ", but this log calls itself "
                + origin
                + ".");
      }
    }
    return null;
  }

  /// Looks at what an entry says about keys and checkpoints, before it is counted.
  @Nullable ChainVerdict meet(long seq, EntryLine entry) {
    if (entry.event().equals(Event.CHECKPOINT_PUBLISHED.word())) {
      return published(seq, entry);
    }
    if (entry.event().equals(Event.KEY_ROTATED.word())) {
      return rotated(seq, entry);
    }
    if (!entry.event().equals(Event.LOG_CLOSED.word())) {
      substantial = seq;
    }
    return null;
  }

  boolean isPublished(long size) {
    return published.rootOf(size) != null;
  }

  /// Takes note of entries up to this one that say nothing about keys, checkpoints or the end.
  void pass(long seq) {
    substantial = seq;
  }

  private @Nullable ChainVerdict rotated(long seq, EntryLine entry) {
    substantial = seq;
    var known = keys;
    if (known == null) {
      return null;
    }
    Rotation rotation;
    try {
      rotation = Rotation.of(entry.data());
    } catch (Problem e) {
      return new Broken(
          VerdictCode.CP_BAD_SIGNATURE,
          seq,
          "Entry " + seq + " names a key that is none. " + e.where());
    }
    if (rotation.endorsement() == null) {
      remarks.add(
          VerdictCode.KEY_REPLACED,
          seq,
          "Entry "
              + seq
              + " replaces the log's key by "
              + rotation.key().fingerprint()
              + " without the former key's signature: ask who did it.");
    } else if (!rotation.isEndorsed(origin, seq, known.current())) {
      return new Broken(
          VerdictCode.CP_BAD_SIGNATURE,
          seq,
          "Entry " + seq + " replaces the log's key, but the former key did not sign that.");
    }
    known.rotated(seq, rotation.key());
    return null;
  }

  private @Nullable ChainVerdict published(long seq, EntryLine entry) {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(String.valueOf(entry.data().get("note")));
    } catch (Problem e) {
      return new Broken(
          VerdictCode.CP_BAD_SIGNATURE, seq, "Entry " + seq + " holds no checkpoint. " + e.where());
    }
    if (!checkpoint.origin().equals(origin) || !signed(checkpoint)) {
      return unsigned(seq, "The checkpoint in entry " + seq);
    }
    var before = published.rootOf(checkpoint.size());
    if (before != null) {
      // Published before, and now again, with a witness's line: it takes nothing back.
      return before.equals(checkpoint.rootHash())
          ? null
          : rewritten(seq, "The checkpoint in entry " + seq);
    }
    leftOut =
        checkpoint.size() <= substantial ? new LeftOut(checkpoint.size(), substantial, seq) : null;
    for (var tree : recent) {
      if (tree.size() == checkpoint.size()) {
        if (!tree.rootHash().equals(checkpoint.rootHash())) {
          return rewritten(seq, "The checkpoint in entry " + seq);
        }
        published.add(checkpoint);
        return null;
      }
    }
    return checkpoint.size() > seq
        ? rewritten(seq, "The checkpoint in entry " + seq)
        : new CouldNotTell(
            "The checkpoint in entry "
                + seq
                + " covers only "
                + checkpoint.size()
                + " entries; that is too far back to compare.");
  }

  /// Says what the last checkpoint in the chain left out, unless one that is known from elsewhere
  /// covers it.
  void finish() {
    if (leftOut != null && leftOut.to >= covered) {
      remarks.add(
          VerdictCode.TAIL_UNANCHORED,
          leftOut.from,
          "Entries from "
              + leftOut.from
              + " on are not covered by the checkpoint in entry "
              + leftOut.seq
              + ".");
    }
  }

  /// Compares what is known of exactly this many lines.
  @Nullable ChainVerdict reached(Merkle tree, String head) {
    recent.addFirst(tree);
    if (recent.size() > REACH) {
      recent.removeLast();
    }
    for (var next = checkpoints.peek();
        next != null && next.size() <= tree.size();
        next = checkpoints.peek()) {
      var checkpoint = checkpoints.remove();
      var name = "The checkpoint of " + checkpoint.size() + " entries";
      if (!signed(checkpoint)) {
        return unsigned(tree.size() - 1, name);
      }
      if (!checkpoint.rootHash().equals(tree.rootHash())) {
        return rewritten(tree.size() - 1, name);
      }
      covered = checkpoint.size();
    }
    for (var next = pins.peek();
        next != null && next.entries() <= tree.size();
        next = pins.peek()) {
      var pin = pins.remove();
      if (!pin.head().equals(head)) {
        return new Broken(
            VerdictCode.PIN_FORK,
            tree.size() - 1,
            "Entry "
                + (tree.size() - 1)
                + " is not the one that the "
                + pin.source()
                + " names: the log was rewritten before it.");
      }
    }
    return null;
  }

  /// What is known of more lines than there are: the most that anything names tells how many are
  /// missing.
  @Nullable ChainVerdict missing(long entries) {
    var checkpoint = checkpoints.stream().max(Comparator.comparingLong(Checkpoint::size));
    if (checkpoint.isPresent()) {
      return new Broken(
          VerdictCode.CP_TRUNCATED,
          entries,
          rolledBack(entries, checkpoint.get().size(), "its checkpoint covers"));
    }
    var pin = pins.stream().max(Comparator.comparingLong(Known.Pin::entries));
    return pin.map(named ->
            new Broken(
                VerdictCode.PIN_ROLLBACK,
                entries,
                rolledBack(entries, named.entries(), "the " + named.source() + " names")))
        .orElse(null);
  }

  private static String rolledBack(long entries, long known, String who) {
    var missing = known - entries;
    return "The log was cut or rolled back: "
        + missing
        + (missing == 1 ? " entry is" : " entries are")
        + " missing at the end. It has "
        + entries
        + ", and "
        + who
        + " "
        + known
        + ".";
  }

  private boolean signed(Checkpoint checkpoint) {
    return keys != null && keys.signed(checkpoint);
  }

  private static ChainVerdict unsigned(long seq, String name) {
    return new Broken(VerdictCode.CP_BAD_SIGNATURE, seq, name + " is not signed by the log's key.");
  }

  private static ChainVerdict rewritten(long seq, String name) {
    return new Broken(
        VerdictCode.CP_REWRITTEN,
        seq,
        name + " covers other entries than stand here: the log was rewritten before it.");
  }
}

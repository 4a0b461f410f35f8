package dev.plimsoll.core.audit;

import dev.plimsoll.core.audit.ChainVerdict.Broken;
import dev.plimsoll.core.audit.ChainVerdict.CouldNotTell;
import dev.plimsoll.core.audit.ChainVerdict.Whole;
import dev.plimsoll.core.model.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The judgement of a verification, line by line: shape, number, link, then everything that is
/// compared. For one thread.
final class ChainWalk {
  private final ChainRemarks remarks = new ChainRemarks();
  private final Known known;
  private final AnchorWalk anchors;
  private Merkle tree = Merkle.EMPTY;
  private String head = LogStore.Head.EMPTY.hash();
  private String genesis = head;
  private Instant time = Instant.MIN;

  ChainWalk(Known known) {
    this.known = known;
    this.anchors = new AnchorWalk(known, remarks);
  }

  long entries() {
    return tree.size();
  }

  /// Where it stands, to go on from.
  Stand stand() {
    return new Stand(tree, head, time);
  }

  /// What a walk has come to: the tree of the lines so far, the hash of the last one and its time.
  record Stand(Merkle tree, String head, Instant time) {}

  /// Whether a checkpoint of this size was met in the chain and found right, and is remembered.
  boolean isPublished(long size) {
    return anchors.isPublished(size);
  }

  /// Goes on behind lines that were proven elsewhere to follow each other: none of them the first
  /// of the log, none with an event that says something about keys or checkpoints or the end, none
  /// with a time before the line before.
  @Nullable ChainVerdict pass(Stand behind) {
    tree = behind.tree();
    head = behind.head();
    time = behind.time();
    anchors.pass(tree.size() - 1);
    return anchors.reached(tree, head);
  }

  /// The verdict that this line settles, or null to go on.
  @Nullable ChainVerdict step(ChainLines.RawLine line) {
    var seq = entries();
    EntryLine entry;
    try {
      entry = EntryLine.decode(line.bytes());
    } catch (NotAnEntry e) {
      return notAnEntry(seq, line, e);
    }
    var verdict = misplaced(seq, line, entry);
    if (verdict != null) {
      return verdict;
    }
    if (!line.ended()) {
      return torn(seq, "no line end follows it");
    }
    var hash = EntryLine.hash(line.bytes());
    if (line.stored() != null && !line.stored().hash().equals(hash)) {
      return new Broken(
          VerdictCode.CHAIN_PREV,
          seq,
          "Entry " + seq + " was changed: the hash stored beside it is another line's.");
    }
    verdict = seq == 0 ? born(entry, line, hash) : anchors.meet(seq, entry);
    if (verdict != null) {
      return verdict;
    }
    noteTime(seq, entry);
    tree = tree.plus(line.bytes());
    head = hash;
    return anchors.reached(tree, head);
  }

  private static ChainVerdict notAnEntry(long seq, ChainLines.RawLine line, NotAnEntry e) {
    if (!line.ended()) {
      return torn(seq, e.reason());
    }
    return e.newer()
        ? new CouldNotTell("Entry " + seq + " cannot be judged: " + e.reason() + ".")
        : new Broken(
            VerdictCode.CHAIN_NOT_CANONICAL,
            seq,
            "Entry " + seq + " is not an entry: " + e.reason() + ".");
  }

  private static ChainVerdict torn(long seq, String reason) {
    return new Broken(
        VerdictCode.CHAIN_TORN_TAIL,
        seq,
        "The last line, entry "
            + seq
            + ", is cut off ("
            + reason
            + "); the file may still be being written.");
  }

  private @Nullable ChainVerdict misplaced(long seq, ChainLines.RawLine line, EntryLine entry) {
    if (line.stored() != null && line.stored().seq() != seq) {
      return new Broken(
          VerdictCode.CHAIN_SEQ,
          seq,
          "Entry " + seq + " is missing: entry " + line.stored().seq() + " stands in its place.");
    }
    if (entry.seq() != seq) {
      return new Broken(
          VerdictCode.CHAIN_SEQ,
          seq,
          "Where entry " + seq + " should stand is one that says it is entry " + entry.seq() + ".");
    }
    if (!entry.previous().equals(head)) {
      return new Broken(
          VerdictCode.CHAIN_PREV,
          seq,
          seq == 0
              ? "Entry 0 names an entry before it."
              : "Entry "
                  + seq
                  + " does not name the hash of entry "
                  + (seq - 1)
                  + ": one of the two was changed.");
    }
    return null;
  }

  private @Nullable ChainVerdict born(EntryLine entry, ChainLines.RawLine line, String hash) {
    genesis = hash;
    try {
      anchors.born(Genesis.of(entry.entry(JsonLines.text(line.bytes()), hash)));
      return anchors.obstacle();
    } catch (Problem e) {
      return new Broken(
          VerdictCode.CHAIN_SEQ, 0, "The chain does not begin as a log does. " + e.where());
    }
  }

  private void noteTime(long seq, EntryLine entry) {
    if (entry.time().isBefore(time)) {
      remarks.add(
          VerdictCode.CLOCK_STEPPED,
          seq,
          "The clock went back before entry "
              + seq
              + ": from "
              + Times.text(time)
              + " to "
              + Times.text(entry.time())
              + ".");
    }
    time = entry.time();
  }

  /// The verdict after the last line.
  ChainVerdict end() {
    var missing = anchors.missing(entries());
    if (missing != null) {
      return missing;
    }
    if (entries() == 0) {
      return new CouldNotTell(
          "It holds no entry, and nothing is known that says how many there were.");
    }
    anchors.finish();
    if (known.isNothing()) {
      remarks.add(
          VerdictCode.NOTHING_TO_COMPARE,
          entries(),
          "No checkpoint from elsewhere was at hand: that entries are missing at the end would not"
              + " show.");
    }
    return new Whole(entries(), genesis, head, tree.rootHash(), remarks.list());
  }
}

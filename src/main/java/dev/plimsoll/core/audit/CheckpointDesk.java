package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Signer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Signs checkpoints that extend one another. It reads only what came after the last one, and
/// checks that this is a chain before it signs. Thread-safe.
final class CheckpointDesk {
  private static final int PAGE = 1000;

  private final LogStore store;
  private final Signer key;
  private final CheckpointMemory memory;
  private @Nullable SignedHead signed;
  private Covered covered = new Covered(Merkle.EMPTY, LogStore.Head.EMPTY.hash());

  /// @param head hash of the last line in the tree
  private record Covered(Merkle tree, String head) {}

  CheckpointDesk(LogStore store, Signer key, CheckpointMemory memory) {
    this.store = store;
    this.key = key;
    this.memory = memory;
  }

  /// Reads what is not covered yet, so that signing under the store's lock is short.
  synchronized void catchUp(String origin) {
    goOnFrom(origin);
    read(store.head().size());
  }

  /// @param size entries to cover
  /// @throws Problem where the log does not extend the last signed checkpoint
  synchronized Checkpoint sign(String origin, long size) {
    goOnFrom(origin);
    if (signed != null && signed.checkpoint().size() > size) {
      throw Continuity.rolledBack(signed.checkpoint(), signed.checkpoint().size() - size);
    }
    if (signed != null && signed.checkpoint().size() == size) {
      return signed.checkpoint();
    }
    read(size);
    var checkpoint = Checkpoint.sign(origin, covered.tree, key);
    var fresh = new SignedHead(checkpoint, covered.head, covered.tree.peaks());
    memory.remember(fresh);
    signed = fresh;
    return checkpoint;
  }

  /// Another process may have signed a larger one since.
  private void goOnFrom(String origin) {
    var newest =
        memory.last().filter(head -> head.checkpoint().origin().equals(origin)).orElse(null);
    if (newest == null
        || (signed != null && signed.checkpoint().size() > newest.checkpoint().size())) {
      newest = signed;
    }
    if (newest == null) {
      return;
    }
    var obstacle = Continuity.obstacle(store, newest);
    if (obstacle.isPresent()) {
      throw obstacle.get();
    }
    if (covered.tree.size() < newest.checkpoint().size()) {
      covered = new Covered(newest.tree(), newest.head());
    }
    signed = newest;
  }

  private void read(long size) {
    while (covered.tree.size() < size) {
      var missing = size - covered.tree.size();
      var page = store.read(covered.tree.size(), (int) Math.min(PAGE, missing));
      covered = plus(covered, page);
    }
  }

  private static Covered plus(Covered covered, List<LogStore.Line> page) {
    var tree = covered.tree;
    var head = covered.head;
    if (page.isEmpty()) {
      throw notAChain(tree.size());
    }
    for (var line : page) {
      var bytes = line.text().getBytes(StandardCharsets.UTF_8);
      var begin = "{\"_prev\":\"" + head + "\",\"_seq\":" + tree.size() + ",";
      head = EntryLine.hash(bytes);
      if (!line.text().startsWith(begin) || !line.hash().equals(head)) {
        throw notAChain(tree.size());
      }
      tree = tree.plus(bytes);
    }
    return new Covered(tree, head);
  }

  private static Problem notAChain(long seq) {
    return Problem.of(
        "Checkpoint not signed",
        "Entry " + seq + " of the audit log does not follow the one before it, or is missing.",
        "Run `plimsoll audit verify` to see what is whole, then restore the history from a"
            + " backup.");
  }
}

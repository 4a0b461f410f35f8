package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.Merkle;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One pass over the lines of a log that works out what a proof needs: roots of runs of lines.
/// Memory grows with the logarithm of the log. [#inclusion(long, long)] or [#consistency(long,
/// long)] once, on any thread; [#progress()] may be asked from any other; interrupting the thread
/// ends it.
///
/// The lines are believed as they lie: that the root is one that was signed is for the caller to
/// compare.
public final class ProofPass {
  private static final int STRIDE = 512;

  private final ChainLines lines;
  private final Map<Subtree, Merkle> roots = new HashMap<>();
  private volatile Progress progress = new Progress(0, 0);

  /// @param lines how many were read so far
  /// @param of how many will be read
  public record Progress(long lines, long of) {}

  /// @param lines of one log, from its first; closed at the end
  public ProofPass(ChainLines lines) {
    this.lines = lines;
  }

  public Progress progress() {
    return progress;
  }

  /// That the line `index` is one of the first `size`.
  ///
  /// @throws IllegalArgumentException unless `0 <= index < size`
  /// @throws Problem where there are fewer lines, they cannot be read, or the thread was
  ///   interrupted
  public InclusionProof inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no line " + index + " among " + size);
    }
    var path = Subtree.pathTo(index, size);
    read(path, new Subtree(index, index + 1), new Subtree(0, size));
    return new InclusionProof(
        index,
        size,
        path.stream().map(this::root).toList(),
        new InclusionProof.Ends(root(new Subtree(index, index + 1)), root(new Subtree(0, size))));
  }

  /// That the first `to` lines begin with the first `from`.
  ///
  /// @throws IllegalArgumentException unless `0 <= from <= to` and `to > 0`
  /// @throws Problem as [#inclusion(long, long)]
  public ConsistencyProof consistency(long from, long to) {
    if (from < 0 || from > to || to == 0) {
      throw new IllegalArgumentException("no way from " + from + " lines to " + to);
    }
    var path = from == 0 ? List.<Subtree>of() : Subtree.between(from, to);
    read(path, new Subtree(0, from), new Subtree(0, to));
    return new ConsistencyProof(
        from,
        to,
        path.stream().map(this::root).toList(),
        new ConsistencyProof.Ends(root(new Subtree(0, from)), root(new Subtree(0, to))));
  }

  private String root(Subtree subtree) {
    return roots.getOrDefault(subtree, Merkle.EMPTY).rootHash();
  }

  private void read(List<Subtree> path, Subtree... more) {
    var waiting = new ArrayList<>(path);
    waiting.addAll(List.of(more));
    waiting.removeIf(subtree -> subtree.from() == subtree.to());
    var size = waiting.stream().mapToLong(Subtree::to).max().orElse(0);
    waiting.sort(Comparator.comparingLong(Subtree::from).reversed());
    try (lines) {
      read(waiting, size);
    } catch (IOException e) {
      throw Problem.of(
          "Proof not made",
          "Entry " + progress.lines() + " could not be read: " + e.getMessage() + ".",
          "Give a log that can be read to its end.",
          e);
    }
  }

  /// @param waiting those that begin last come first
  private void read(List<Subtree> waiting, long size) throws IOException {
    var open = new ArrayList<Growing>();
    for (var seq = 0L; seq < size; seq++) {
      var line = lines.next();
      if (line == null) {
        throw Problem.of(
            "Proof not made",
            "The log has " + Plural.of(seq, "entry", "entries") + ", not " + size + ".",
            "Ask for a proof of what it has, or bring the missing entries back first.");
      }
      while (!waiting.isEmpty() && waiting.getLast().from() == seq) {
        open.add(new Growing(waiting.removeLast()));
      }
      var leaf = Merkle.leaf(line.bytes());
      for (var growing : open) {
        growing.take(leaf);
      }
      open.removeIf(this::finished);
      if (seq % STRIDE == 0) {
        progress = new Progress(seq, size);
        refuseInterrupted();
      }
    }
    progress = new Progress(size, size);
  }

  private boolean finished(Growing growing) {
    var whole = growing.tree.size() == growing.subtree.to() - growing.subtree.from();
    if (whole) {
      roots.put(growing.subtree, growing.tree);
    }
    return whole;
  }

  private void refuseInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw Problem.of(
          "Proof not made",
          "It was stopped after " + Plural.of(progress.lines(), "entry", "entries") + ".",
          "Ask for it again.");
    }
  }

  private static final class Growing {
    private final Subtree subtree;
    private Merkle tree = Merkle.EMPTY;

    Growing(Subtree subtree) {
      this.subtree = subtree;
    }

    void take(byte[] leaf) {
      tree = tree.plusLeaf(leaf);
    }
  }
}

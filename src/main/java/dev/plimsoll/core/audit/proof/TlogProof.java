package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.audit.Merkle;
import dev.plimsoll.core.audit.NotAnEntry;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a log with its way up to a signed checkpoint, to be verified by somebody who has
/// nothing else: a C2SP tlog-proof (`.tlog-proof`, docs/formats/audit-chain.md, "Proofs").
/// Immutable.
///
/// @param line the entry as it is stored, which stands in the proof's extra line; null where the
///   proof comes without it. It is believed only because the hashes lead from it to the root
/// @param index of the entry, from 0
/// @param hashes from the leaf's sibling up to the root's child, lower-case hex, at most 63
/// @param checkpoint of at least `index + 1` entries
public record TlogProof(
    @Nullable String line, long index, List<String> hashes, Checkpoint checkpoint) {
  public TlogProof {
    hashes = List.copyOf(hashes);
  }

  /// What a proof says when it was looked at.
  public sealed interface Verdict {
    /// One sentence for a person.
    String sentence();

    /// @param entry the entry that stands in the log
    record Proven(LogEntry entry, String sentence) implements Verdict {}

    /// It does not hold.
    record Refuted(String sentence) implements Verdict {}

    /// Something is missing that it takes to tell.
    record CouldNotTell(String sentence) implements Verdict {}
  }

  /// Reads a whole proof.
  ///
  /// @throws dev.plimsoll.core.model.Problem for anything that is not exactly what [#encode()]
  ///   gives
  public static TlogProof parse(String text) {
    return TlogProofText.parse(text);
  }

  /// The whole text, with its last line feed.
  public String encode() {
    return TlogProofText.encode(this);
  }

  /// Holds the proof against the log's key.
  ///
  /// @param key the key that signs this log, from a source that the proof's giver does not control
  public Verdict verify(Ed25519PublicKey key) {
    var size = Plural.of(checkpoint.size(), "entry", "entries");
    if (!checkpoint.verify(key)) {
      return new Verdict.Refuted(
          "Its checkpoint of "
              + size
              + " is not signed by the log's key, "
              + key.fingerprint()
              + ".");
    }
    if (line == null) {
      return new Verdict.CouldNotTell("It comes without the entry that it is about.");
    }
    var bytes = line.getBytes(StandardCharsets.UTF_8);
    if (!InclusionProof.holds(
        index, checkpoint.size(), hashes, Merkle.leaf(bytes), checkpoint.rootHash())) {
      return new Verdict.Refuted(
          "Its hashes do not lead from entry "
              + index
              + " to the checkpoint of "
              + size
              + ": the entry, its place or the way was changed.");
    }
    return proven(bytes, size);
  }

  private Verdict proven(byte[] bytes, String size) {
    try {
      var entry = EntryLine.decode(bytes);
      if (entry.seq() != index) {
        return new Verdict.Refuted(
            "It stands at place " + index + ", but calls itself entry " + entry.seq() + ".");
      }
      var read =
          new LogEntry(
              index,
              entry.time(),
              entry.actor(),
              entry.event(),
              entry.data(),
              new String(bytes, StandardCharsets.UTF_8),
              EntryLine.hash(bytes));
      return new Verdict.Proven(
          read,
          "Entry "
              + index
              + ", "
              + entry.event()
              + ", stands in "
              + checkpoint.origin()
              + ", in the checkpoint of "
              + size
              + ".");
    } catch (NotAnEntry e) {
      return new Verdict.CouldNotTell(
          "What stands at place "
              + index
              + " is no entry that this version can read: "
              + e.reason()
              + ".");
    }
  }
}

package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.Merkle;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Signer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Cosigns checkpoints of other installations' logs, each only if it goes on from the last one that
/// it cosigned of that log. What it saw is on disk before anything is signed. Thread-safe.
public final class Witness {
  private static final String REFUSED = "Checkpoint not cosigned";

  private final String name;
  private final Signer key;
  private final WitnessBook book;
  private final InstantSource clock;

  /// @param checkpoint with this witness's line at its end
  /// @param before entries of the one that was cosigned before; 0 at first sight, when the log's
  ///   key is believed because nothing else is known
  public record Cosigned(Checkpoint checkpoint, long before) {
    public boolean isFirst() {
      return before == 0;
    }
  }

  /// @param name what its lines begin with
  public Witness(String name, Signer key, WitnessBook book, InstantSource clock) {
    this.name = name;
    this.key = key;
    this.book = book;
    this.clock = clock;
  }

  /// The key with which others verify its lines.
  public Vkey vkey() {
    return new Vkey(name, Vkey.Kind.WITNESS, key.publicKey());
  }

  /// @param acceptedKey fingerprint of a new key of the log that a person has asked about and
  ///   accepts, or null
  /// @throws Problem where the log's key did not sign the checkpoint, the log's key is another than
  ///   before, or the checkpoint does not go on from the last one: nothing is signed and nothing
  ///   kept then
  public Cosigned cosign(WitnessRequest request, @Nullable String acceptedKey) {
    if (!request.checkpoint().verify(request.log().key())) {
      throw refused(
          "The checkpoint is not signed by the key that the request names.",
          "Ask for a fresh request.");
    }
    return book.alone(() -> {
      var origin = request.checkpoint().origin();
      var seen = book.last(origin).orElse(null);
      if (seen != null) {
        requireKey(request, seen, acceptedKey);
        requireExtension(request, seen.checkpoint());
      } else if (request.old() != 0) {
        throw refused(
            "The request goes on from "
                + Plural.of(request.old(), "entry", "entries")
                + " of "
                + origin
                + ", of which this witness has seen none.",
            "Ask for a request for a witness that sees the log for the first time: plimsoll audit"
                + " checkpoint --for-witness NAME --from 0");
      }
      book.keep(new WitnessBook.Seen(request.log(), request.checkpoint()));
      var signed = Cosignature.add(request.checkpoint(), name, key, clock.instant());
      return new Cosigned(signed, seen == null ? 0 : seen.checkpoint().size());
    });
  }

  private static void requireKey(
      WitnessRequest request, WitnessBook.Seen seen, @Nullable String acceptedKey) {
    var now = request.log().key();
    if (!now.equals(seen.log().key()) && !now.fingerprint().equals(acceptedKey)) {
      throw refused(
          "The log is now signed with "
              + now.fingerprint()
              + ", and was with "
              + seen.log().key().fingerprint()
              + ".",
          "Ask its keeper, by another way, whether its key was replaced; if so: --accept-key "
              + now.fingerprint());
    }
  }

  private static void requireExtension(WitnessRequest request, Checkpoint seen) {
    var now = request.checkpoint();
    if (now.text().equals(seen.text())) {
      return; // the same again: what came back was lost
    }
    if (now.size() < seen.size()) {
      throw refused(
          "It covers "
              + Plural.of(now.size(), "entry", "entries")
              + ", but this witness cosigned "
              + seen.size()
              + " of them already: the log was rolled back, or the request is an old one.",
          "Ask for a fresh request; if it is as short again, keep both files and ask what"
              + " happened.");
    }
    if (request.old() != seen.size()) {
      throw refused(
          "The request goes on from "
              + Plural.of(request.old(), "entry", "entries")
              + ", but this witness cosigned "
              + seen.size()
              + " last.",
          "Ask for a request that goes on from there: plimsoll audit checkpoint --for-witness NAME"
              + " --from "
              + seen.size());
    }
    var ends = new ConsistencyProof.Ends(seen.rootHash(), now.rootHash());
    if (seen.size() == 0
        ? !seen.rootHash().equals(Merkle.EMPTY.rootHash())
        : !ConsistencyProof.holds(seen.size(), now.size(), request.hashes(), ends)) {
      throw refused(
          "The log does not go on from the "
              + Plural.of(seen.size(), "entry", "entries")
              + " that this witness cosigned: it was written anew, or there are two of it.",
          "Keep the request: together with what this witness keeps it proves that. Ask its keeper"
              + " what happened.");
    }
  }

  private static Problem refused(String reason, String next) {
    return Problem.of(REFUSED, reason, next);
  }
}

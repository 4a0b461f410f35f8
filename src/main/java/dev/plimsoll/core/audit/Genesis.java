package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a log says of itself in its first entry.
///
/// @param hash hash of entry 0, lower-case hex: the log's identity
/// @param origin its name, `plimsoll.dev/log/` and 32 hex digits
/// @param key signs its checkpoints
/// @param previous the log that this one goes on from, or null
public record Genesis(
    String hash, String origin, Ed25519PublicKey key, @Nullable PreviousLog previous) {
  private static final String ORIGIN = "plimsoll.dev/log/";
  private static final int ORIGIN_DIGITS = 32;
  private static final int NONCE = 32;

  /// A log that was given up: what is known of it, and why it was.
  ///
  /// @param genesis hash of its entry 0, lower-case hex
  /// @param size entries that its best known checkpoint covers
  /// @param rootHash root of that checkpoint, lower-case hex
  public record PreviousLog(
      String origin, String genesis, long size, String rootHash, String reason) {
    Map<String, Object> payload() {
      return Map.of(
          "origin",
          origin,
          "genesis",
          genesis,
          "size",
          size,
          "rootHash",
          rootHash,
          "reason",
          reason);
    }
  }

  /// The payload of a new log's first entry.
  static Map<String, Object> payload(LogKeeper keeper, @Nullable PreviousLog previous) {
    var nonce = new byte[NONCE];
    keeper.random().nextBytes(nonce);
    var payload = new HashMap<String, Object>();
    payload.put("origin", ORIGIN + Digests.sha256Hex(nonce).substring(0, ORIGIN_DIGITS));
    payload.put("nonce", HexFormat.of().formatHex(nonce));
    payload.put("logKey", keeper.key().publicKey().openSsh());
    payload.put("tool", Map.of("name", keeper.tool().name(), "version", keeper.tool().version()));
    if (previous != null) {
      payload.put("previousLog", previous.payload());
    }
    return payload;
  }

  /// @throws Problem where the entry is not the first of a log
  public static Genesis of(LogEntry first) {
    var data = first.data();
    if (first.seq() == 0
        && first.event().equals(Event.LOG_CREATED.word())
        && data.get("origin") instanceof String origin
        && origin.matches("plimsoll\\.dev/log/[0-9a-f]{32}")
        && data.get("logKey") instanceof String key) {
      return new Genesis(
          first.hash(),
          origin,
          Ed25519PublicKey.fromOpenSsh(key),
          previous(data.get("previousLog")));
    }
    throw Problem.of(
        "Audit log not readable",
        "Entry "
            + first.seq()
            + " is "
            + first.event()
            + ", but a log begins with log.created, its origin and its key.",
        "Run `plimsoll audit verify` to see what is whole, then restore the history from a"
            + " backup.");
  }

  /// What the first of these lines says; empty where it is no log's, or cannot be read.
  ///
  /// @param lines closed afterwards
  public static Optional<Genesis> ofLines(ChainLines lines) {
    try (lines) {
      var first = lines.next();
      if (first == null) {
        return Optional.empty();
      }
      var bytes = first.bytes();
      var text = JsonLines.text(bytes);
      return Optional.of(of(EntryLine.decode(bytes).entry(text, EntryLine.hash(bytes))));
    } catch (IOException | NotAnEntry | Problem noLog) {
      return Optional.empty();
    }
  }

  private static @Nullable PreviousLog previous(@Nullable Object value) {
    if (value instanceof Map<?, ?> map
        && map.get("origin") instanceof String origin
        && map.get("genesis") instanceof String genesis
        && map.get("size") instanceof Long size
        && map.get("rootHash") instanceof String rootHash
        && map.get("reason") instanceof String reason) {
      return new PreviousLog(origin, genesis, size, rootHash, reason);
    }
    return null;
  }
}

package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.Signer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The payload of `key.rotated` (docs/formats/audit-chain.md, "Another key"): the new key, and the
/// former key's word for it.
///
/// @param endorsement the former key's signature over [#text], Base64; null where that key is lost
record Rotation(Ed25519PublicKey key, @Nullable String endorsement) {
  private static final String DOMAIN = "plimsoll.dev/key-rotation/v1\n";

  /// @throws Problem where the payload names no key
  static Rotation of(Map<String, Object> data) {
    var key = Ed25519PublicKey.fromOpenSsh(String.valueOf(data.get("logKey")));
    return new Rotation(key, data.get("endorsement") instanceof String text ? text : null);
  }

  static Map<String, Object> payload(
      String origin, long seq, Signer former, Ed25519PublicKey next, String reason) {
    var payload = payload(former.publicKey(), next, reason);
    var signature = former.signEd25519(text(origin, seq, next).getBytes(StandardCharsets.UTF_8));
    payload.put("endorsement", Base64.getEncoder().encodeToString(signature));
    return payload;
  }

  static Map<String, Object> payload(
      Ed25519PublicKey former, Ed25519PublicKey next, String reason) {
    var payload = new TreeMap<String, Object>();
    payload.put("logKey", next.openSsh());
    payload.put("previous", former.fingerprint());
    payload.put("reason", reason);
    return payload;
  }

  /// What the former key signs: which log, at which entry, whom.
  private static String text(String origin, long seq, Ed25519PublicKey next) {
    return DOMAIN + origin + "\n" + seq + "\n" + next.openSsh() + "\n";
  }

  /// Whether the former key vouches for the new one. Whatever goes wrong is "no".
  boolean isEndorsed(String origin, long seq, Ed25519PublicKey former) {
    if (endorsement == null) {
      return false;
    }
    try {
      return former.verify(
          text(origin, seq, key).getBytes(StandardCharsets.UTF_8),
          Base64.getDecoder().decode(endorsement));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}

package dev.plimsoll.core.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// DSSE envelopes (Dead Simple Signing Envelope, version 1.0.2), the form in-toto and Sigstore
/// tools read. Ours are written in canonical JSON and read back as strictly. Stateless and safe for
/// any number of threads.
public final class Dsse {
  /// The payload type of in-toto statements.
  public static final String IN_TOTO = "application/vnd.in-toto+json";

  /// Largest envelope, in bytes: a record of full size in Base64, and its signatures.
  public static final int ENVELOPE_MAX = 6 * 1024 * 1024;

  private static final int MOST_SIGNATURES = 256;

  private Dsse() {}

  /// What an envelope turned out to be.
  public sealed interface Reading {}

  /// A well-formed envelope. Nothing is proven by that: the verdicts say what is.
  ///
  /// @param payload the body, the very bytes that were signed
  /// @param signatures one verdict for each signature, in the envelope's order; count principals,
  ///   never signatures
  @SuppressWarnings("ArrayRecordComponent") // a payload is bytes; nobody compares readings
  public record Opened(String payloadType, byte[] payload, List<Signature> signatures)
      implements Reading {}

  /// No envelope of ours.
  ///
  /// @param sentence one sentence for a person
  public record Unreadable(String sentence) implements Reading {}

  /// @param keyid what the envelope says about the key, a hint and no more
  public record Signature(String keyid, SigVerdict verdict) {}

  /// Pre-authentication encoding, the bytes that are signed: `DSSEv1 len(type) type len(body)
  /// body`, lengths in bytes.
  public static byte[] pae(String type, byte[] body) {
    byte[] typeBytes = type.getBytes(StandardCharsets.UTF_8);
    return new WireWriter()
        .raw(ascii("DSSEv1 " + typeBytes.length + " "))
        .raw(typeBytes)
        .raw(ascii(" " + body.length + " "))
        .raw(body)
        .bytes();
  }

  /// Signs a body once with each signer; keyid is the OpenSSH fingerprint.
  ///
  /// @return canonical JSON without a final line feed
  /// @throws dev.plimsoll.core.model.Problem when a signer cannot sign (see
  ///   [Signer#longestMessage()])
  public static byte[] envelope(String type, byte[] body, List<? extends Signer> signers) {
    if (signers.isEmpty()) {
      throw new IllegalArgumentException("an envelope has at least one signature");
    }
    byte[] pae = pae(type, body);
    List<Map<String, String>> signatures = new ArrayList<>();
    for (Signer signer : signers) {
      String signature = StrictBase64.encode(signer.signEd25519(pae));
      signatures.add(Map.of("keyid", signer.publicKey().fingerprint(), "sig", signature));
    }
    return CanonicalJson.encode(
        Map.of(
            "payload", StrictBase64.encode(body), "payloadType", type, "signatures", signatures));
  }

  /// Reads an envelope and verifies each signature under the key that the caller trusts for its
  /// keyid; never throws.
  ///
  /// @param keys the trusted key of a fingerprint, empty when it is not trusted
  public static Reading verify(
      byte[] envelopeJson, String expectedType, Function<String, Optional<Ed25519PublicKey>> keys) {
    try {
      Map<String, @Nullable Object> envelope =
          CanonicalJson.decodeObject(envelopeJson, ENVELOPE_MAX);
      String type = text(envelope, "payloadType");
      byte[] body = StrictBase64.decode(text(envelope, "payload"));
      if (envelope.size() != 3) {
        throw new Malformed("it has members that no envelope has");
      }
      if (!type.equals(expectedType)) {
        throw new Malformed(
            "its payload is \"" + Printable.of(type) + "\", not \"" + expectedType + "\"");
      }
      return new Opened(type, body, signatures(envelope.get("signatures"), pae(type, body), keys));
    } catch (NotCanonical e) {
      return new Unreadable("The envelope cannot be read: " + e.getMessage() + ".");
    } catch (Malformed e) {
      return new Unreadable("The envelope cannot be read: " + e.reason() + ".");
    }
  }

  private static List<Signature> signatures(
      @Nullable Object value, byte[] pae, Function<String, Optional<Ed25519PublicKey>> keys)
      throws Malformed {
    if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST_SIGNATURES) {
      throw new Malformed("it has no list of signatures, or an impossible one");
    }
    List<Signature> signatures = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> map) || map.size() != 2) {
        throw new Malformed("a signature is not made of keyid and sig");
      }
      String keyid = text(map, "keyid");
      byte[] signature = StrictBase64.decode(text(map, "sig"));
      signatures.add(new Signature(keyid, verdict(keys.apply(keyid), keyid, pae, signature)));
    }
    return List.copyOf(signatures);
  }

  private static SigVerdict verdict(
      Optional<Ed25519PublicKey> trusted, String keyid, byte[] pae, byte[] signature) {
    if (trusted.isEmpty()) {
      return new SigVerdict.Invalid(
          TrustCode.KEY_UNKNOWN, "The key " + Printable.of(keyid) + " is not in the trust file.");
    }
    Ed25519PublicKey key = trusted.get();
    if (key.isWeak()) {
      return new SigVerdict.Invalid(
          TrustCode.KEY_WEAK, "Under the key " + key + " anybody can make signatures.");
    }
    return key.verify(pae, signature)
        ? new SigVerdict.Valid(key)
        : new SigVerdict.Invalid(
            TrustCode.SIG_INVALID, "The signature of " + key + " does not belong to this payload.");
  }

  private static String text(Map<?, ?> map, String name) throws Malformed {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw new Malformed("it has no text \"" + name + "\"");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

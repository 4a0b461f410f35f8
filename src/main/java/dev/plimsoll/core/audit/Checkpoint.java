package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.Signer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// A signed statement of how many lines a log has and what their Merkle root is: a C2SP
/// tlog-checkpoint, which is a signed note (docs/formats/audit-chain.md, "A checkpoint").
/// Immutable.
///
/// @param origin the log's name, `plimsoll.dev/log/` and 32 hex digits
/// @param size how many lines
/// @param rootHash RFC 6962 root over those lines, lower-case hex
/// @param signatures at least one; the log's own bears the origin as its name
public record Checkpoint(String origin, long size, String rootHash, List<Signature> signatures) {
  private static final byte ED25519 = 1;
  private static final int KEY_ID = 4;

  /// A signature line of the note.
  ///
  /// @param base64 four bytes that name the key, then the signature
  public record Signature(String name, String base64) {}

  public Checkpoint {
    signatures = List.copyOf(signatures);
  }

  /// Signs with the log's key.
  static Checkpoint sign(String origin, Merkle lines, Signer key) {
    var unsigned = new Checkpoint(origin, lines.size(), lines.rootHash(), List.of());
    var signature = key.signEd25519(unsigned.signedBytes());
    var named = new byte[KEY_ID + signature.length];
    System.arraycopy(keyId(origin, key.publicKey()), 0, named, 0, KEY_ID);
    System.arraycopy(signature, 0, named, KEY_ID, signature.length);
    var line = new Signature(origin, Base64.getEncoder().encodeToString(named));
    return new Checkpoint(origin, unsigned.size, unsigned.rootHash, List.of(line));
  }

  /// Reads a whole note.
  ///
  /// @throws Problem for anything that is not exactly what [#encode()] gives
  public static Checkpoint parse(String note) {
    return CheckpointText.parse(note);
  }

  /// What is signed: three lines, each with its line feed.
  public String text() {
    var root = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(rootHash));
    return origin + "\n" + size + "\n" + root + "\n";
  }

  /// The whole note: [#text()], an empty line, the signature lines.
  public String encode() {
    var note = new StringBuilder(text()).append('\n');
    for (var signature : signatures) {
      note.append("— ").append(signature.name).append(' ').append(signature.base64).append('\n');
    }
    return note.toString();
  }

  /// The same with one more signature line at its end.
  public Checkpoint with(Signature signature) {
    var more = new ArrayList<>(signatures);
    more.add(signature);
    return new Checkpoint(origin, size, rootHash, more);
  }

  /// Whether this key signed it under the log's own name. Whatever goes wrong is "no".
  public boolean verify(Ed25519PublicKey key) {
    return signatures.stream()
        .anyMatch(signature -> signature.name.equals(origin) && holds(signature, key));
  }

  private boolean holds(Signature signature, Ed25519PublicKey key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(signature.base64);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return bytes.length > KEY_ID
        && Arrays.equals(bytes, 0, KEY_ID, keyId(origin, key), 0, KEY_ID)
        && key.verify(signedBytes(), Arrays.copyOfRange(bytes, KEY_ID, bytes.length));
  }

  private byte[] signedBytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] keyId(String name, Ed25519PublicKey key) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    bytes.write('\n');
    bytes.write(ED25519);
    bytes.writeBytes(key.raw());
    return Arrays.copyOf(Digests.sha256(bytes.toByteArray()), KEY_ID);
  }
}

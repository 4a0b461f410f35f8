package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// A named key for signed notes, as text `<name>+<key id>+<base64>`: the verifier key ("vkey") of
/// C2SP signed-note.
///
/// @param name what signature lines begin with; a log's origin, a witness's name
public record Vkey(String name, Kind kind, Ed25519PublicKey key) {
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{C}+]{1,255}");
  private static final int ID = 4;

  /// What the key signs, and the byte that says so.
  public enum Kind {
    /// Checkpoints of a log: plain Ed25519 over the text.
    LOG(1),
    /// Cosignatures of a witness, with a time (C2SP tlog-cosignature).
    WITNESS(4);

    private final int algorithm;

    Kind(int algorithm) {
      this.algorithm = algorithm;
    }
  }

  public Vkey {
    if (!NAME.matcher(name).matches()) {
      throw unreadable("its name is empty, too long, or has spaces or a plus in it");
    }
  }

  /// Reads the text form.
  ///
  /// @throws Problem for anything that [#text()] would not give, and for a weak key
  public static Vkey parse(String text) {
    var parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw unreadable("it is not a name, a key id and a key, with a plus between them");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException e) {
      throw unreadable("its key is not Base64");
    }
    if (bytes.length != 33
        || (bytes[0] != Kind.LOG.algorithm && bytes[0] != Kind.WITNESS.algorithm)) {
      throw unreadable("it is not an Ed25519 key of a log or of a witness");
    }
    var key = Ed25519PublicKey.fromRaw(Arrays.copyOfRange(bytes, 1, bytes.length));
    var vkey = new Vkey(parts[0], bytes[0] == Kind.LOG.algorithm ? Kind.LOG : Kind.WITNESS, key);
    if (key.isWeak()) {
      throw unreadable("anybody can sign under this key, it is weak");
    }
    if (!vkey.text().equals(text)) {
      throw unreadable("its key id is another key's");
    }
    return vkey;
  }

  /// `<name>+<8 hex digits>+<base64 of the kind's byte and the key>`.
  public String text() {
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(material());
  }

  /// The four bytes that signature lines of this key begin with: `SHA-256(name || LF || kind ||
  /// key)[0..4]`.
  byte[] id() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    bytes.write('\n');
    bytes.writeBytes(material());
    return Arrays.copyOf(Digests.sha256(bytes.toByteArray()), ID);
  }

  private byte[] material() {
    var raw = key.raw();
    var bytes = new byte[1 + raw.length];
    bytes[0] = (byte) kind.algorithm;
    System.arraycopy(raw, 0, bytes, 1, raw.length);
    return bytes;
  }

  private static Problem unreadable(String reason) {
    return Problem.of(
        "Key not readable",
        "This is no verifier key of a signed note: " + reason + ".",
        "Give the one line that begins with the name, such as `plimsoll witness key` prints.");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (%s)", name, key.fingerprint());
  }
}

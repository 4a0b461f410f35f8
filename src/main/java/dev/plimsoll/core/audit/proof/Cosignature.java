package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.trust.Signer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// A witness's line under a checkpoint: that it saw no larger tree of this log by then, and that
/// this one goes on from all it saw before. A C2SP tlog-cosignature of the Ed25519 kind
/// (`cosignature/v1`).
public final class Cosignature {
  private static final int ID = 4;
  private static final int TIME = 8;
  private static final int SIGNATURE = 64;

  private Cosignature() {}

  /// The checkpoint with the witness's line at its end.
  ///
  /// @param name the witness's
  /// @param now written in whole seconds
  public static Checkpoint add(Checkpoint checkpoint, String name, Signer witness, Instant now) {
    var time = now.getEpochSecond();
    var signature = witness.signEd25519(message(checkpoint, time));
    var vkey = new Vkey(name, Vkey.Kind.WITNESS, witness.publicKey());
    var line =
        ByteBuffer.allocate(ID + TIME + SIGNATURE).put(vkey.id()).putLong(time).put(signature);
    return checkpoint.with(
        new Checkpoint.Signature(name, Base64.getEncoder().encodeToString(line.array())));
  }

  /// When the witness signed, by its own clock; empty where no line of its name and key holds. A
  /// line of its name and key that does not hold makes the whole checkpoint worth nothing.
  public static Optional<Instant> verify(Checkpoint checkpoint, Vkey witness) {
    var signed = Optional.<Instant>empty();
    for (var line : checkpoint.signatures()) {
      if (line.name().equals(witness.name())) {
        var bytes = decoded(line.base64());
        if (isOf(bytes, witness)) {
          if (!holds(checkpoint, bytes, witness)) {
            return Optional.empty();
          }
          signed = Optional.of(Instant.ofEpochSecond(ByteBuffer.wrap(bytes, ID, TIME).getLong()));
        }
      }
    }
    return signed;
  }

  private static boolean isOf(byte[] bytes, Vkey witness) {
    return bytes.length == ID + TIME + SIGNATURE
        && Arrays.equals(bytes, 0, ID, witness.id(), 0, ID);
  }

  private static boolean holds(Checkpoint checkpoint, byte[] bytes, Vkey witness) {
    var time = ByteBuffer.wrap(bytes, ID, TIME).getLong();
    return time >= 0
        && time <= Instant.MAX.getEpochSecond()
        && witness
            .key()
            .verify(message(checkpoint, time), Arrays.copyOfRange(bytes, ID + TIME, bytes.length));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] message(Checkpoint checkpoint, long time) {
    return ("cosignature/v1\ntime " + time + "\n" + checkpoint.text())
        .getBytes(StandardCharsets.UTF_8);
  }
}

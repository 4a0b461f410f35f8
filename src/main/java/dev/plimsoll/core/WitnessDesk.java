package dev.plimsoll.core;

import dev.plimsoll.core.audit.DurableFile;
import dev.plimsoll.core.audit.proof.Vkey;
import dev.plimsoll.core.audit.proof.Witness;
import dev.plimsoll.core.audit.proof.WitnessBook;
import dev.plimsoll.core.audit.proof.WitnessRequest;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.FileSigner;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// This installation as a witness of others' logs, and the witnesses whose word counts here
/// (docs/guides/witness.md). Thread-safe.
public final class WitnessDesk {
  /// File name of the key with which this installation cosigns, and nothing else.
  static final String KEY = "witness";

  private static final String NAME = "plimsoll.dev/witness/";

  private final Installation installation;

  WitnessDesk(Installation installation) {
    this.installation = installation;
  }

  /// The name and public key of this installation as a witness; made when first asked for.
  public Vkey key() {
    try (var signer = signer()) {
      return new Vkey(signer.comment(), Vkey.Kind.WITNESS, signer.publicKey());
    }
  }

  /// Cosigns a checkpoint, if it goes on from the last one cosigned of that log.
  ///
  /// @param acceptedKey fingerprint of the log's new key, which a person asked about; or null
  /// @throws Problem where it does not, and for a key or book that cannot be read
  public Witness.Cosigned cosign(WitnessRequest request, @Nullable String acceptedKey) {
    try (var signer = signer()) {
      return new Witness(signer.comment(), signer, book(), installation.clock())
          .cosign(request, acceptedKey);
    }
  }

  private WitnessBook book() {
    return new WitnessBook(installation.home().resolve("witness"));
  }

  private FileSigner signer() {
    var file = installation.keyFolder().resolve(KEY);
    if (!Files.exists(file)) {
      var tag = new byte[16];
      installation.random().nextBytes(tag);
      try {
        KeyFiles.create(
            file,
            NAME + HexFormat.of().formatHex(Digests.sha256(tag)).substring(0, 16),
            null,
            installation.random());
      } catch (Problem madeMeanwhile) {
        if (!Files.exists(file)) {
          throw madeMeanwhile;
        }
      }
    }
    return KeyFiles.open(file, PassphraseSource.none());
  }

  /// The witnesses whose word counts here. Nothing that comes in an exchanged file adds to them.
  ///
  /// @throws Problem where the file cannot be read
  public List<Vkey> trusted() {
    try {
      return Files.readAllLines(file()).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Vkey::parse)
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw Problem.of(
          "Witnesses not readable",
          file() + " cannot be read: " + e.getMessage() + ".",
          "Give yourself access to it.",
          e);
    }
  }

  /// Lets a witness's word count from now on.
  ///
  /// @param witness as the witness's own `plimsoll witness key` printed it, brought by a way that
  ///   others do not control
  /// @throws Problem where it is the key of a log, is this installation's own, or one of the same
  ///   name with another key is trusted already
  public void trust(Vkey witness) {
    if (witness.kind() != Vkey.Kind.WITNESS) {
      throw notTrusted("It is the key of a log, not of a witness.", "Give a witness's key.");
    }
    if (witness.key().equals(key().key())) {
      throw notTrusted(
          "It is this installation's own: it would be witness to itself.",
          "Exchange keys with a second installation.");
    }
    var known = new ArrayList<>(trusted());
    if (known.contains(witness)) {
      return;
    }
    if (known.stream().anyMatch(it -> it.name().equals(witness.name()))) {
      throw notTrusted(
          "Another key of " + witness.name() + " is trusted already.",
          "Ask the witness which one is right; then take the old one out of " + file() + ".");
    }
    known.add(witness);
    try {
      DurableFile.replace(
          file(), String.join("", known.stream().map(it -> it.text() + "\n").toList()));
    } catch (IOException e) {
      throw notTrusted(
          file() + " cannot be written: " + e.getMessage() + ".", "Make room or ask for access.");
    }
  }

  private Path file() {
    return installation.home().resolve("witnesses");
  }

  private static Problem notTrusted(String reason, String next) {
    return Problem.of("Witness not trusted", reason, next);
  }
}

package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Makes the committed proof, cosigned checkpoint and keys again, from the committed chain: `java
/// -cp ... dev.plimsoll.core.audit.proof.ProofFixtures src/test/resources/dev/plimsoll/core/audit`
final class ProofFixtures {
  static final Path FOLDER = Path.of("src/test/resources/dev/plimsoll/core/audit");
  static final String WITNESS = "plimsoll.dev/witness/0123456789abcdef";

  private ProofFixtures() {}

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    Files.writeString(folder.resolve("entry-3.tlog-proof"), proof().encode());
    Files.writeString(folder.resolve("checkpoint-cosigned"), cosigned().encode());
    Files.writeString(folder.resolve("grown-4-to-9"), ConsistencyText.encode(grown()));
    Files.writeString(folder.resolve("witness.vkey"), witness().text() + "\n");
    Files.writeString(folder.resolve("log.vkey"), log().text() + "\n");
  }

  static ChainLines lines() {
    return ChainLines.of(FOLDER.resolve("chain-whole.jsonl"));
  }

  static Checkpoint checkpoint() throws IOException {
    return Checkpoint.parse(Files.readString(FOLDER.resolve("checkpoint")));
  }

  static TlogProof proof() throws IOException {
    var text = Files.readAllLines(FOLDER.resolve("chain-whole.jsonl"), StandardCharsets.UTF_8);
    var hashes = new ProofPass(lines()).inclusion(3, 9).hashes();
    return new TlogProof(text.get(3), 3, hashes, cosigned());
  }

  static ConsistencyProof grown() {
    return new ProofPass(lines()).consistency(4, 9);
  }

  static Checkpoint cosigned() throws IOException {
    return Cosignature.add(
        checkpoint(), WITNESS, new SeededKey(9), Instant.parse("2026-03-01T10:00:00Z"));
  }

  static Vkey witness() {
    return new Vkey(WITNESS, Vkey.Kind.WITNESS, new SeededKey(9).publicKey());
  }

  static Vkey log() throws IOException {
    return new Vkey(checkpoint().origin(), Vkey.Kind.LOG, key());
  }

  static Ed25519PublicKey key() {
    return new SeededKey(7).publicKey();
  }
}

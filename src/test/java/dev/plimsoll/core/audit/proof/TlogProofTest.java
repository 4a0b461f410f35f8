package dev.plimsoll.core.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Proofs, cosignatures and keys as they are spelled.
final class TlogProofTest {
  @Test
  void whatIsCommittedIsWhatIsMadeAndReadBack() throws Exception {
    var proof = ProofFixtures.proof();
    assertThat(Files.readString(ProofFixtures.FOLDER.resolve("entry-3.tlog-proof")))
        .isEqualTo(proof.encode());
    assertThat(TlogProof.parse(proof.encode())).isEqualTo(proof);
    assertThat(Files.readString(ProofFixtures.FOLDER.resolve("checkpoint-cosigned")))
        .isEqualTo(ProofFixtures.cosigned().encode());
    assertThat(Files.readString(ProofFixtures.FOLDER.resolve("grown-4-to-9")))
        .isEqualTo(ConsistencyText.encode(ProofFixtures.grown()));
    assertThat(ConsistencyText.parse(ConsistencyText.encode(ProofFixtures.grown())).holds())
        .isTrue();
  }

  @Test
  void aProofHoldsUnderTheLogsKeyAndNoOther() throws Exception {
    var proof = ProofFixtures.proof();

    var proven = (TlogProof.Verdict.Proven) proof.verify(ProofFixtures.key());
    assertThat(proven.entry().seq()).isEqualTo(3);
    assertThat(proof.verify(new SeededKey(8).publicKey()))
        .isInstanceOf(TlogProof.Verdict.Refuted.class);
    var other = proof.line().replace("PASSED", "FAILED").replace("changelog", "changelug");
    assertThat(
            new TlogProof(other, 3, proof.hashes(), proof.checkpoint()).verify(ProofFixtures.key()))
        .isInstanceOf(TlogProof.Verdict.Refuted.class);
    assertThat(
            new TlogProof(null, 3, proof.hashes(), proof.checkpoint()).verify(ProofFixtures.key()))
        .isInstanceOf(TlogProof.Verdict.CouldNotTell.class);
  }

  @Test
  void aProofThatIsSpelledInAnyOtherWayIsNotRead() throws Exception {
    var text = ProofFixtures.proof().encode();
    for (var bent :
        List.of(
            "",
            text.replace("tlog-proof@v1", "tlog-proof@v2"),
            text.replace("index 3", "index 03"),
            text.replace("index 3", "index -3"),
            text.replace("index 3\n", ""),
            text.replace("extra ", "extra  "),
            text.replace("extra ", "extra /"),
            text.replace("\n", "\r\n"),
            text.replaceFirst("\n\n", "\nAAAA\n\n"),
            text.replaceFirst("\n\n", "\n" + "A".repeat(43) + "=\n".repeat(64) + "\n"),
            text.stripTrailing(),
            text + "\n",
            "\uFEFF" + text,
            "x".repeat(300_000))) {
      assertThat(catchThrowableOfType(Problem.class, () -> TlogProof.parse(bent)))
          .as("%s", bent.substring(0, Math.min(60, bent.length())))
          .isNotNull();
    }
  }

  @Test
  void aCosignatureHoldsForItsCheckpointWitnessAndTime() throws Exception {
    var cosigned = ProofFixtures.cosigned();
    var witness = ProofFixtures.witness();

    assertThat(Cosignature.verify(cosigned, witness))
        .contains(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(cosigned.verify(ProofFixtures.key())).isTrue();
    assertThat(Cosignature.verify(cosigned, new Vkey("other", Vkey.Kind.WITNESS, witness.key())))
        .isEmpty();
    assertThat(
            Cosignature.verify(
                cosigned,
                new Vkey(witness.name(), Vkey.Kind.WITNESS, new SeededKey(8).publicKey())))
        .isEmpty();
    var larger =
        new Checkpoint(
            cosigned.origin(), cosigned.size() + 1, cosigned.rootHash(), cosigned.signatures());
    assertThat(Cosignature.verify(larger, witness)).isEmpty();
  }

  @Test
  void aTimeThatWasMovedAndASecondLineThatIsBentMakeItWorthNothing() throws Exception {
    var cosigned = ProofFixtures.cosigned();
    var line = cosigned.signatures().getLast();
    var moved = line.base64().substring(0, 14) + "B" + line.base64().substring(15);

    var forged =
        new Checkpoint(
            cosigned.origin(),
            cosigned.size(),
            cosigned.rootHash(),
            List.of(
                cosigned.signatures().getFirst(), new Checkpoint.Signature(line.name(), moved)));
    assertThat(Cosignature.verify(forged, ProofFixtures.witness())).isEmpty();
    assertThat(
            Cosignature.verify(
                cosigned.with(new Checkpoint.Signature(line.name(), moved)),
                ProofFixtures.witness()))
        .isEmpty();
  }

  @Test
  void aKeyIsReadInItsOneSpellingAndAWeakOneIsRefused() throws Exception {
    var text = ProofFixtures.witness().text();
    assertThat(Vkey.parse(text)).isEqualTo(ProofFixtures.witness());
    assertThat(Vkey.parse(ProofFixtures.log().text())).isEqualTo(ProofFixtures.log());
    var weak = new Vkey("w", Vkey.Kind.WITNESS, Ed25519PublicKey.fromRaw(new byte[32])).text();
    for (var bent :
        List.of(
            "",
            "name",
            text + "\n",
            " " + text,
            text.replace("+", "++"),
            text.replace("witness", "wituess"),
            text.substring(0, text.length() - 1),
            weak)) {
      assertThat(catchThrowableOfType(Problem.class, () -> Vkey.parse(bent))).as(bent).isNotNull();
    }
  }

  @Test
  void aRequestIsReadInItsOneSpelling() throws Exception {
    var request =
        new WitnessRequest(
            ProofFixtures.log(), 4, ProofFixtures.grown().hashes(), ProofFixtures.checkpoint());
    var text = request.encode();

    assertThat(WitnessRequest.parse(text)).isEqualTo(request);
    for (var bent :
        List.of(
            text.replace("old 4", "old 04"),
            text.replace("@v1", "@v2"),
            text.replace("\nlog ", "\nlog x"),
            text.replace("old 4\n", ""),
            text.stripTrailing())) {
      assertThat(catchThrowableOfType(Problem.class, () -> WitnessRequest.parse(bent)))
          .as(bent)
          .isNotNull();
    }
  }
}

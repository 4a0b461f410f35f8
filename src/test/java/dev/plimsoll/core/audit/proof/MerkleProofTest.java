package dev.plimsoll.core.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.Merkle;
import dev.plimsoll.core.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Proofs over trees whose answers are known, and what becomes of proofs that were bent.
final class MerkleProofTest {
  /// The eight leaves that every implementation of Certificate Transparency is tried with.
  private static final List<byte[]> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final String ROOT_OF_8 =
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";

  @Test
  void theKnownAnswersOfCertificateTransparencyComeOut() {
    var first = pass(LEAVES).inclusion(0, 8);

    assertThat(first.ends().rootHash()).isEqualTo(ROOT_OF_8);
    assertThat(first.hashes())
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(pass(LEAVES).consistency(1, 8).hashes()).isEqualTo(first.hashes());
    assertThat(pass(LEAVES).consistency(6, 8).hashes())
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Test
  void aProofHoldsForItsOwnLineTreeAndPlaceOnly() {
    var proof = pass(LEAVES).inclusion(5, 7);
    var leaf = Merkle.leaf(LEAVES.get(5));

    assertThat(holds(proof, leaf)).isTrue();
    assertThat(holds(proof, Merkle.leaf(LEAVES.get(4)))).isFalse();
    for (var index : List.of(0L, 4L, 6L, 7L, -1L)) {
      assertThat(InclusionProof.holds(index, 7, proof.hashes(), leaf, proof.ends().rootHash()))
          .as("entry %s", index)
          .isFalse();
    }
    assertThat(InclusionProof.holds(5, 7, proof.hashes(), leaf, ROOT_OF_8)).isFalse();
    for (var bent : bent(proof.hashes())) {
      assertThat(InclusionProof.holds(5, 7, bent, leaf, proof.ends().rootHash()))
          .as("%s", bent)
          .isFalse();
    }
  }

  @Test
  void aConsistencyProofThatWasBentHoldsNot() {
    var proof = pass(LEAVES).consistency(3, 7);

    assertThat(proof.holds()).isTrue();
    for (var bent : bent(proof.hashes())) {
      assertThat(ConsistencyProof.holds(3, 7, bent, proof.ends())).as("%s", bent).isFalse();
    }
    for (var from : List.of(0L, 1L, 2L, 5L, 7L, 8L)) {
      assertThat(ConsistencyProof.holds(from, 7, proof.hashes(), proof.ends()))
          .as("from %s", from)
          .isFalse();
    }
    var swapped = new ConsistencyProof.Ends(proof.ends().toRoot(), proof.ends().fromRoot());
    assertThat(ConsistencyProof.holds(3, 7, proof.hashes(), swapped)).isFalse();
  }

  @Test
  void aTreeThatWasRewrittenBelowHasNoProof() {
    var rewritten = new ArrayList<>(LEAVES);
    rewritten.set(1, "other".getBytes(StandardCharsets.UTF_8));
    var then = pass(LEAVES).consistency(5, 5).ends().toRoot();

    var now = pass(rewritten).consistency(5, 8);

    assertThat(now.holds()).isTrue();
    assertThat(
            ConsistencyProof.holds(
                5, 8, now.hashes(), new ConsistencyProof.Ends(then, now.ends().toRoot())))
        .isFalse();
  }

  @Test
  void everythingIsAnAdditionToAnEmptyTree() {
    var proof = pass(LEAVES).consistency(0, 8);

    assertThat(proof.hashes()).isEmpty();
    assertThat(proof.holds()).isTrue();
  }

  @Test
  void aLogThatIsTooShortProvesNothing() {
    var problem = catchThrowableOfType(Problem.class, () -> pass(LEAVES).inclusion(3, 9));

    assertThat(problem.where()).isEqualTo("The log has 8 entries, not 9.");
  }

  @Test
  void aPassThatIsInterruptedStops() {
    Thread.currentThread().interrupt();
    try {
      var problem = catchThrowableOfType(Problem.class, () -> pass(LEAVES).inclusion(3, 8));
      assertThat(problem.where()).startsWith("It was stopped after");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aMillionLinesAreProvenInOnePassOverLinesThatAreNotKept() {
    var proof = new ProofPass(new Lines(numbers(1_000_000))).inclusion(777_777, 1_000_000);

    assertThat(proof.hashes()).hasSize(20);
    assertThat(holds(proof, Merkle.leaf("777777".getBytes(StandardCharsets.UTF_8)))).isTrue();
    var growth = new ProofPass(new Lines(numbers(1_000_000))).consistency(333_333, 1_000_000);
    assertThat(growth.holds()).isTrue();
  }

  private static Iterator<byte[]> numbers(long count) {
    return LongStream.range(0, count)
        .mapToObj(n -> Long.toString(n).getBytes(StandardCharsets.UTF_8))
        .iterator();
  }

  private static boolean holds(InclusionProof proof, byte[] leaf) {
    return InclusionProof.holds(
        proof.index(), proof.size(), proof.hashes(), leaf, proof.ends().rootHash());
  }

  private static List<List<String>> bent(List<String> hashes) {
    var all = new ArrayList<List<String>>();
    var random = new Random(1);
    for (var i = 0; i < hashes.size(); i++) {
      var missing = new ArrayList<>(hashes);
      missing.remove(i);
      all.add(missing);
      var twice = new ArrayList<>(hashes);
      twice.add(i, hashes.get(i));
      all.add(twice);
      var flipped = new ArrayList<>(hashes);
      var bytes = HexFormat.of().parseHex(hashes.get(i));
      bytes[random.nextInt(bytes.length)] ^= 1;
      flipped.set(i, HexFormat.of().formatHex(bytes));
      all.add(flipped);
      var noHash = new ArrayList<>(hashes);
      noHash.set(i, "zz");
      all.add(noHash);
    }
    all.add(List.of());
    var longer = new ArrayList<>(hashes);
    longer.add(hashes.getFirst());
    all.add(longer);
    return all;
  }

  private static ProofPass pass(List<byte[]> lines) {
    return new ProofPass(new Lines(lines.iterator()));
  }

  record Lines(Iterator<byte[]> lines) implements ChainLines {
    @Override
    public @Nullable RawLine next() {
      return lines.hasNext() ? new RawLine(lines.next(), null, true) : null;
    }

    @Override
    public long expected() {
      return -1;
    }

    @Override
    public void close() {}
  }
}

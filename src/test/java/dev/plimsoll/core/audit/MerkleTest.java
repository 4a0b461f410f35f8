package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.trust.Digests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MerkleTest {
  /// The lines and roots that the reference implementation of RFC 6962 tests itself with.
  private static final List<String> LINES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theRootIsThatOfTheReferenceImplementation() {
    var tree = Merkle.EMPTY;
    for (var i = 0; i < LINES.size(); i++) {
      tree = tree.plus(HexFormat.of().parseHex(LINES.get(i)));
      assertThat(tree.rootHash()).isEqualTo(ROOTS.get(i));
    }
  }

  @Test
  void theRootOfNoLineIsTheDigestOfNothing() {
    assertThat(Merkle.EMPTY.rootHash()).isEqualTo(Digests.sha256Hex(new byte[0]));
  }

  @Test
  void theRootIsThatOfTheDefinitionForEverySizeUpToHundred() {
    var lines = new ArrayList<byte[]>();
    var tree = Merkle.EMPTY;
    for (var i = 0; i < 100; i++) {
      var line = ("line " + i).getBytes(StandardCharsets.UTF_8);
      lines.add(line);
      tree = tree.plus(line);
      assertThat(tree.root()).as("size %d", i + 1).isEqualTo(defined(lines));
    }
  }

  @Test
  void aTreeGoesOnFromItsPeaksAsIfItHadTheLines() {
    var tree = Merkle.EMPTY;
    for (var i = 0; i < 100; i++) {
      var kept = Merkle.ofPeaks(tree.size(), tree.peaks());
      var line = ("line " + i).getBytes(StandardCharsets.UTF_8);
      tree = tree.plus(line);
      assertThat(kept.plus(line).rootHash()).isEqualTo(tree.rootHash());
    }
  }

  @Test
  void anEarlierTreeStaysWhatItWas() {
    var one = Merkle.EMPTY.plus(new byte[] {1});
    var before = one.rootHash();
    one.plus(new byte[] {2});

    assertThat(one.rootHash()).isEqualTo(before);
    assertThat(one.size()).isEqualTo(1);
  }

  @Test
  void peaksOfAnotherSizeAreRefused() {
    var peaks = Merkle.EMPTY.plus(new byte[1]).peaks();

    assertThatThrownBy(() -> Merkle.ofPeaks(3, peaks)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Merkle.ofPeaks(1, List.of("ab")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// MTH of RFC 6962, section 2.1, word for word.
  private static byte[] defined(List<byte[]> lines) {
    if (lines.size() == 1) {
      return Digests.sha256(bytes(new byte[] {0}, lines.getFirst()));
    }
    var half = Integer.highestOneBit(lines.size() - 1);
    return Digests.sha256(
        bytes(
            new byte[] {1},
            defined(lines.subList(0, half)),
            defined(lines.subList(half, lines.size()))));
  }

  private static byte[] bytes(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (var part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}

package dev.plimsoll.core.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.Merkle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every proof of every tree up to 66 lines, against definitions written down in Python.
final class MerkleReferenceTest {
  private static final int LINES = 66;
  private static final Path SCRIPT =
      Path.of("src/test/resources/dev/plimsoll/core/audit/merkle_reference.py");

  @TempDir Path folder;
  private final List<byte[]> lines = new ArrayList<>();

  @BeforeEach
  void makeLines() throws Exception {
    var text = new StringBuilder();
    for (var i = 0; i < LINES; i++) {
      var line = "{\"entry\":" + i + ",\"word\":\"ö" + i * i + "\"}";
      lines.add(line.getBytes(StandardCharsets.UTF_8));
      text.append(line).append('\n');
    }
    Files.writeString(folder.resolve("lines"), text);
  }

  @Test
  void everyInclusionProofIsThatOfTheDefinitionAndHolds() throws Exception {
    var roots = reference("roots");
    var reference = reference("inclusion");
    assertThat(reference).hasSize(LINES * (LINES + 1) / 2);

    for (var row : reference) {
      var cells = row.split(" ", -1);
      var index = Long.parseLong(cells[0]);
      var size = Long.parseLong(cells[1]);
      var proof = pass().inclusion(index, size);
      assertThat(proof.hashes()).as(row).isEqualTo(hashes(cells[2]));
      assertThat(proof.ends().rootHash()).isEqualTo(roots.get((int) size - 1));
      assertThat(
              InclusionProof.holds(
                  index,
                  size,
                  hashes(cells[2]),
                  Merkle.leaf(lines.get((int) index)),
                  roots.get((int) size - 1)))
          .as(row)
          .isTrue();
    }
  }

  @Test
  void everyConsistencyProofIsThatOfTheDefinitionAndHolds() throws Exception {
    var roots = reference("roots");
    var reference = reference("consistency");
    assertThat(reference).hasSize(LINES * (LINES + 1) / 2);

    for (var row : reference) {
      var cells = row.split(" ", -1);
      var from = Long.parseLong(cells[0]);
      var to = Long.parseLong(cells[1]);
      var proof = pass().consistency(from, to);
      assertThat(proof.hashes()).as(row).isEqualTo(hashes(cells[2]));
      var ends = new ConsistencyProof.Ends(roots.get((int) from - 1), roots.get((int) to - 1));
      assertThat(proof.ends()).isEqualTo(ends);
      assertThat(ConsistencyProof.holds(from, to, hashes(cells[2]), ends)).as(row).isTrue();
    }
  }

  private ProofPass pass() {
    return new ProofPass(new MerkleProofTest.Lines(lines.iterator()));
  }

  private static List<String> hashes(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(","));
  }

  private List<String> reference(String what) throws Exception {
    var process =
        new ProcessBuilder(
                "python3",
                SCRIPT.toAbsolutePath().toString(),
                what,
                folder.resolve("lines").toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}

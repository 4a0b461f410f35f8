package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plimsoll.core.check.standard.StandardVerbs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever stands in a file, reading it ends, with findings and never with an exception; a file
/// that gives a checklist or project has no error. The mutations are the same every time: random,
/// from a fixed seed.
final class MutationTest {
  private static final int ROUNDS = 4000;
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ": ",
          "- ",
          "\n",
          "\n  ",
          "\t",
          "\"",
          "'",
          "&a ",
          "*a",
          "!!str ",
          "---\n",
          "%",
          "#",
          "null",
          "true",
          "-1",
          "1e9",
          "9999999999999999999",
          "\u0000",
          "\uFEFF",
          "\uD83D\uDE80",
          "|\n",
          ">\n",
          "? ",
          "<<: *a",
          "{version}",
          "{x}",
          "when: (",
          "..");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project/good/every-key.yaml",
        "checklist/good/every-common-key.yaml",
        "checklist/good/every-verb.yaml",
        "recipe/good/keyed-with-variants.yaml"
      })
  void nothingThatStandsInAFileBreaksTheReader(String name) {
    var whole = Fixtures.bytes(Path.of("src/test/resources").resolve(name));
    var random = new Random(20261103);
    var reader = new ChecklistReader(StandardVerbs.all().readers());
    Stream.generate(() -> mutated(whole, random))
        .limit(ROUNDS)
        .forEach(bytes ->
            assertThatCode(() -> read(reader, bytes))
                .as(() -> new String(bytes, StandardCharsets.UTF_8))
                .doesNotThrowAnyException());
  }

  private static void read(ChecklistReader reader, byte[] bytes) {
    var findings = new Findings();
    var source = SourceFile.of("f.yaml", bytes, findings);
    if (source == null) {
      assertThat(findings.hasErrors()).isTrue();
      return;
    }
    var checklist = new Findings();
    assertThat(reader.read(source, checklist) == null).isEqualTo(checklist.hasErrors());
    var recipe = new Findings();
    assertThat(new RecipeReader(recipe).read(source).recipes().isEmpty())
        .isEqualTo(recipe.hasErrors());
    var project = new Findings();
    assertThat(new ProjectReader().read(source, project) == null).isEqualTo(project.hasErrors());
  }

  private static byte[] mutated(byte[] whole, Random random) {
    var bytes = whole;
    for (var times = 1 + random.nextInt(3); times > 0; times--) {
      var from = random.nextInt(bytes.length);
      var to = random.nextInt(3) == 0 ? from : Math.min(bytes.length, from + random.nextInt(12));
      var piece =
          random.nextInt(20) == 0
              ? new byte[] {(byte) random.nextInt(256)}
              : PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
      var mutated = Arrays.copyOf(bytes, from + piece.length + bytes.length - to);
      System.arraycopy(piece, 0, mutated, from, piece.length);
      System.arraycopy(bytes, to, mutated, from + piece.length, bytes.length - to);
      bytes = mutated;
    }
    return bytes;
  }
}

package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Algorithm;
import dev.plimsoll.core.model.Recipe.Body;
import dev.plimsoll.core.model.Recipe.Canonical;
import dev.plimsoll.core.model.Recipe.Genesis;
import dev.plimsoll.core.model.Recipe.PrevPosition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever a recipe says, a verification by it comes to a verdict, and only its own recipe calls a
/// chain whole.
final class OddRecipesTest {
  private static final List<String> NAMES =
      List.of("hash", "prev_hash", "data", "actor", "ts", "sha256", "none", "", "entry_hash");

  @Test
  void everyCombinationComesToAVerdict() throws Exception {
    var random = new Random(20261121);
    List<Path> chains;
    try (var files = Files.list(Chains.FOLDER)) {
      chains = files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    assertThat(chains).hasSizeGreaterThan(20);
    var whole = 0;
    for (var round = 0; round < 1000; round++) {
      var file = chains.get(random.nextInt(chains.size()));
      var recipe = recipe(random);
      var verdict = Chains.verdict(file, recipe);

      assertThat(verdict.sentence()).as("%s by %s", file, recipe).isNotBlank();
      assertThat(HashWork.of(file, recipe, Chains.KEYS, 2)).isNotEmpty();
      whole += verdict instanceof ForeignVerdict.Whole ? 1 : 0;
    }
    assertThat(whole).isLessThan(50);
  }

  private static Recipe recipe(Random random) {
    var hash = random.nextInt(8) == 0 ? null : name(random);
    var prev = random.nextInt(8) == 0 ? null : name(random);
    var seq = random.nextInt(4) == 0 ? new Recipe.Seq(name(random), random.nextInt(2)) : null;
    return new Recipe(
        "odd",
        "Odd",
        new Recipe.Fields(hash, prev, seq),
        List.of(new Genesis.Null(), new Genesis.Literal("GENESIS"), new Genesis.Sha256Of("x"))
            .get(random.nextInt(3)),
        body(random),
        any(List.of(Canonical.values()), random),
        List.of(
                Algorithm.Digest.SHA_256,
                Algorithm.Digest.SHA_512,
                Algorithm.Digest.SHA3_256,
                new Algorithm.HmacSha256("KEY"))
            .get(random.nextInt(4)),
        List.of("", "sha256:", "0x").get(random.nextInt(3)),
        random.nextBoolean() ? null : 8 + random.nextInt(200));
  }

  private static Body body(Random random) {
    var names = List.of(name(random), name(random));
    return switch (random.nextInt(5)) {
      case 0 -> new Body.FieldList(names, random.nextBoolean() ? "" : "|");
      case 1 -> new Body.Wrapper(name(random), name(random), names);
      case 2 -> new Body.RawLine();
      default -> new Body.Entry(names, any(List.of(PrevPosition.values()), random), "|");
    };
  }

  private static <T> T any(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }
}

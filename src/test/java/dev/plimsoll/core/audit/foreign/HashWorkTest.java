package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.trust.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is hashed, shown to a person who writes a recipe until it fits.
final class HashWorkTest {
  @Test
  void theInputIsShownAndGivesTheStoredHash() {
    var work = work("prev-pipe-body.jsonl", "prev-pipe-body");

    assertThat(work).hasSize(3).allMatch(HashWork::fits).allMatch(HashWork::follows);
    var second = work.get(1);
    assertThat(second.entry()).isEqualTo(1);
    assertThat(second.line()).isEqualTo(2);
    assertThat(second.input())
        .startsWith(work.get(0).stored() + "|{\"action\":\"backup\"")
        .doesNotContain("row_hash");
    assertThat(Digests.sha256Hex(second.input().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(second.computed())
        .isEqualTo(second.stored());
  }

  @Test
  void aRecipeThatDoesNotFitYetIsShownBesideWhatIsStored() {
    var work = work("prev-pipe-body.jsonl", "prev-pipe-body/whole").getFirst();

    assertThat(work.fits()).isFalse();
    assertThat(work.follows()).isTrue();
    assertThat(work.input()).contains("\"prev_hash\":");
    assertThat(work.computed()).hasSize(64).isNotEqualTo(work.stored());
  }

  @Test
  void anotherGenesisShowsAtTheFirstEntryAlone() {
    var work = work("prev-then-body.jsonl", "prev-then-body/genesis");

    assertThat(work.getFirst().fits()).isTrue();
    assertThat(work.getFirst().follows()).isFalse();
    assertThat(work.getFirst().prevExpected()).isEqualTo("GENESIS");
    assertThat(work.getFirst().prevStored()).isEqualTo("0".repeat(64));
    assertThat(work.get(1).follows()).isTrue();
  }

  @Test
  void whatKeepsARecipeFromBeingTriedIsASentence() {
    var wrong = work("prev-pipe-body.jsonl", "aetherlink").getFirst();
    var damaged = work("broken/not-utf8.jsonl", "aetherlink");

    assertThat(wrong.obstacle())
        .isEqualTo("Entry 0 (line 1, byte 0) has no text in a member hash.");
    assertThat(wrong.fits()).isFalse();
    assertThat(damaged.get(2).obstacle()).endsWith(" is not UTF-8.");
    assertThat(damaged.get(1).fits()).isTrue();
  }

  @Test
  void anInputIsBoundedAndItsControlCharactersAreVisible() {
    var work = work("js-insertion.jsonl", "js-insertion");

    assertThat(work.getFirst().input()).contains("\\u{7f}");
    assertThat(work).allMatch(one -> one.input().length() <= Shown.LONGEST + 3);
  }

  @Test
  void aMissingFileOrKeyIsAProblem() {
    assertThatThrownBy(() -> work("none.jsonl", "aetherlink"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("There is no file");
    var hmac = Chains.recipe("hmac");
    assertThatThrownBy(() -> HashWork.of(file("hmac.jsonl"), hmac, HashKeys.NONE, 3))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("AUDIT_HMAC_KEY has no value");
    assertThat(HashWork.of(file("hmac.jsonl"), hmac, Chains.KEYS, 3)).allMatch(HashWork::fits);
  }

  @Test
  void everyBuiltInChainFits() {
    for (var recipe : Recipes.builtIn().all()) {
      if (!recipe.isOwnLog()) {
        assertThat(work(recipe.name().replace('/', '.') + ".jsonl", recipe))
            .as(recipe.name())
            .allMatch(HashWork::fits)
            .allMatch(HashWork::follows);
      }
    }
  }

  private static List<HashWork> work(String name, String recipe) {
    return work(name, Chains.recipe(recipe));
  }

  private static List<HashWork> work(String name, Recipe recipe) {
    return HashWork.of(file(name), recipe, Chains.KEYS, 3);
  }

  private static Path file(String name) {
    return Chains.FOLDER.resolve(name);
  }
}

package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.foreign.AlarmProof.CouldNotTry;
import dev.plimsoll.core.audit.foreign.AlarmProof.Rang;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The alarm is proven on a damaged copy.
final class AlarmProofTest {
  @TempDir Path folder;

  static Stream<Arguments> everyRecipeAndDamage() {
    return Recipes.builtIn().all().stream()
        .filter(recipe -> !recipe.isOwnLog())
        .flatMap(recipe ->
            Stream.of(ChainMutation.values())
                .map(mutation -> Arguments.of(recipe.name(), mutation)));
  }

  @ParameterizedTest
  @MethodSource("everyRecipeAndDamage")
  void everyDamageToAChainOfEveryRecipeRings(String name, ChainMutation mutation) throws Exception {
    var file = Chains.FOLDER.resolve(name.replace('/', '.') + ".jsonl");
    var before = Files.readAllBytes(file);

    var proof = AlarmProof.of(file, Chains.recipe(name), mutation, Chains.KEYS, folder);

    assertThat(proof).as(proof.sentence()).isInstanceOf(Rang.class);
    assertThat(proof.sentence()).startsWith("The alarm works: in a copy ").contains("entry");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(ChainMutation.class)
  void everyDamageToOurOwnLogRings(ChainMutation mutation) {
    var file = Chains.FOLDER.resolveSibling("chain-whole.jsonl");

    var proof = AlarmProof.of(file, Chains.recipe("plimsoll"), mutation, HashKeys.NONE, folder);

    assertThat(proof).as(proof.sentence()).isInstanceOf(Rang.class);
  }

  @Test
  void aLogThatIsBrokenAlreadyProvesNothing() {
    var proof = of(Chains.FOLDER.resolve("broken/value-changed.jsonl"), ChainMutation.FLIP);

    assertThat(proof).isInstanceOf(CouldNotTry.class);
    assertThat(proof.sentence()).contains("not whole as it is", "Entry 2 (line 3,");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLogThatIsTooShortOrNotThereIsSaid() throws Exception {
    var lines = Files.readAllLines(Chains.FOLDER.resolve("aetherlink.jsonl"));
    var one = Files.writeString(folder.resolve("one.jsonl"), lines.getFirst() + "\n");

    assertThat(of(one, ChainMutation.SWAP).sentence()).contains("too short");
    assertThat(of(one, ChainMutation.FLIP)).isInstanceOf(Rang.class);
    assertThat(of(one, ChainMutation.DROP)).isInstanceOf(Rang.class);
    assertThat(of(Chains.FOLDER.resolve("broken/empty.jsonl"), ChainMutation.CUT).sentence())
        .contains("holds no entry");
    assertThat(of(folder.resolve("none.jsonl"), ChainMutation.CUT)).isInstanceOf(CouldNotTry.class);
  }

  @Test
  void onlyWhatARecipeProtectsIsChanged() throws Exception {
    var loose = Chains.recipe("prev-then-body");
    var body = new Recipe.Body.FieldList(List.of("prev_hash", "data"), "|");
    assertThat(
            new ValueChange(withBody(loose, body))
                .of("{\"ts\":\"a\",\"data\":1}".getBytes(StandardCharsets.UTF_8)))
        .asString()
        .isEqualTo("{\"ts\":\"a\",\"data\":2}");
  }

  private static Recipe withBody(Recipe recipe, Recipe.Body body) {
    return new Recipe(
        recipe.name(),
        recipe.title(),
        recipe.fields(),
        recipe.genesis(),
        body,
        recipe.canonical(),
        recipe.algorithm(),
        "",
        null);
  }

  private AlarmProof of(Path file, ChainMutation mutation) {
    return AlarmProof.of(file, Chains.recipe("aetherlink"), mutation, HashKeys.NONE, folder);
  }
}

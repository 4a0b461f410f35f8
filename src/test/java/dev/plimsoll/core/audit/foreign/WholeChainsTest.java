package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Broken;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Whole;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// One chain for each built-in recipe and variant, made by a Python script.
final class WholeChainsTest {
  private static final String FIELD_LIST =
      """
      schema: plimsoll/recipe/v1
      id: joined
      title: Fields joined by a vertical bar
      hashField: hash
      prevField: prev_hash
      seqField: {name: seq, start: 1}
      genesis: "%s"
      body: {fields: [prev_hash, seq, ts, actor, action, data]}
      delimiter: "|"
      canonical: py-compact-ascii
      algorithm: SHA-256
      """
          .formatted("0".repeat(64));

  record Chain(String name, long entries, String head) {
    Path file() {
      return Chains.FOLDER.resolve(name + ".jsonl");
    }

    Recipe recipe() {
      return name.equals("fields")
          ? Recipes.parsed("joined.yaml", FIELD_LIST.getBytes(StandardCharsets.UTF_8)).getFirst()
          : Chains.recipe(name.replace('.', '/'));
    }

    Anchor anchor() {
      return new Anchor(entries, head, "the script");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir Path folder;

  static Stream<Chain> chains() throws Exception {
    return JsonMapper.shared()
        .readTree(Files.readString(Chains.FOLDER.resolve("heads.json")))
        .properties()
        .stream()
        .map(entry ->
            new Chain(
                entry.getKey(),
                entry.getValue().get("entries").asLong(),
                entry.getValue().get("head").asString()));
  }

  @Test
  void everyBuiltInRecipeHasAChain() throws Exception {
    var names = chains().map(chain -> chain.name().replace('.', '/')).toList();
    var builtIn = Recipes.builtIn().all().stream().map(Recipe::name);

    assertThat(builtIn.filter(name -> !name.equals("plimsoll"))).isSubsetOf(names);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void itIsWholeAndItsHeadIsTheScripts(Chain chain) {
    var verdict = Chains.verdict(chain.file(), chain.recipe(), chain.anchor());

    assertThat(verdict).isInstanceOf(Whole.class);
    assertThat(((Whole) verdict).head()).isEqualTo(chain.head());
    assertThat(((Whole) verdict).remarks()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("chains")
  void withoutAnAnchorItSaysThatThereIsNothingToCompareWith(Chain chain) {
    var whole = (Whole) Chains.verdict(chain.file(), chain.recipe());

    assertThat(whole.hasWarnings()).isFalse();
    assertThat(whole.remarks())
        .extracting(Remark::code)
        .containsExactlyElementsOf(
            chain.name().equals("previous-raw-line")
                ? List.of(VerdictCode.LAST_ENTRY_OPEN, VerdictCode.NOTHING_TO_COMPARE)
                : List.of(VerdictCode.NOTHING_TO_COMPARE));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void itIsRecognisedAlsoWhenItsFirstEntryIsDamaged(Chain chain) throws Exception {
    var candidates = Stream.concat(Stream.of(chain.recipe()), Recipes.builtIn().all().stream());
    var damaged = Files.readAllBytes(chain.file());
    damaged[5] ^= 1;
    var file = Files.write(folder.resolve("damaged.jsonl"), damaged);

    var recognised = Recognition.of(chain.file(), Recipes.builtIn().all(), Chains.KEYS);
    var again = Recognition.of(file, candidates.toList(), Chains.KEYS);

    assertThat(recognised.recipe().map(Recipe::name))
        .isEqualTo(
            chain.name().equals("fields") ? Optional.empty() : Optional.of(chain.recipe().name()));
    assertThat(again.recipe()).contains(chain.recipe());
  }

  @ParameterizedTest
  @MethodSource("chains")
  void aBeginningOfItIsAChain(Chain chain) throws Exception {
    var lines = Files.readAllLines(chain.file());
    for (var n = 1; n < lines.size(); n++) {
      var text = String.join("\n", lines.subList(0, n)) + "\n";
      var file = folder.resolve("begun.jsonl");
      var bytes = text.getBytes(StandardCharsets.UTF_8);

      assertThat(Chains.verdict(file, bytes, chain.recipe()))
          .isInstanceOfSatisfying(Whole.class, whole -> assertThat(whole.hasWarnings()).isFalse());
      assertThat(Chains.verdict(file, bytes, chain.recipe(), chain.anchor()))
          .isInstanceOfSatisfying(
              Broken.class,
              broken -> {
                assertThat(broken.defect().code()).isEqualTo(VerdictCode.PIN_ROLLBACK);
                assertThat(broken.defect().entry()).isEqualTo(text.lines().count());
              });
    }
  }

  /// Whatever is done to a chain, the verification comes to a verdict; and it is never good news
  /// without a word about another content.
  @ParameterizedTest
  @MethodSource("chains")
  void damageOfAnyKindComesToAVerdict(Chain chain) throws Exception {
    var bytes = Files.readAllBytes(chain.file());
    var recipe = chain.recipe();
    var random = new Random(chain.name().hashCode());
    for (var round = 0; round < 100; round++) {
      var damaged = Damage.of(bytes, random);
      var verdict =
          Chains.verdict(folder.resolve("damaged.jsonl"), damaged, recipe, chain.anchor());
      if (verdict instanceof Whole whole && !Arrays.equals(bytes, damaged)) {
        assertThat(whole.hasWarnings())
            .as("round %d: %s", round, new String(damaged, StandardCharsets.UTF_8))
            .isTrue();
      }
    }
  }
}

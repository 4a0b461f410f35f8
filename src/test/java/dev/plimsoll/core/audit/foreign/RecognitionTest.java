package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recipe is found by trial, and its absence is no accusation.
final class RecognitionTest {
  @TempDir Path folder;

  @Test
  void everyCandidateHasAReason() {
    var recognised = of(Chains.FOLDER.resolve("aetherlink.jsonl"));

    assertThat(recognised.sentence())
        .isEqualTo("Recognised as aetherlink. The hashes of all 5 entries tried fit.");
    assertThat(recognised.trials()).hasSize(Recipes.builtIn().all().size());
    assertThat(recognised.trials().getFirst().recipe().name()).isEqualTo("aetherlink");
    assertThat(reason(recognised, "self-sha256"))
        .isEqualTo("Entry 0 has no member sha256, where its hash should stand.");
    assertThat(reason(recognised, "py-default-zeros"))
        .isEqualTo("Entry 0's stored hash is not what this recipe computes.");
    assertThat(reason(recognised, "hmac")).contains("AUDIT_HMAC_KEY has no value");
    assertThat(reason(recognised, "previous-raw-line"))
        .isEqualTo("No entry names the hash of the line before it.");
  }

  @Test
  void damageToSomeEntriesHidesNoRecipe() throws Exception {
    var text = Files.readString(Chains.FOLDER.resolve("wrapper.jsonl"));
    var file =
        Files.writeString(folder.resolve("log.jsonl"), "garbage\n" + text.replace("admin", "x"));

    var recognised = of(file);

    assertThat(recognised.recipe().map(Recipe::name)).contains("wrapper");
    assertThat(recognised.sentence()).contains("The hashes of 4 of 6 entries tried fit; entry 0 ");
  }

  @Test
  void ourOwnLogIsRecognisedAndVerifiedAsOne() {
    var file = Chains.FOLDER.resolveSibling("chain-whole.jsonl");

    assertThat(of(file).recipe().map(Recipe::name)).contains("plimsoll");
    assertThat(Chains.verdict(file, Chains.recipe("plimsoll")))
        .isInstanceOfSatisfying(
            ForeignVerdict.Whole.class, whole -> assertThat(whole.entries()).isEqualTo(10));
    assertThat(
            Chains.verdict(
                Chains.FOLDER.resolveSibling("chain-entry-missing.jsonl"),
                Chains.recipe("plimsoll")))
        .isInstanceOfSatisfying(
            ForeignVerdict.Broken.class,
            broken -> assertThat(broken.sentence()).contains(" (line ", ", byte "));
  }

  @Test
  void aSingleDamagedEntryIsNotTakenForAnotherRecipe() throws Exception {
    var line = Files.readAllLines(Chains.FOLDER.resolve("py-utf8-genesis.jsonl")).getFirst();
    var file = Files.writeString(folder.resolve("log.jsonl"), line.replace("ops", "oops") + "\n");

    var recognised = of(file);

    assertThat(recognised.recipe()).isEmpty();
    assertThat(recognised.sentence())
        .contains("nothing can be said about whether it was changed")
        .contains("Its hashes seem to stand in entry_hash");
  }

  @Test
  void aKeyedLogIsToldApartFromAnUnknownOne() {
    var file = Chains.FOLDER.resolve("hmac.jsonl");
    HashKeys wrong = secret -> new byte[] {1};

    assertThat(of(file).sentence())
        .contains("a keyed one (hmac), and the secret AUDIT_HMAC_KEY has no value.");
    assertThat(Recognition.of(file, Recipes.builtIn().all(), wrong).sentence())
        .contains("the secret AUDIT_HMAC_KEY is not its key.");
    assertThat(
            Recognition.of(file, Recipes.builtIn().all(), Chains.KEYS).recipe().map(Recipe::name))
        .contains("hmac");
  }

  @Test
  void whatIsNoLogIsSaid() throws Exception {
    var file = folder.resolve("log.jsonl");

    assertThat(of(file).sentence()).startsWith("There is no file ");
    assertThat(of(Files.writeString(file, "")).sentence()).endsWith(" holds no entry.");
    assertThat(of(Files.writeString(file, "\n\n")).sentence()).endsWith(" holds no entry.");
    assertThat(of(Files.writeString(file, "a,b\n1,2\n")).sentence())
        .contains("its first lines are no JSON objects");
    assertThat(of(Files.writeString(file, "{\"a\":1}\n{\"a\":2}\n")).sentence())
        .contains("it may not be chained at all");
    assertThat(of(folder).sentence()).contains("is a folder");
  }

  @Test
  void aLineWithoutAnEndIsNotReadIntoMemory() throws Exception {
    var file = Files.write(folder.resolve("log.jsonl"), new byte[3 * 1024 * 1024]);

    assertThat(of(file).sentence()).contains("is longer than the 1 MiB that are read");
  }

  private static Recognised of(Path file) {
    return Recognition.of(file, Recipes.builtIn().all());
  }

  private static String reason(Recognised recognised, String name) {
    return recognised.trials().stream()
        .filter(trial -> trial.recipe().name().equals(name))
        .findFirst()
        .orElseThrow()
        .reason();
  }
}

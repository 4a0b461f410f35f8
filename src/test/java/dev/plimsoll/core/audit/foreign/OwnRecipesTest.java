package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Broken;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.CouldNotTell;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Whole;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Recipes that a team writes itself: what the built-in ones do not use.
final class OwnRecipesTest {
  private static final Path FOLDER = Chains.FOLDER.resolve("recipes");

  @TempDir Path folder;

  static Stream<String> names() throws Exception {
    try (var files = Files.list(FOLDER)) {
      var names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replace(".yaml", ""))
              .sorted()
              .toList();
      assertThat(names).hasSize(4);
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aChainIsWholeByItsOwnRecipe(String name) throws Exception {
    var anchor = anchor(name);
    var verdict = Chains.verdict(FOLDER.resolve(name + ".jsonl"), recipe(name), anchor);

    assertThat(verdict).isInstanceOf(Whole.class);
    assertThat(((Whole) verdict).entries() + ":" + ((Whole) verdict).head())
        .isEqualTo(anchor.toString());
    assertThat(((Whole) verdict).remarks()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyChangedLetterIsFound(String name) throws Exception {
    var lines = Files.readAllLines(FOLDER.resolve(name + ".jsonl"));
    for (var entry = 0; entry < lines.size(); entry++) {
      var changed = new ArrayList<>(lines);
      changed.set(entry, lines.get(entry).replaceFirst("(?<=\"action\": ?\")(.)", "#"));
      var verdict = verdict(String.join("\n", changed) + "\n", recipe(name));

      assertThat(verdict).isInstanceOf(Broken.class);
      assertThat(((Broken) verdict).defect().code()).isEqualTo(VerdictCode.CHAIN_HASH);
      assertThat(((Broken) verdict).defect().entry()).isEqualTo(entry);
    }
  }

  @Test
  void anEntryThatDoesNotCountOnIsFound() throws Exception {
    var lines = Files.readAllLines(FOLDER.resolve("previous-hash-unnamed.jsonl"));
    var recipe = recipe("previous-hash-unnamed");

    var removed = verdict(String.join("\n", List.of(lines.get(0), lines.get(2))) + "\n", recipe);

    assertThat(((Broken) removed).defect().entry()).isEqualTo(1);
    var counting = FieldLists.counting();
    assertThat(
            ((Broken) verdict(counting.replace("\"seq\":2", "\"seq\":3"), FieldLists.RECIPE))
                .defect()
                .code())
        .isEqualTo(VerdictCode.CHAIN_HASH);
    var unhashed = FieldLists.recipe("prev, what", "seqField: {name: seq, start: 1}");
    var defect =
        ((Broken) verdict(FieldLists.chain("prev, what", "\"seq\":1", "\"seq\":3"), unhashed))
            .defect();
    assertThat(defect.code()).isEqualTo(VerdictCode.CHAIN_SEQ);
    assertThat(defect.sentence()).contains("Entry 1", "counts 3", "where 2 should stand");
    assertThat(defect.found()).isEqualTo("seq 3");
    assertThat(defect.expected()).isEqualTo("seq 2");
  }

  @Test
  void whatAListOfFieldsLeavesOpenIsSaid() {
    var outside = FieldLists.recipe("prev, what", "");
    var verdict = verdict(FieldLists.chain("prev, what", "\"seq\":1", "\"seq\":2"), outside);

    assertThat(((Whole) verdict).remarks())
        .filteredOn(remark -> remark.code() == VerdictCode.CHAIN_UNHASHED)
        .hasSize(2)
        .first()
        .satisfies(remark -> assertThat(remark.sentence()).contains("does not protect: seq"));
  }

  @Test
  void aDelimiterInsideAFieldIsSaid() {
    var recipe = FieldLists.recipe("prev, who, what", "");
    var one = FieldLists.chain("prev, who, what", "\"who\":\"a|b\",\"what\":\"c\"");
    var moved = one.replace("\"a|b\",\"what\":\"c\"", "\"a\",\"what\":\"b|c\"");

    assertThat(((Whole) verdict(one, recipe)).remarks())
        .anyMatch(remark ->
            remark.code() == VerdictCode.CHAIN_UNHASHED
                && remark.sentence().contains("has the delimiter in its member who"));
    assertThat(verdict(moved, recipe)).isInstanceOf(Whole.class); // which is why it is said
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "NaN", "-Infinity"})
  void jcsHasNoSpellingForANumberBeyondADouble(String number) throws Exception {
    var text = Files.readString(FOLDER.resolve("jcs.jsonl"));
    var verdict = verdict(text.replace("1.5e+300", number), recipe("jcs"));

    assertThat(((Broken) verdict).defect().code()).isEqualTo(VerdictCode.CHAIN_NOT_CANONICAL);
    assertThat(((Broken) verdict).defect().entry()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9007199254740993", "9007199254740992.0000", "900719925474099.2e1"})
  void jcsDoesNotTellSpellingsOfADoubleApartAndSaysSo(String number) throws Exception {
    var text = Files.readString(FOLDER.resolve("jcs.jsonl"));
    var verdict = verdict(text.replace("9007199254740992", number), recipe("jcs"));

    assertThat(((Whole) verdict).remarks())
        .anyMatch(remark ->
            remark.isWarning() && remark.entry() == 5 && remark.sentence().contains(number));
  }

  @Test
  void aKeyThatIsNotAtHandIsNoTampering() {
    var verdict =
        new ForeignVerification(
                Chains.FOLDER.resolve("hmac.jsonl"), Chains.recipe("hmac"), Known.NOTHING)
            .run();

    assertThat(verdict)
        .isEqualTo(
            new CouldNotTell(
                "The hashes are keyed, and the secret AUDIT_HMAC_KEY has no value. Give it in the"
                    + " environment as AUDIT_HMAC_KEY, and verify again."));
  }

  @Test
  void aWrongKeyIsSaidLikeAnotherHashAndNeverShown() {
    var key = "not-the-key-of-this-log";
    var known = Known.NOTHING.with(name -> key.getBytes(StandardCharsets.UTF_8));
    var verdict =
        new ForeignVerification(Chains.FOLDER.resolve("hmac.jsonl"), Chains.recipe("hmac"), known)
            .run();

    assertThat(((Broken) verdict).defect().entry()).isZero();
    assertThat(verdict.toString()).doesNotContain(key);
  }

  private ForeignVerdict verdict(String text, Recipe recipe) {
    return Chains.verdict(
        folder.resolve("log.jsonl"), text.getBytes(StandardCharsets.UTF_8), recipe);
  }

  private static Recipe recipe(String name) {
    return Recipes.file(FOLDER.resolve(name + ".yaml")).getFirst();
  }

  /// What the script wrote into the first line.
  private static Anchor anchor(String name) throws Exception {
    var first = Files.readAllLines(FOLDER.resolve(name + ".yaml")).getFirst();
    return Anchor.parse(first.substring(2));
  }
}

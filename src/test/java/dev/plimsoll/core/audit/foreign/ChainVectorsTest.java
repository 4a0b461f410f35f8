package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.foreign.ForeignVerdict.Broken;
import dev.plimsoll.core.audit.foreign.ForeignVerdict.Whole;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The chain vectors that lie beside the clone: one small log for each way to chain.
@Tag("third-party")
final class ChainVectorsTest {
  private static final Path VECTORS = Path.of("..", "shared", "fixtures", "chain-vectors");

  private static final Map<String, String> RECIPES =
      Map.of(
          "A1-py-compact-null", "aetherlink",
          "A3-py-default-zeros", "py-default-zeros",
          "A4-py-compact-utf8-GENESIS", "py-utf8-genesis",
          "B1-prev-plus-entry", "prev-then-body",
          "B3-prev-pipe-body", "prev-pipe-body/hash",
          "D1-wrapper-prev-payload", "wrapper",
          "E1-prev-raw-line", "previous-raw-line",
          "F1-hmac", "hmac",
          "J1-js-stringify-insertion", "js-insertion");

  private static final String FIELD_LIST =
      """
      schema: plimsoll/recipe/v1
      id: joined
      title: Fields joined by a vertical bar
      hashField: hash
      prevField: prev_hash
      genesis: "%s"
      body: {fields: [prev_hash, seq, ts, actor, action, data]}
      delimiter: "|"
      canonical: py-compact-ascii
      algorithm: SHA-256
      """
          .formatted("0".repeat(64));

  record Vector(String name, Path file, long entries, String head) {
    Recipe recipe() {
      return RECIPES.containsKey(name)
          ? Chains.recipe(RECIPES.get(name))
          : Recipes.parsed(
                  "joined.yaml", FIELD_LIST.getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .getFirst();
    }

    Anchor anchor() {
      return new Anchor(entries, head, "the manifest");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir Path folder;

  static Stream<Vector> vectors() throws Exception {
    JsonNode manifest =
        JsonMapper.shared().readTree(Files.readString(VECTORS.resolve("manifest.json")));
    var vectors =
        manifest.properties().stream()
            .map(entry ->
                new Vector(
                    entry.getKey(),
                    VECTORS.resolve(entry.getKey() + ".jsonl"),
                    entry.getValue().get("entries").asLong(),
                    entry.getValue().get("head").asString()))
            .toList();
    assertThat(vectors).hasSize(10);
    return vectors.stream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyVectorVerifiesWithTheHeadOfTheManifest(Vector vector) {
    var verdict = Chains.verdict(vector.file(), vector.recipe(), vector.anchor());

    assertThat(verdict).isInstanceOf(Whole.class);
    var whole = (Whole) verdict;
    assertThat(whole.entries()).isEqualTo(vector.entries());
    assertThat(whole.head()).isEqualTo(vector.head());
    assertThat(whole.remarks()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyVectorButTheFieldListAndTheKeyedOneIsRecognised(Vector vector) {
    var recognised = Recognition.of(vector.file(), Recipes.builtIn().all());

    switch (vector.name()) {
      case "C1-pipe-fields" ->
          assertThat(recognised.sentence())
              .contains("No recipe at hand fits", "list of fields", "recipe file");
      case "F1-hmac" ->
          assertThat(recognised.sentence())
              .contains("looks like a keyed one (hmac)", "the secret AUDIT_HMAC_KEY has no value");
      default -> assertThat(recognised.recipe().map(Recipe::name)).contains(vector.recipe().name());
    }
    assertThat(recognised.trials()).allMatch(trial -> !trial.reason().isBlank());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aFlippedByteNamesItsEntry(Vector vector) throws Exception {
    var bytes = Files.readAllBytes(vector.file());
    var recipe = vector.recipe();
    var entry = 0;
    for (var at = 0; at < bytes.length; at++) {
      var mask = at % 2 == 0 ? 0x01 : 0x20;
      var changed = bytes.clone();
      changed[at] ^= (byte) mask;
      var verdict =
          Chains.verdict(folder.resolve("changed.jsonl"), changed, recipe, vector.anchor());
      assertThat(said(verdict, entry))
          .as("%s byte %d of entry %d ^ %02x: %s", vector, at, entry, mask, verdict)
          .isTrue();
      entry += bytes[at] == '\n' ? 1 : 0;
    }
  }

  /// A byte that changes no content (the case of a digit in an escape, white space, the last line
  /// end) leaves every hash as it is: then a warning names the entry.
  private static boolean said(ForeignVerdict verdict, int entry) {
    return switch (verdict) {
      case Broken(var defect) -> defect.entry() == entry;
      case Whole whole ->
          whole.remarks().stream()
              .anyMatch(remark -> remark.isWarning() && remark.entry() == entry);
      case ForeignVerdict.CouldNotTell none -> false;
    };
  }
}

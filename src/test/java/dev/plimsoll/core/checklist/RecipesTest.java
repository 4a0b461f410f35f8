package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipes that come with the product, and a team's own beside them.
final class RecipesTest {
  private static final String OURS =
      """
      schema: plimsoll/recipe/v1
      id: ours
      title: Ours
      hashField: mac
      prevField: prev
      genesis: null
      body: {minus: [mac]}
      canonical: py-default
      algorithm: HMAC-SHA-256
      keySource: {secret: LOG_KEY}
      """;

  @TempDir Path repository;

  @Test
  void everyBuiltInNameSaysOneWay() {
    var all = Recipes.builtIn().all();
    var names = all.stream().map(Recipe::name).toList();

    assertThat(new HashSet<>(names)).hasSize(names.size());
    var ways = new HashSet<List<Object>>();
    for (var recipe : all) {
      assertThat(
              ways.add(
                  List.of(
                      recipe.fields().toString(),
                      recipe.genesis(),
                      recipe.body(),
                      recipe.canonical(),
                      recipe.algorithm(),
                      recipe.textPrefix())))
          .as(recipe.name())
          .isTrue();
    }
  }

  @Test
  void aFamilyIsAllItsVariantsAndAVariantItself() {
    var builtIn = Recipes.builtIn();

    assertThat(builtIn.named("js-insertion"))
        .hasSize(4)
        .first()
        .extracting(Recipe::name)
        .isEqualTo("js-insertion");
    assertThat(builtIn.named("js-insertion/snake"))
        .singleElement()
        .satisfies(recipe -> assertThat(recipe.fields().prev()).isEqualTo("prev_hash"));
    assertThatThrownBy(() -> builtIn.named("etherlink"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Did you mean 'aetherlink'?");
    assertThatThrownBy(() -> builtIn.named("fields"))
        .hasMessageContaining("docs/formats/foreign-chains.md");
  }

  @Test
  void aTeamsOwnStandBeforeTheBuiltInOnes() throws IOException {
    recipe("ours", OURS);

    var recipes = Recipes.of(repository);

    assertThat(recipes.all().getFirst().name()).isEqualTo("ours");
    assertThat(recipes.named("ours")).hasSize(1);
    assertThat(recipes.all()).hasSize(Recipes.builtIn().all().size() + 1);
    assertThat(recipes.digest()).hasSize(64);
  }

  @Test
  void aSecretThatTheProjectDoesNotNameIsSaid() throws IOException {
    recipe("ours", OURS);

    assertThat(findings("recipes/ours.yaml"))
        .containsExactly(
            ".plimsoll/recipes/ours.yaml:10:21: The secret LOG_KEY is not named under secrets in"
                + " .plimsoll/project.yaml. Add its name there; its value comes from the"
                + " environment.");
  }

  @Test
  void aNameThatIsTakenAndAFileThatIsNotReadAreSaid() throws IOException {
    var wrapper = Files.readString(Path.of("resources", "recipes", "wrapper.yaml"));
    recipe("wrapper", wrapper);
    recipe("other", wrapper.replace("id: wrapper", "id: mine"));
    Files.writeString(folder().resolve("notes.txt"), "x");

    assertThat(findings("recipes/wrapper.yaml"))
        .singleElement()
        .asString()
        .contains("The recipe 'wrapper' is already there: it comes with Plimsoll.");
    assertThat(findings("recipes/other.yaml"))
        .singleElement()
        .asString()
        .contains("'mine' stands in a file of another name. Name the file mine.yaml.");
    assertThat(findings("recipes/notes.txt"))
        .singleElement()
        .asString()
        .contains("This file is not read.");
  }

  @Test
  void aFileWithErrorsIsToldByItsFirstAndPassedOverInAFolder() throws IOException {
    recipe("ours", OURS.replace("genesis: null", "genessis: null"));

    assertThat(Recipes.of(repository).all()).isEqualTo(Recipes.builtIn().all());
    assertThatThrownBy(() -> Recipes.file(folder().resolve("ours.yaml")))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("Recipe not usable: ")
        .hasMessageContaining("ours.yaml:1:1: The key 'genesis' is missing here.");
    assertThatThrownBy(() -> Recipes.file(folder().resolve("none.yaml")))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> Recipes.parsed("text", new byte[0])).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> Recipes.parsed("text", "- a".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("must be a mapping");
  }

  @Test
  void onlyTheNameOfAKeyIsEverKept() {
    var recipe = Recipes.parsed("ours", OURS.getBytes(StandardCharsets.UTF_8)).getFirst();

    assertThat(recipe.algorithm()).isEqualTo(new Recipe.Algorithm.HmacSha256("LOG_KEY"));
  }

  private Path folder() throws IOException {
    return Files.createDirectories(repository.resolve(".plimsoll").resolve("recipes"));
  }

  private void recipe(String name, String text) throws IOException {
    Files.writeString(folder().resolve(name + ".yaml"), text);
  }

  private List<String> findings(String file) {
    return Lint.folder(repository, List.of()).findings().stream()
        .filter(finding -> finding.at() != null && finding.at().file().equals(".plimsoll/" + file))
        .map(Object::toString)
        .toList();
  }
}

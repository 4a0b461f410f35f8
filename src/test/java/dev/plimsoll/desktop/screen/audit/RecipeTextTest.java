package dev.plimsoll.desktop.screen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the editor writes is read back as the recipe that it began with.
class RecipeTextTest {
  @Test
  void everyRecipeThatComesWithTheProductSurvivesTheForm() {
    var recipes = Recipes.builtIn().all().stream().filter(recipe -> !recipe.isOwnLog()).toList();
    assertThat(recipes).hasSizeGreaterThan(12);
    for (var recipe : recipes) {
      var again = read(recipe);
      assertThat(again)
          .as(recipe.name())
          .usingRecursiveComparison()
          .ignoringFields("name")
          .isEqualTo(recipe);
      assertThat(again.name()).isEqualTo(recipe.name().replace('/', '-'));
    }
  }

  @Test
  void aListOfFieldsWithItsDelimiterSurvivesToo() {
    var recipe =
        new Recipe(
            "till",
            "Our till: \"marks\", as it says",
            new Recipe.Fields("mark", "before", new Recipe.Seq("n", 1)),
            new Recipe.Genesis.Sha256Of("a: b #c"),
            new Recipe.Body.FieldList(List.of("before", "n", "who said"), "\u001f|\\"),
            Recipe.Canonical.JCS,
            Recipe.Algorithm.Digest.SHA3_256,
            "0x",
            32);
    assertThat(read(recipe)).isEqualTo(recipe);
  }

  private static Recipe read(Recipe recipe) {
    var draft = new RecipeDraft();
    draft.startFrom(recipe);
    var text = RecipeText.of(draft);
    return Recipes.parsed("recipe", text.getBytes(StandardCharsets.UTF_8)).getFirst();
  }
}

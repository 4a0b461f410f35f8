package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Recipe;
import java.util.List;

/// The recipes that chains of a project may name: its own under `.plimsoll/recipes`, then those
/// that are built in.
record ProjectRecipes(List<Recipe> recipes) {
  ProjectRecipes {
    recipes = List.copyOf(recipes);
  }

  static ProjectRecipes read(FolderFiles files, Findings findings) {
    return new ProjectRecipes(List.of());
  }

  List<String> names() {
    return List.of(
        "aetherlink",
        "self-sha256",
        "py-default-zeros",
        "py-utf8-genesis",
        "prefixed",
        "prev-then-body",
        "prev-pipe-body",
        "body-then-prev",
        "wrapper",
        "previous-raw-line",
        "js-insertion",
        "plimsoll");
  }
}

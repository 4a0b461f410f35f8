package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Recipe;
import java.util.AbstractList;
import java.util.List;

/// A repository's own recipes, and behind them the built-in ones, which are read when somebody asks
/// for the first time: few who open a project do. Thread-safe and unmodifiable.
final class UsableRecipes extends AbstractList<Recipe> {
  private final List<Recipe> own;

  UsableRecipes(List<Recipe> own) {
    this.own = List.copyOf(own);
  }

  static List<Recipe> builtIn() {
    return BuiltIn.ALL;
  }

  @Override
  public Recipe get(int index) {
    return index < own.size() ? own.get(index) : builtIn().get(index - own.size());
  }

  @Override
  public int size() {
    return own.size() + builtIn().size();
  }

  /// Java makes it when it is first named.
  private static final class BuiltIn {
    static final List<Recipe> ALL = Recipes.builtIn().all();
  }
}

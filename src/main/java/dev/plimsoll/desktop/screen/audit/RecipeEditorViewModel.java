package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.HashWork;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.desktop.task.TaskRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A recipe in the making, held against the first entries of a log at every change. Everything is
/// called on the window's thread.
public final class RecipeEditorViewModel {
  private final LogChoice log;
  private final Logs logs;
  private final TaskRunner tasks;
  private final RecipeDraft draft = new RecipeDraft();
  private final ReadOnlyObjectWrapper<@Nullable Recipe> recipe = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> obstacle = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<HashWork>> work = new ReadOnlyObjectWrapper<>(List.of());
  private long change;

  /// @param start what the draft begins with
  public RecipeEditorViewModel(LogChoice log, Recipe start, Logs logs, TaskRunner tasks) {
    this.log = log;
    this.logs = logs;
    this.tasks = tasks;
    draft.startFrom(start);
    InvalidationListener changed = _ -> refresh();
    for (var part : draft.parts()) {
      part.addListener(changed);
    }
    refresh();
  }

  RecipeDraft draft() {
    return draft;
  }

  LogChoice log() {
    return log;
  }

  /// What the draft says, or null while it makes no recipe.
  public ReadOnlyObjectProperty<@Nullable Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  /// Why the draft makes no recipe, a sentence, or null.
  public ReadOnlyObjectProperty<@Nullable String> obstacleProperty() {
    return obstacle.getReadOnlyProperty();
  }

  /// The recipe on the first entries; the last one that was a recipe stays while the draft is none.
  public ReadOnlyObjectProperty<List<HashWork>> workProperty() {
    return work.getReadOnlyProperty();
  }

  /// How many of the entries shown fit and follow.
  long fitting() {
    return work.get().stream().filter(each -> each.fits() && each.follows()).count();
  }

  /// The draft as the text of a recipe file.
  String text() {
    return RecipeText.of(draft);
  }

  private void refresh() {
    change++;
    var mine = change;
    Recipe made;
    try {
      made = Recipes.parsed("recipe", text().getBytes(StandardCharsets.UTF_8)).getFirst();
    } catch (Problem notOne) {
      recipe.set(null);
      obstacle.set(sentence(notOne));
      return;
    }
    recipe.set(made);
    obstacle.set(null);
    tasks.run(
        () -> logs.tryOut(log, made),
        done -> {
          if (mine == change) {
            work.set(done);
          }
        },
        trouble -> {
          if (mine == change) {
            obstacle.set(trouble.where());
          }
        });
  }

  /// The finding without its place: a draft has no lines.
  private static String sentence(Problem problem) {
    return problem.where().replaceFirst("^recipe(:[0-9]+){0,2}:? *", "");
  }

  /// Where the recipe would be kept in the log's project, or null where it belongs to none.
  @Nullable Path place() {
    return log instanceof LogChoice.Chain chain
        ? chain
            .root()
            .resolve(".plimsoll")
            .resolve("recipes")
            .resolve(draft.id.get().strip() + ".yaml")
        : null;
  }

  /// Writes the recipe as a new file.
  ///
  /// @param over whether a file that is there is written over
  void save(Path to, boolean over, Runnable saved, Consumer<Problem> otherwise) {
    var text = text();
    tasks.act(() -> logs.saveRecipe(text, to, over), saved, otherwise);
  }
}

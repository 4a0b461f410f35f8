package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Recipes to choose from, found by a few letters of their name or title.
final class RecipePicker {
  private final TextField query = new TextField();
  private final FilteredList<Recipe> found;
  private final ListView<Recipe> list;
  private final Surroundings around;
  private final Consumer<Recipe> chosen;

  RecipePicker(List<Recipe> recipes, Surroundings around, Consumer<Recipe> chosen) {
    this.around = around;
    this.chosen = chosen;
    this.found = new FilteredList<>(FXCollections.observableArrayList(recipes));
    this.list = new ListView<>(found);
    query.setId("recipe-query");
    query.setPromptText("Search recipes");
    query.setAccessibleText("Search recipes");
    query
        .textProperty()
        .addListener((_, _, text) -> {
          found.setPredicate(recipe -> matches(recipe, text));
          list.getSelectionModel().selectFirst();
        });
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    list.setId("recipes");
    list.getStyleClass().addAll("long-list", "recipe-list");
    list.setAccessibleText("Recipes");
    list.setCellFactory(_ -> new Line());
    list.setPlaceholder(Texts.secondary("No recipe by that name."));
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        take();
      }
    });
    list.getSelectionModel().selectFirst();
  }

  void show() {
    var content = new VBox(query, list);
    content.getStyleClass().add(Style.LINES);
    var some = Bindings.isNotNull(list.getSelectionModel().selectedItemProperty());
    around
        .dialogs()
        .show(
            new Panel("Choose a recipe", content)
                .primary(new Action("Use it", null, some, this::take))
                .focus(query));
  }

  /// Whether every word of `text` occurs in name or title.
  static boolean matches(Recipe recipe, String text) {
    var where = (recipe.name() + " " + recipe.title()).toLowerCase(Locale.ROOT);
    return List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(where::contains);
  }

  private void move(KeyEvent event) {
    var selection = list.getSelectionModel();
    if (event.getCode() == KeyCode.DOWN) {
      selection.selectNext();
    } else if (event.getCode() == KeyCode.UP) {
      selection.selectPrevious();
    } else {
      return;
    }
    list.scrollTo(selection.getSelectedIndex());
    event.consume();
  }

  private void take() {
    var recipe = list.getSelectionModel().getSelectedItem();
    if (recipe != null) {
      around.dialogs().close();
      chosen.accept(recipe);
    }
  }

  private static final class Line extends ListCell<Recipe> {
    Line() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Recipe recipe, boolean empty) {
      super.updateItem(recipe, empty);
      if (empty || recipe == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      var words =
          new VBox(
              Texts.line(recipe.name(), Style.STRONG), Texts.line(recipe.title(), Style.SMALL));
      words.getStyleClass().add("step-words");
      setGraphic(words);
      setAccessibleText(recipe.name() + ", " + recipe.title());
    }
  }
}

package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.Recognised;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// By which recipe the log is verified, why it is that one, and why it is none of the others.
final class RecipeRow extends VBox {
  private static final String OWN =
      "Canonical JSON (RFC 8785); every entry names the SHA-256 of the line before it.";

  private final AuditViewModel model;
  private final GroundRow row;
  private boolean unfolded;

  RecipeRow(AuditViewModel model, Action choose, Action edit) {
    this.model = model;
    this.row = new GroundRow("Recipe", KeyHint.button(choose), KeyHint.button(edit));
    getChildren().add(row);
    setId("recipe-row");
    model
        .openedProperty()
        .addListener((_, _, _) -> {
          unfolded = false;
          show();
        });
    model.recipeProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    var opened = model.openedProperty().get();
    var recipe = model.recipeProperty().get();
    if (opened == null) {
      row.say(Feather.LOADER, Tone.NEUTRAL, "The first entries are looked at.");
      row.below(List.of());
      return;
    }
    var recognised = opened.recipes().recognised();
    row.offers(recognised != null);
    if (recognised == null) {
      row.say(Feather.CHECK, Tone.GOOD, OWN, new Chip("plimsoll", Tone.NEUTRAL));
      row.below(List.of());
      return;
    }
    if (recipe == null) {
      row.say(
          Feather.HELP_CIRCLE,
          Tone.CAUTION,
          recognised.sentence(),
          new Chip("unsupported", Tone.CAUTION));
    } else {
      say(recipe, recognised, recipe.equals(opened.recipes().named()));
    }
    others(recognised.trials().stream().filter(trial -> !trial.recipe().equals(recipe)).toList());
  }

  private void say(Recipe recipe, Recognised recognised, boolean named) {
    var fits = recognised.recipe().filter(recipe::equals).isPresent();
    var chip = new Chip(recipe.name(), Tone.NEUTRAL);
    if (named) {
      row.say(
          fits ? Feather.CHECK : Feather.ALERT_TRIANGLE,
          fits ? Tone.GOOD : Tone.CAUTION,
          "Named in the project file. "
              + (fits ? recognised.sentence() : "It was not recognised: " + recognised.sentence()),
          chip);
    } else if (fits) {
      row.say(Feather.CHECK, Tone.GOOD, recognised.sentence(), chip);
    } else {
      row.say(
          Feather.USER_CHECK, Tone.INFO, recipe.title() + ". Chosen by you, not recognised.", chip);
    }
  }

  private void others(List<Recognised.Trial> others) {
    if (others.isEmpty()) {
      row.below(List.of());
      return;
    }
    var link =
        new Hyperlink(
            unfolded ? "Hide the others" : "Why not " + Texts.count(others.size(), "other recipe"));
    link.getStyleClass().add("small-link");
    link.setOnAction(_ -> {
      unfolded = !unfolded;
      others(others);
    });
    if (!unfolded) {
      row.below(List.of(link));
      return;
    }
    var lines = new VBox();
    lines.getStyleClass().addAll(Style.LINES, "why-not");
    for (var other : others) {
      lines
          .getChildren()
          .add(
              new VBox(
                  Texts.text(other.recipe().name(), Style.MONO),
                  Texts.text(other.reason(), Style.SMALL)));
    }
    row.below(List.of(link, lines));
    link.requestFocus();
  }
}

package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.BottomBar;
import dev.plimsoll.desktop.kit.Chip;
import dev.plimsoll.desktop.kit.EmptyState;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.ListColumns;
import dev.plimsoll.desktop.kit.Page;
import dev.plimsoll.desktop.kit.PageHeader;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.StandingBadge;
import dev.plimsoll.desktop.kit.StandingLook;
import dev.plimsoll.desktop.kit.StripPane;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Surroundings;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The recipe editor: the parts of a recipe at the left, what it does to the first entries at the
/// right, at once.
final class RecipeEditorView extends VBox {
  private final RecipeEditorViewModel model;
  private final Surroundings around;
  private final RecipeForm form;
  private final VBox work = new VBox();
  private final BottomBar bar = new BottomBar();
  private final Label says = Texts.line("", Style.SECONDARY);
  private final Action use;
  private final Action save;
  private final Action back;

  /// Where the editor leads.
  ///
  /// @param use verifies by the recipe
  /// @param back leaves it
  record Ways(Consumer<Recipe> use, Runnable back) {}

  /// @param readOnly for an auditor, who saves nothing
  RecipeEditorView(RecipeEditorViewModel model, Surroundings around, Ways ways, boolean readOnly) {
    this.model = model;
    this.around = around;
    var made = Bindings.isNotNull(model.recipeProperty());
    use =
        new Action(
            "Use this recipe",
            "Ctrl+Enter",
            made,
            () -> {
              var recipe = model.recipeProperty().get();
              if (recipe != null) {
                ways.use().accept(recipe);
              }
            });
    save =
        new Action(
            "Save the recipe…",
            "Ctrl+S",
            readOnly ? Bindings.createBooleanBinding(() -> false) : made,
            this::save);
    back = Action.always("Back to the log", "Esc", ways.back());
    form = new RecipeForm(model.draft());
    work.getStyleClass().add(Style.PAGE_BODY);
    var left = StripPane.scrolled(form);
    left.getStyleClass().add("log-side");
    left.setFocusTraversable(false);
    var right = StripPane.scrolled(work);
    right.setFocusTraversable(false);
    var header = new PageHeader("Recipe editor");
    header.factTexts(
        model.log().title(),
        readOnly
            ? "An auditor's window saves no recipe; one that fits can be used here."
            : "Change what does not fit until every entry does.");
    if (readOnly) {
      header.chips(List.of(new Chip("Auditor · read-only", Tone.NEUTRAL)));
    }
    bar.offers(KeyHint.button(back), KeyHint.button(save), KeyHint.button(use, Style.ACCENT));
    setFillWidth(true);
    var columns = new ListColumns(left, right, new ListColumns.Names("Recipe", "Entries", 24));
    var page = new Page(header, columns, bar);
    VBox.setVgrow(page, javafx.scene.layout.Priority.ALWAYS);
    getChildren().add(page);
    model.workProperty().addListener((_, _, _) -> show());
    model.obstacleProperty().addListener((_, _, _) -> show());
    show();
  }

  List<Action> actions() {
    return List.of(use, save, back);
  }

  void focusFirst() {
    form.first().requestFocus();
  }

  private void show() {
    var entries = model.workProperty().get();
    work.getChildren()
        .setAll(
            entries.isEmpty()
                ? List.<Node>of(
                    new EmptyState(
                        Feather.FILE_TEXT,
                        "No entry to try it on",
                        "The log has no entry that could be read."))
                : entries.stream().<Node>map(HashWorkCard::new).toList());
    var obstacle = model.obstacleProperty().get();
    if (obstacle != null) {
      says.setText(obstacle);
      bar.says(
          new StandingBadge(new StandingLook(Tone.CAUTION, Feather.HELP_CIRCLE, "NO RECIPE YET")),
          says);
      return;
    }
    var fit = model.fitting();
    var all = !entries.isEmpty() && fit == entries.size();
    says.setText(fit + " of the first " + Texts.count(entries.size(), "entry", "entries") + " fit");
    bar.says(
        new StandingBadge(
            all
                ? new StandingLook(Tone.GOOD, Feather.CHECK, "FITS")
                : new StandingLook(Tone.BAD, Feather.X, "DOES NOT FIT")),
        says);
  }

  private void save() {
    var place = model.place();
    if (place == null) {
      around
          .files()
          .saveAs("Save the recipe", model.draft().id.get().strip() + ".yaml")
          .ifPresent(to -> write(to, false));
      return;
    }
    var exists = Files.exists(place);
    var text =
        Texts.text(
            "The digest of the project's .plimsoll changes by it: nothing of the project runs until"
                + " somebody has looked at the files and trusted them again.");
    var where = Texts.text(place.toString(), Style.MONO);
    var content = new VBox(where, text);
    content.getStyleClass().add(Style.LINES);
    if (exists) {
      content
          .getChildren()
          .add(
              Texts.text(
                  "There is a recipe of that name already; it would be written over.",
                  Tone.BAD.styleClass()));
    }
    var act =
        Action.always(
            exists ? "Write over it" : "Save",
            null,
            () -> {
              around.dialogs().close();
              write(place, exists);
            });
    var panel = new Panel("Save the recipe in the project", content);
    around.dialogs().show(exists ? panel.grave(act) : panel.primary(act));
  }

  private void write(Path to, boolean over) {
    model.save(
        to, over, () -> around.dialogs().tell("Saved as " + to + "."), around.dialogs()::tell);
  }
}

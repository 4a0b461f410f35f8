package dev.plimsoll.desktop.kit;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A list of things to choose from, with titles between them that cannot be chosen. What is chosen
/// is the view model's; the list shows it and asks for another.
///
/// @param <L> a line: a thing or a title
/// @param <C> a thing
public final class ChosenList<L, C> extends ListView<L> {
  private final ReadOnlyObjectProperty<@Nullable C> chosen;
  private final Function<L, Optional<C>> thing;
  private final BiPredicate<C, C> same;
  private boolean showing;

  /// @param thing of a line; empty for a title
  /// @param same whether two are the same thing, perhaps read at different times
  public record Lines<L, C>(
      ObservableList<L> all, Function<L, Optional<C>> thing, BiPredicate<C, C> same) {}

  /// @param choose asks the view model for a thing
  /// @param next asks for the one below what is chosen
  /// @param previous asks for the one above it
  public record Choosing<C>(Consumer<C> choose, Runnable next, Runnable previous) {}

  public ChosenList(
      Lines<L, C> lines, ReadOnlyObjectProperty<@Nullable C> chosen, Choosing<C> choosing) {
    super(FXCollections.observableArrayList(lines.all()));
    this.chosen = chosen;
    this.thing = lines.thing();
    this.same = lines.same();
    getStyleClass().addAll("step-column", "log-list");
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, line) -> {
          if (!showing && line != null) {
            thing.apply(line).ifPresent(choosing.choose());
          }
          showChosen();
        });
    chosen.addListener((_, _, _) -> showChosen());
    lines.all().addListener((ListChangeListener<L>) _ -> read(lines.all()));
    // the arrows step over titles; everything else is left to the page
    addEventFilter(KeyEvent.KEY_PRESSED, ArrowKeys.walking(choosing.next(), choosing.previous()));
  }

  /// The list moves its selection by itself when its lines change, which is nobody's choice.
  private void read(ObservableList<L> all) {
    showing = true;
    try {
      getItems().setAll(all);
    } finally {
      showing = false;
    }
    showChosen();
  }

  private void showChosen() {
    if (showing) {
      return;
    }
    showing = true;
    try {
      var at = indexOfChosen();
      if (at < 0) {
        getSelectionModel().clearSelection();
      } else if (at != getSelectionModel().getSelectedIndex()) {
        getSelectionModel().clearAndSelect(at);
        getFocusModel().focus(at);
        scrollTo(Math.max(0, at - 1));
      }
    } finally {
      showing = false;
    }
  }

  private int indexOfChosen() {
    var wanted = chosen.get();
    if (wanted == null) {
      return -1;
    }
    for (var i = 0; i < getItems().size(); i++) {
      if (thing.apply(getItems().get(i)).filter(each -> same.test(each, wanted)).isPresent()) {
        return i;
      }
    }
    return -1;
  }
}

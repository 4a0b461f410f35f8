package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Card;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The first step: which restore point, and all of its files or some of them.
final class FileChoice extends VBox {
  private final RestoreViewModel way;
  private final Times times;
  private final ObservableList<PointFile> found = FXCollections.observableArrayList();
  private final ListView<PointFile> list = new ListView<>(found);
  private final TextField search = new TextField();
  private final Label count = Texts.secondary("");
  private final RadioButton all = new RadioButton("Everything in it");
  private final RadioButton some = new RadioButton("Only some files");
  private final VBox narrowed;

  FileChoice(RestoreViewModel way, Times times) {
    this.way = way;
    this.times = times;
    getStyleClass().add(Style.STACK);
    setId("restore-choose");
    var group = new ToggleGroup();
    group.getToggles().addAll(java.util.List.of(all, some));
    group.selectToggle(way.someProperty().get() == null ? all : some);
    all.setId("restore-all");
    some.setId("restore-some");
    all.setOnAction(_ -> way.chooseAll());
    some.setOnAction(_ -> {
      way.chooseSome();
      search.requestFocus();
    });
    search.setPromptText("Search by path");
    search.setAccessibleText("Search the files by their path");
    search.setId("restore-search");
    search.textProperty().bindBidirectional(way.searchProperty());
    list.setId("restore-files");
    list.setAccessibleText("Files of the backup, Space chooses");
    list.getStyleClass().add("file-list");
    list.setCellFactory(_ -> new FileCell());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    narrowed =
        new VBox(search, list, Texts.secondary("Space chooses a file, A all that are shown."));
    narrowed.getStyleClass().add(Style.LINES);
    getChildren()
        .addAll(
            Card.titled("Go back to", points()), Card.titled("Files", all, some, narrowed, count));
    way.filesProperty().addListener((_, _, _) -> show());
    way.someProperty().addListener((_, _, _) -> show());
    way.searchProperty().addListener((_, _, _) -> show());
    show();
  }

  void focusFirst() {
    (all.isSelected() ? all : some).requestFocus();
  }

  private ComboBox<@Nullable RestorePoint> points() {
    var box =
        new ComboBox<@Nullable RestorePoint>(
            FXCollections.observableArrayList(
                way.errand() instanceof Errand.Restore restore
                    ? restore.points()
                    : java.util.List.of()));
    box.setId("restore-point");
    box.setAccessibleText("Restore point to go back to");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable RestorePoint point) {
            return point == null ? "" : words(point);
          }

          @Override
          public @Nullable RestorePoint fromString(String text) {
            return null;
          }
        });
    box.setValue(way.pointProperty().get());
    box.valueProperty()
        .addListener((_, _, point) -> {
          if (point != null) {
            way.choose(point);
            group(true);
          }
        });
    return box;
  }

  private void group(boolean everything) {
    (everything ? all : some).setSelected(true);
  }

  private String words(RestorePoint point) {
    return times.moment(point.takenOn())
        + " · "
        + PointLook.of(point.level()).word()
        + (point.of().version() == null ? "" : " · version " + point.of().version())
        + " · "
        + Texts.bytes(point.content().bytes());
  }

  private void keys(KeyEvent event) {
    var at = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.SPACE && at != null) {
      way.toggle(at.path());
      event.consume();
    } else if (event.getCode() == KeyCode.A && !event.isShortcutDown() && !event.isAltDown()) {
      way.toggleFound();
      event.consume();
    }
  }

  private void show() {
    var narrow = way.someProperty().get() != null;
    narrowed.setVisible(narrow);
    narrowed.setManaged(narrow);
    var now = way.found();
    if (!now.equals(found)) {
      var at = list.getSelectionModel().getSelectedIndex();
      found.setAll(now);
      list.getSelectionModel().clearAndSelect(Math.clamp(at, 0, Math.max(0, now.size() - 1)));
    }
    list.refresh();
    if (way.filesProperty().get() == null) {
      count.setText(way.problemProperty().get() == null ? "Reading what is in it …" : "");
      return;
    }
    var chosen = way.chosen();
    count.setText(
        chosen.isEmpty()
            ? "No file chosen yet."
            : Texts.count(chosen.size(), "file")
                + ", "
                + Texts.bytes(chosen.stream().mapToLong(PointFile::bytes).sum()));
  }

  private final class FileCell extends ListCell<PointFile> {
    @Override
    protected void updateItem(@Nullable PointFile file, boolean empty) {
      super.updateItem(file, empty);
      if (file == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      var chosen = way.isChosen(file.path());
      var box = new CheckBox();
      box.setSelected(chosen);
      box.setFocusTraversable(false);
      box.setOnAction(_ -> way.toggle(file.path()));
      var path = Texts.line(file.path());
      path.setMinWidth(0);
      path.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(path, Priority.ALWAYS);
      var kind = Texts.line(file.kind(), Style.SMALL);
      kind.setMinWidth(Region.USE_PREF_SIZE);
      var size = Texts.line(Texts.bytes(file.bytes()), Style.SECONDARY);
      size.setMinWidth(Region.USE_PREF_SIZE);
      var row = new HBox(box, path, kind, size);
      row.getStyleClass().add(Style.ROW);
      setGraphic(row);
      setPrefWidth(0);
      setAccessibleText(
          file.path() + ", " + Texts.bytes(file.bytes()) + (chosen ? ", chosen" : ", not chosen"));
    }
  }
}

package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.run.Output;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a step prints, line by line. Only the lines in sight are drawn, so that their number does
/// not matter. Follows the end until the person scrolls up; any lines can be copied.
final class OutputView extends VBox {
  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  /// Control sequences of ECMA-48, as programs write them for terminals.
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-?]{0,40}+[ -/]{0,8}+[@-~]");

  private final ObservableList<Output.Line> lines = FXCollections.observableArrayList();
  private final ListView<Output.Line> list = new ListView<>(lines);
  private final Label count = Texts.line("", Style.SMALL);
  private final ToggleButton follow = new ToggleButton("Follow");
  private final Button copy = new Button("Copy");
  private long total;

  private boolean kept;

  OutputView() {
    getStyleClass().add("output");
    list.getStyleClass().addAll("output-lines", Style.MONO);
    list.setCellFactory(_ -> new LineCell());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setAccessibleText("Output");
    list.setPlaceholder(Texts.secondary("Nothing printed."));
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copy();
            event.consume();
          }
        });
    list.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (event.getDeltaY() > 0) {
            follow.setSelected(false);
          }
        });
    list.addEventFilter(
        javafx.scene.input.MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget() instanceof javafx.scene.Node node && isBar(node)) {
            follow.setSelected(false);
          }
        });
    follow.setSelected(true);
    follow.getStyleClass().addAll("small", Style.FLAT);
    follow
        .selectedProperty()
        .addListener((_, _, on) -> {
          if (on) {
            toEnd();
          }
        });
    copy.getStyleClass().addAll("small", Style.FLAT);
    copy.setOnAction(_ -> copy());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var bar = new HBox(Texts.line("Output", "field-name"), count, gap, follow, copy);
    bar.getStyleClass().addAll(Style.ROW, "output-bar");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(bar, list);
  }

  private boolean isBar(javafx.scene.Node node) {
    for (javafx.scene.@Nullable Node at = node;
        at != null && !at.equals(list);
        at = at.getParent()) {
      if (at instanceof ScrollBar) {
        return true;
      }
    }
    return false;
  }

  void clear() {
    lines.clear();
    kept = false;
    total = 0;
    follow.setSelected(true);
    count.setText("");
  }

  /// Adds what is new since the last time; starts over where it does not continue.
  void show(Output now) {
    var fresh = now.total() - total;
    if (fresh == 0) {
      return;
    }
    if (kept || fresh < 0 || fresh > now.lines().size()) {
      kept = false;
      lines.setAll(now.lines());
    } else {
      lines.addAll(now.lines().subList((int) (now.lines().size() - fresh), now.lines().size()));
    }
    total = now.total();
    count.setText(words());
    if (follow.isSelected()) {
      toEnd();
    }
  }

  /// A kept file instead of live output.
  void showKept(List<Output.Line> file, String name) {
    lines.setAll(file);
    kept = true;
    total = 0;
    count.setText(Texts.count(file.size(), "line") + ", " + name);
    toEnd();
  }

  private String words() {
    return total > lines.size()
        ? "last " + Texts.count(lines.size(), "line") + " of " + Texts.count(total, "line")
        : Texts.count(total, "line");
  }

  private void toEnd() {
    if (!lines.isEmpty()) {
      list.scrollTo(lines.size() - 1);
    }
  }

  private void copy() {
    var chosen = list.getSelectionModel().getSelectedItems();
    var text =
        (chosen.size() > 1 ? List.copyOf(chosen) : List.copyOf(lines))
            .stream().map(Output.Line::text).collect(Collectors.joining("\n"));
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    copy.setText("Copied");
  }

  /// A line without what only a terminal understands.
  static String plain(String line) {
    return COLOURS.matcher(line).replaceAll("").replace("\t", "    ");
  }

  /// A line; those of another stream than `out` look like it.
  static final class LineCell extends ListCell<Output.Line> {
    @Override
    protected void updateItem(Output.@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeAll("err", "note", "strong");
      if (line == null) {
        setText(null);
        return;
      }
      if (!line.stream().equals("out")) {
        getStyleClass().add(line.stream());
      }
      setText(plain(line.text()));
    }
  }
}

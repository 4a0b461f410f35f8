package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Axis;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A chain drawn as time or by its entries: how many came when, runs as bars, sign-offs, records,
/// checkpoints, what is anchored and what is not, the first bad entry. A line below tells what is
/// under the pointer or the keyboard. Left and right go from mark to mark, plus and minus or Ctrl
/// with the wheel zoom, 0 shows all; dragging, or Shift with left and right, moves.
public final class ChainView extends VBox {
  private static final ChainPicture NOTHING =
      new ChainPicture(
          new ChainPicture.Extent(0, 0, 0), List.of(), List.of(), List.of(), List.of(), null);

  private final Times times;
  private final Label line = Texts.text("", Style.SECONDARY);
  private final Label anchored = Texts.text("", Style.STRONG);
  private final ToggleButton byTime = new ToggleButton("Time");
  private final ToggleButton byEntries = new ToggleButton("Entries");
  private final Legend legend = new Legend();
  private final ChainCanvas canvas;

  /// @param times in whose zone times are told
  public ChainView(Times times) {
    this.times = times;
    this.canvas = new ChainCanvas(times, NOTHING, line::setText);
    getStyleClass().add("chain-view");
    getStylesheets()
        .add(
            Objects.requireNonNull(ChainView.class.getResource("/css/chain.css"), "chain.css")
                .toExternalForm());
    line.setId("chain-line");
    anchored.setId("chain-anchored");
    line.getStyleClass().add("chain-line");
    canvas.setId("chain-canvas");
    var keys = Texts.line("← → mark to mark   + − zoom   0 all", Style.SMALL);
    keys.setMinWidth(0);
    keys.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(keys, Priority.ALWAYS);
    var head = new HBox(keys, axes(), zooms());
    head.getStyleClass().add(Style.ROW);
    getChildren().addAll(anchored, head, canvas, line, legend);
    setFillWidth(true);
  }

  private Node axes() {
    var group = new ToggleGroup();
    group.getToggles().addAll(byTime, byEntries);
    byTime.getStyleClass().add("left-pill");
    byEntries.getStyleClass().add("right-pill");
    byTime.setAccessibleText("Draw along time");
    byEntries.setAccessibleText("Draw along the entries' numbers");
    byTime.setOnAction(_ -> along(Axis.TIME));
    byEntries.setOnAction(_ -> along(Axis.ENTRIES));
    var row = new HBox(byTime, byEntries);
    row.setMinWidth(Region.USE_PREF_SIZE);
    return row;
  }

  private Node zooms() {
    var row =
        new HBox(
            button("−", "Zoom out", canvas::zoomOut),
            button("+", "Zoom in", canvas::zoomIn),
            button("All", "Show all of it", canvas::all));
    row.getStyleClass().add("chain-zoom");
    row.setMinWidth(Region.USE_PREF_SIZE);
    return row;
  }

  private static Button button(String word, String spoken, Runnable act) {
    var button = new Button(word);
    button.setAccessibleText(spoken);
    button.setOnAction(_ -> act.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void along(Axis axis) {
    // a toggle that is pressed again stays pressed
    byTime.setSelected(axis == Axis.TIME);
    byEntries.setSelected(axis == Axis.ENTRIES);
    canvas.along(axis);
  }

  public void show(ChainPicture picture) {
    canvas.show(picture);
    anchored.setText(new ChainWords(picture, times).anchored());
    byTime.setDisable(!picture.isTimed());
    byTime.setSelected(picture.isTimed());
    byEntries.setSelected(!picture.isTimed());
    legend.show(picture);
  }

  /// Where the keyboard goes to walk the marks.
  public Node keyboard() {
    return canvas;
  }

  /// What is told below the picture.
  public String told() {
    return line.getText();
  }

  /// What each form and colour means; only what is in the picture.
  private static final class Legend extends FlowPane {
    Legend() {
      getStyleClass().add("chain-legend");
    }

    void show(ChainPicture picture) {
      getChildren().setAll(LegendItem.of(picture));
    }
  }
}

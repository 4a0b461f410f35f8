package dev.plimsoll.desktop.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The head of a page: title with chips, and facts in one quiet line below. Wraps when the window
/// is narrow.
public final class PageHeader extends VBox {
  private final Label title = Texts.text("", Style.PAGE_TITLE);
  private final FlowPane titleRow = new FlowPane(title);
  private final FlowPane facts = new FlowPane();
  private final HBox actions = new HBox();

  public PageHeader(String title) {
    getStyleClass().add("page-header");
    titleRow.getStyleClass().add("title-row");
    facts.getStyleClass().add("facts");
    HBox.setHgrow(titleRow, Priority.ALWAYS);
    titleRow.setMinWidth(0);
    titleRow.setPrefWrapLength(10_000);
    actions.getStyleClass().add(Style.ROW);
    var top = new HBox(titleRow, actions);
    top.getStyleClass().add(Style.ROW);
    getChildren().addAll(top, facts);
    title(title);
    facts(List.of());
  }

  public void title(String text) {
    title.setText(text);
  }

  /// Chips and badges right of the title.
  public void chips(List<? extends Node> chips) {
    titleRow.getChildren().setAll(title);
    titleRow.getChildren().addAll(chips);
  }

  /// Buttons at the right end.
  public void actions(Node... buttons) {
    actions.getChildren().setAll(buttons);
  }

  /// The quiet line below.
  public void facts(List<? extends Node> parts) {
    facts.getChildren().setAll(parts);
    facts.setVisible(!parts.isEmpty());
    facts.setManaged(!parts.isEmpty());
  }

  /// As [#facts(List)], from plain texts.
  public void factTexts(String... parts) {
    facts(List.of(parts).stream().map(part -> Texts.line(part, Style.SECONDARY)).toList());
  }
}

package dev.plimsoll.desktop.kit;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A framed block with a title.
public final class Card extends VBox {
  public Card(Node... content) {
    super(content);
    getStyleClass().add(Style.CARD);
  }

  /// A card with a title and what follows it.
  public static Card titled(String title, Node... content) {
    var card = new Card(Texts.text(title, Style.CARD_TITLE));
    card.getChildren().addAll(content);
    return card;
  }

  /// A card whose title has something at its right end: a badge, a button.
  public static Card headed(String title, Node beside, Node... content) {
    var heading = Texts.text(title, Style.CARD_TITLE);
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    var row = new HBox(heading, beside);
    row.getStyleClass().add(Style.ROW);
    var card = new Card(row);
    card.getChildren().addAll(content);
    return card;
  }
}

package dev.plimsoll.desktop.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A named value: the name small above, the value below.
public final class Fact extends VBox {
  public Fact(String name, Label value) {
    var small = Texts.line(name, "field-name");
    small.setLabelFor(value);
    value.setWrapText(true);
    getStyleClass().add("fact");
    getChildren().addAll(small, value);
  }

  /// @return this, with a quiet line below the value
  public Fact remark(String text) {
    getChildren().add(Texts.text(text, Style.SMALL));
    return this;
  }

  public Fact(String name, String value, String... styleClasses) {
    this(name, Texts.text(value, styleClasses));
  }
}

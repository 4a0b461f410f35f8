package dev.plimsoll.desktop.kit;

import javafx.beans.binding.Bindings;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;

/// The load line of a ship: a circle with a line through it. Grows with the text.
public final class Mark extends Group {
  /// @param em radius of the circle, in multiples of the font size
  public Mark(double em) {
    var measure = new Text();
    measure.setVisible(false);
    measure.setManaged(false);
    var radius =
        Bindings.createDoubleBinding(
            () -> measure.getFont().getSize() * em, measure.fontProperty());
    var circle = new Circle();
    var line = new Line();
    circle.radiusProperty().bind(radius);
    circle.strokeWidthProperty().bind(radius.divide(3.6));
    line.startXProperty().bind(radius.multiply(-1.35));
    line.endXProperty().bind(radius.multiply(1.35));
    line.strokeWidthProperty().bind(radius.divide(3.6));
    line.setStrokeLineCap(StrokeLineCap.ROUND);
    circle.getStyleClass().add("mark");
    line.getStyleClass().add("mark");
    getChildren().addAll(measure, circle, line);
    setMouseTransparent(true);
  }
}

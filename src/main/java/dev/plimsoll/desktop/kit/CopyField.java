package dev.plimsoll.desktop.kit;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A block of text in a fixed-width font that can be selected, and copied as a whole: a command, a
/// digest, a file. It wraps, and is as high as its text; only what fills a screen is scrolled.
public final class CopyField extends VBox {
  private static final double HIGHEST = 24;

  private final TextArea area = new TextArea();
  private final Button copy = new Button("Copy", Icons.of(Feather.COPY));

  /// @param what names it for a screen reader: `Command to verify`
  public CopyField(String what, String text) {
    getStyleClass().add("copy-field");
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefColumnCount(1);
    area.setPrefRowCount(1);
    area.setMinHeight(USE_PREF_SIZE);
    area.getStyleClass().addAll(Style.CODE, Style.MONO);
    area.setAccessibleText(what);
    copy.setAccessibleText("Copy: " + what);
    copy.getStyleClass().add("copy");
    copy.setOnAction(_ -> {
      var content = new ClipboardContent();
      content.putString(area.getText());
      Clipboard.getSystemClipboard().setContent(content);
      copy.setText("Copied");
    });
    getChildren().addAll(area, copy);
    show(text);
  }

  public void show(String text) {
    area.setText(text);
    copy.setText("Copy");
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (!area.prefHeightProperty().isBound()) {
      fit();
    }
  }

  /// Where the lines break is known to the laid-out text alone.
  private void fit() {
    if (!(area.lookup(".content") instanceof Region content)) {
      return;
    }
    var text = content.lookup(".text");
    if (text == null) {
      return;
    }
    area.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> {
                  var padding = content.getInsets().getTop() + content.getInsets().getBottom();
                  var most = HIGHEST * area.getFont().getSize();
                  return Math.min(
                      Math.ceil(text.getLayoutBounds().getHeight() + padding) + 4, most);
                },
                text.layoutBoundsProperty(),
                content.insetsProperty(),
                area.fontProperty()));
  }
}

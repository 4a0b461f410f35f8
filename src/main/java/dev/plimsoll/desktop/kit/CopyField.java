package dev.plimsoll.desktop.kit;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A block of text in a fixed-width font that can be selected, and copied as a whole: a command, a
/// digest, a file.
public final class CopyField extends VBox {
  private final TextArea area = new TextArea();

  /// @param what names it for a screen reader: `Command to verify`
  public CopyField(String what, String text) {
    getStyleClass().add("copy-field");
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().addAll(Style.CODE, Style.MONO);
    area.setAccessibleText(what);
    var copy = new Button("Copy", Icons.of(Feather.COPY));
    copy.setAccessibleText("Copy: " + what);
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
    area.setPrefRowCount((int) Math.clamp(text.lines().count() + text.length() / 60, 1L, 14L));
  }
}

package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Lies over the window while something is dragged across it, and says what will happen.
final class DropVeil extends StackPane {
  /// @param readOnly whether repositories are not opened
  DropVeil(boolean readOnly) {
    getStyleClass().add("drop-veil");
    setVisible(false);
    setMouseTransparent(true);
    var words =
        new VBox(
            Icons.of(Feather.DOWNLOAD),
            Texts.text(
                readOnly
                    ? "Drop a release bundle to verify it"
                    : "Drop a repository's folder, or a release bundle",
                Style.HEADING));
    words.getStyleClass().add("empty-state");
    words.setAlignment(Pos.CENTER);
    getChildren().add(words);
  }

  /// Where a dropped file leads: a folder to its project (or to its record, when a bundle was
  /// unpacked there), a bundle to its record, anything else nowhere.
  static Optional<Place> placeOf(Path dropped, boolean readOnly) {
    if (Files.isDirectory(dropped)) {
      if (Files.exists(dropped.resolve("release-record.json"))) {
        return Optional.of(new Place.RecordFile(dropped));
      }
      return readOnly ? Optional.empty() : Optional.of(new Place.Project(dropped));
    }
    return String.valueOf(dropped.getFileName()).endsWith(".zip")
        ? Optional.of(new Place.RecordFile(dropped))
        : Optional.empty();
  }
}

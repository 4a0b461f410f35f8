package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Icons;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Style;
import dev.plimsoll.desktop.kit.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Lies over the window while something is dragged across it, and says what will happen.
final class DropVeil extends StackPane {
  private static final List<String> LOGS = List.of(".jsonl", ".ndjson", ".log");

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
                    ? "Drop a release bundle, or a log, to verify it"
                    : "Drop a repository's folder, a release bundle, or a log",
                Style.HEADING));
    words.getStyleClass().add("empty-state");
    words.setAlignment(Pos.CENTER);
    getChildren().add(words);
  }

  /// Where a dropped file leads: a folder to its project (or to its record, when a bundle was
  /// unpacked there), a bundle to its record, a log of lines to its verification, anything else
  /// nowhere.
  static Optional<Place> placeOf(Path dropped, boolean readOnly) {
    if (Files.isDirectory(dropped)) {
      if (Files.exists(dropped.resolve("release-record.json"))) {
        return Optional.of(new Place.RecordFile(dropped));
      }
      return readOnly ? Optional.empty() : Optional.of(new Place.Project(dropped));
    }
    var name = String.valueOf(dropped.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip")) {
      return Optional.of(new Place.RecordFile(dropped));
    }
    return LOGS.stream().anyMatch(name::endsWith)
        ? Optional.of(new Place.AuditFile(dropped))
        : Optional.empty();
  }
}

package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.FilePicker;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own choosers.
final class NativePicker implements FilePicker {
  private final Window owner;

  NativePicker(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> folder(String title, @Nullable Path start) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (start != null && Files.isDirectory(start)) {
      chooser.setInitialDirectory(start.toFile());
    }
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> file(String title, List<String> patterns) {
    var chooser = chooser(title);
    if (!patterns.isEmpty()) {
      chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(title, patterns));
    }
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public List<Path> files(String title) {
    var chosen = chooser(title).showOpenMultipleDialog(owner);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> saveAs(String title, String suggestedName) {
    var chooser = chooser(title);
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  private static FileChooser chooser(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    return chooser;
  }
}

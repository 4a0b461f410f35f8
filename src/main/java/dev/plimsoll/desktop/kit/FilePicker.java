package dev.plimsoll.desktop.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks for a file or a folder. The native chooser stands behind it in the program; a test answers
/// by itself.
public interface FilePicker {
  Optional<Path> folder(String title, @Nullable Path start);

  /// @param patterns globs such as `*.zip`; empty means any file
  Optional<Path> file(String title, List<String> patterns);

  List<Path> files(String title);

  Optional<Path> saveAs(String title, String suggestedName);
}

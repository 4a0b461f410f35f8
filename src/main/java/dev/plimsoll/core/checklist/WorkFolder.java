package dev.plimsoll.core.checklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What lies at the top of a repository. Reads little and gives no errors: what cannot be read was
/// not found.
record WorkFolder(Path root) {
  private static final long LARGEST = 1 << 20;
  private static final int MOST_FOLDERS = 200;

  /// A Python package.
  record Package(String initFile) {}

  boolean has(String file) {
    return Files.isRegularFile(root.resolve(file));
  }

  boolean hasFolder(String folder) {
    return Files.isDirectory(root.resolve(folder));
  }

  /// Whether a file lies anywhere in that folder, other than what keeps an empty folder in git.
  boolean holdsFiles(String folder) {
    if (!hasFolder(folder)) {
      return false;
    }
    try (var files = Files.find(root.resolve(folder), 4, (_, found) -> found.isRegularFile())) {
      return files
          .limit(MOST_FOLDERS)
          .map(file -> String.valueOf(file.getFileName()))
          .anyMatch(name -> !name.startsWith(".git") && !name.startsWith("README"));
    } catch (IOException | UncheckedIOException unreadable) {
      return false;
    }
  }

  /// The first of these that is there, or null.
  @Nullable String firstOf(String... files) {
    return Stream.of(files).filter(this::has).findFirst().orElse(null);
  }

  /// The file's text, empty where there is none or it is too large or cannot be read.
  String text(String file) {
    var path = root.resolve(file);
    try {
      return Files.isRegularFile(path) && Files.size(path) <= LARGEST
          ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
          : "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  /// Packages at the top and under `src`, by name.
  List<Package> packages() {
    var found = new ArrayList<Package>();
    for (var parent : List.of("", "src/")) {
      try (var folders = Files.list(root.resolve(parent))) {
        folders
            .limit(MOST_FOLDERS)
            .map(folder -> parent + folder.getFileName() + "/__init__.py")
            .filter(this::has)
            .sorted()
            .forEach(file -> found.add(new Package(file)));
      } catch (IOException none) {
        // not there
      }
    }
    return found;
  }
}

package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a repository keeps beside its code and no build makes again, guessed from what lies in it.
///
/// @param items path as the project file names it, to what it is, for a person
/// @param more whether more was found than is listed
record FoundStores(Map<String, String> items, boolean more) {
  private static final List<String> FOLDERS = List.of("data", "storage", "instance");
  private static final int MOST = 20;
  private static final String NOTHING =
      """
      # Nothing was found here that looks like data. What is saved together is named as in
      # backup:
      #   sets:
      #     - {name: data, files: [data/app.db], to: backups, keep: {days: 7, weekly: 4, atLeast: 3}}\
      """;

  FoundStores {
    items = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /// @throws Problem where something that was named is not there, or has a name that a backup set
  ///   would read as a pattern
  static FoundStores in(Path root, Wishes wishes) {
    var found = new LinkedHashMap<String, String>();
    for (var named : wishes.data()) {
      found.put(path(root, named), "named");
    }
    var folder = new WorkFolder(root);
    for (var name : FOLDERS) {
      if (folder.holdsFiles(name) && !isCovered(found, name)) {
        found.put(name, "folder");
      }
    }
    var files = StoreFiles.below(root);
    var more = false;
    for (var file : files.entrySet()) {
      if (isCovered(found, file.getKey())) {
        continue;
      }
      if (found.size() >= MOST) {
        more = true;
      } else {
        found.put(file.getKey(), file.getValue());
      }
    }
    return new FoundStores(found, more);
  }

  /// Whether that, or a folder above it, is listed already.
  private static boolean isCovered(Map<String, String> found, String path) {
    return found.keySet().stream()
        .anyMatch(listed -> path.equals(listed) || path.startsWith(listed + "/"));
  }

  private static String path(Path root, Path named) {
    try {
      var real = named.toRealPath();
      var top = root.toRealPath();
      var isInside = real.startsWith(top) && !real.equals(top);
      var path = (isInside ? top.relativize(real) : real).toString().replace('\\', '/');
      if (real.equals(top) || StoreFiles.isPattern(path)) {
        throw Problem.of(
            "Nothing proposed",
            named + " cannot be named in a backup set as it is.",
            real.equals(top)
                ? "Name the files and folders in it that hold data."
                : "Name the folder that it lies in.");
      }
      return path;
    } catch (IOException absent) {
      throw Problem.of(
          "Nothing proposed",
          named + " does not exist or cannot be read.",
          "Name what is to be saved as it lies there now.",
          absent);
    }
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /// One line each: `data (folder)`.
  List<String> lines() {
    var lines = new ArrayList<String>();
    items.forEach((path, what) -> lines.add(path + " (" + what + ")"));
    if (more) {
      lines.add("and more files of data");
    }
    return lines;
  }

  /// `backup:` of the project file; an example as a comment where nothing was found.
  String sets() {
    if (isEmpty()) {
      return NOTHING;
    }
    return """
    backup:
      sets: # what is saved together is restored together
        - name: data
          files: [%s]%s
          to: backups
          keep: {days: 7, weekly: 4, monthly: 12, atLeast: 3}\
    """
        .formatted(
            items.keySet().stream().map(Yaml::quoted).collect(Collectors.joining(", ")),
            more ? " # there is more: add it, or name a folder" : "");
  }

  /// Beside the project file: the checklist, and what keeps backups out of git.
  Map<String, String> files(Path root) {
    if (isEmpty()) {
      return Map.of();
    }
    var files = new LinkedHashMap<String, String>();
    files.put(
        ".plimsoll/checklists/backup.yaml",
        Resources.text("/scaffold/checklists/backup.yaml")
            .replace("@FOUND@", String.join("; ", lines())));
    var ignored = "backups/.gitignore";
    if (!Files.exists(root.resolve(ignored))) {
      files.put(ignored, "# Backups are kept here, and stay out of git.\n*\n");
    }
    return files;
  }
}

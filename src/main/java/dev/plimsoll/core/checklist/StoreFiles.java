package dev.plimsoll.core.checklist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds databases and logs in a repository, where programs keep them: not among sources, tests and
/// what is built. Looks at so many files at most, follows no link, and gives no errors.
final class StoreFiles extends SimpleFileVisitor<Path> {
  private static final Set<String> ELSEWHERE =
      Set.of(
          "__pycache__",
          "backups",
          "bin",
          "build",
          "coverage",
          "dist",
          "docs",
          "examples",
          "fixtures",
          "node_modules",
          "obj",
          "out",
          "sample",
          "samples",
          "src",
          "target",
          "test",
          "testdata",
          "tests",
          "vendor",
          "venv");
  private static final int DEEPEST = 4;
  private static final int MOST_SEEN = 20_000;
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Path root;
  private final Map<String, String> found = new TreeMap<>();
  private int seen;

  private StoreFiles(Path root) {
    this.root = root;
  }

  /// What each is, by its path with `/`, in the order of the paths.
  static Map<String, String> below(Path root) {
    var files = new StoreFiles(root);
    try {
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, files);
    } catch (IOException unreadable) {
      return files.found; // what was seen until then
    }
    return files.found;
  }

  /// Whether a backup set would read this name as something else than a path.
  static boolean isPattern(String path) {
    return path.startsWith("~")
        || path.codePoints().anyMatch(c -> "*?[]{}\\".indexOf(c) >= 0 || Character.isISOControl(c));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    var name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
    return !folder.equals(root) && (name.startsWith(".") || ELSEWHERE.contains(name))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (++seen > MOST_SEEN) {
      return FileVisitResult.TERMINATE;
    }
    var path = root.relativize(file).toString().replace('\\', '/');
    if (attributes.isRegularFile() && attributes.size() > 0 && !isPattern(path)) {
      what(file).ifPresent(what -> found.put(path, what));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
    return FileVisitResult.CONTINUE;
  }

  private static Optional<String> what(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Optional.of("log");
    }
    if (name.endsWith(".duckdb")) {
      return Optional.of("DuckDB database");
    }
    return name.matches(".*\\.(db|db3|sqlite|sqlite3)") && isSqlite(file)
        ? Optional.of("SQLite database")
        : Optional.empty();
  }

  private static boolean isSqlite(Path file) {
    try (var bytes = Files.newInputStream(file)) {
      return Arrays.equals(bytes.readNBytes(SQLITE.length), SQLITE);
    } catch (IOException unreadable) {
      return false;
    }
  }
}

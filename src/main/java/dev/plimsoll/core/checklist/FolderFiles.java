package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Everything under `.plimsoll/`, read once, so that what was digested is what is parsed.
final class FolderFiles {
  static final String FOLDER = ".plimsoll";
  private static final String INTENT = "Project folder not readable";
  private static final int MOST_FILES = 1000;
  private static final long LARGEST_SUM = 16L << 20;
  private static final byte[] HEADER = "plimsoll/trust/v1\n".getBytes(StandardCharsets.US_ASCII);

  private final Map<String, byte[]> files =
      new TreeMap<>(Comparator.comparing(FolderFiles::utf8, Arrays::compareUnsigned));

  private FolderFiles() {}

  /// @throws Problem where the folder is missing, holds anything but plain files and folders, or
  ///   far too much
  static FolderFiles read(Path repository) {
    var folder = repository.resolve(FOLDER);
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw Problem.of(
          "No project here",
          repository + " has no folder .plimsoll.",
          "Create one with: plimsoll init");
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw Problem.of(
          INTENT, folder + " is not a folder.", "Replace it by a folder that holds project.yaml.");
    }
    var read = new FolderFiles();
    try {
      Files.walkFileTree(folder, read.new Collector(folder));
    } catch (IOException unreadable) {
      throw Problem.of(
          INTENT,
          "A file under " + folder + " cannot be read.",
          "Look at its permissions.",
          unreadable);
    }
    return read;
  }

  /// Bytes by path relative to the folder, with `/`, ordered by the bytes of the path.
  Map<String, byte[]> files() {
    return files;
  }

  /// See docs/formats/project.md, "Trust": SHA-256, lower-case hex.
  String digest() {
    var digest = SourceFile.sha256();
    digest.update(HEADER);
    files.forEach((name, bytes) -> {
      for (var part : new byte[][] {utf8(name), bytes}) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).array());
        digest.update(part);
      }
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  /// A position in the folder's file `name`.
  static Position at(String name) {
    return Position.of(FOLDER + "/" + name);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final Path folder;
    private long sum;

    Collector(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      var name = folder.relativize(file).toString().replace('\\', '/');
      if (!attributes.isRegularFile()) {
        throw Problem.of(
            INTENT,
            FOLDER
                + "/"
                + name
                + (attributes.isSymbolicLink() ? " is a symbolic link." : " is no plain file."),
            "Put the file itself there: what runs must be under one digest.");
      }
      sum += attributes.size();
      if (sum > LARGEST_SUM || files.size() >= MOST_FILES) {
        throw Problem.of(
            INTENT,
            folder + " holds more than " + MOST_FILES + " files or 16 MiB.",
            "Keep only the project file, checklists, recipes and allowed_signers in it.");
      }
      files.put(name, Files.readAllBytes(file));
      return FileVisitResult.CONTINUE;
    }
  }
}

package dev.plimsoll.core;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A damaged file, kept as it is before anybody touches it.
final class AsideCopy {
  private static final String INTENT = "File not copied aside";
  private static final int MOST = 1_000;

  private AsideCopy() {}

  /// Copies `file` into `folder` under its own name with a number behind it: `ops.jsonl.aside-1`.
  ///
  /// @throws Problem where it cannot be read or written, or changed meanwhile; no half copy stays
  static Path make(Path file, Path folder) {
    try {
      if (!Files.isRegularFile(file)) {
        throw Problem.of(INTENT, file + " is no file.", "Name the file that is damaged.");
      }
      Files.createDirectories(folder);
      for (var number = 1; number <= MOST; number++) {
        var copy = folder.resolve(file.getFileName() + ".aside-" + number);
        if (copied(file, copy)) {
          return copy;
        }
      }
      throw Problem.of(
          INTENT,
          folder + " holds " + MOST + " copies of that name already.",
          "Name another folder.");
    } catch (NoSuchFileException gone) {
      throw Problem.of(INTENT, gone.getFile() + " is not there.", "Check the path.", gone);
    } catch (IOException failed) {
      throw Problem.of(
          INTENT,
          "It could not be read or written: " + failed.getMessage() + ".",
          "Make room on the disk, or name a folder that you may write to.",
          failed);
    }
  }

  private static boolean copied(Path file, Path copy) throws IOException {
    var before = Files.size(file);
    var written = Files.getLastModifiedTime(file);
    try {
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (IOException failed) {
      Files.deleteIfExists(copy);
      throw failed;
    }
    if (Files.mismatch(file, copy) != -1
        || Files.size(file) != before
        || !Files.getLastModifiedTime(file).equals(written)) {
      Files.deleteIfExists(copy);
      throw Problem.of(
          INTENT,
          file + " changed while it was copied.",
          "Stop what writes to it, then copy it again.");
    }
    return true;
  }
}

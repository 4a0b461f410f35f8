package dev.plimsoll.core.backup.restore;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;

/// Words for what systems say.
final class Sentences {
  private Sentences() {}

  /// Why it failed, naming the file; without a full stop.
  static String reason(IOException failed) {
    var text =
        failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    if (failed instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be read or written by this person";
    }
    if (failed instanceof NoSuchFileException gone) {
      return gone.getFile() + " is not there";
    }
    if (failed instanceof DirectoryNotEmptyException full) {
      return full.getFile() + " is a folder that is not empty";
    }
    if (isFull(failed)) {
      return "there is no space left on the disk";
    }
    if (failed instanceof FileSystemException named && named.getReason() != null) {
      return named.getFile() + ": " + named.getReason();
    }
    return text;
  }

  static boolean isFull(IOException failed) {
    var text = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("no space left")
        || text.contains("not enough space")
        || text.contains("quota exceeded");
  }

  /// `a`, `a and b`, `a, b and 3 more`.
  static String some(List<String> names) {
    return switch (names.size()) {
      case 0 -> "nothing";
      case 1 -> names.getFirst();
      case 2 -> names.get(0) + " and " + names.get(1);
      case 3 -> names.get(0) + ", " + names.get(1) + " and " + names.get(2);
      default -> names.get(0) + ", " + names.get(1) + " and " + (names.size() - 2) + " more";
    };
  }
}

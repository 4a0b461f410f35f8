package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why a backup was not taken, in the words of a person. Nothing changed in any of these cases.
public final class NotTaken {
  private static final String INTENT = "Backup not taken";

  private NotTaken() {}

  public static Problem because(String sentence, String next) {
    return Problem.of(INTENT, sentence, next);
  }

  /// A source that cannot be read.
  ///
  /// @param path as the person knows it
  public static Problem unreadable(String path, IOException cause) {
    var next =
        switch (cause) {
          case NoSuchFileException absent ->
              "See that it is there, or take it out of the set's files.";
          case AccessDeniedException refused ->
              "Give this person the right to read it, or take it out of the set's files.";
          default -> "Look at the disk it lies on, then take the backup again.";
        };
    return Problem.of(INTENT, path + " cannot be read: " + words(cause) + ".", next, cause);
  }

  /// What the system said, without the name of the file.
  public static String words(IOException cause) {
    return switch (cause) {
      case NoSuchFileException absent -> "there is no such file";
      case AccessDeniedException refused -> "this person may not";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> {
        var message = cause.getMessage();
        yield message == null
            ? "the system does not say why"
            : message.lines().findFirst().orElse("");
      }
    };
  }
}

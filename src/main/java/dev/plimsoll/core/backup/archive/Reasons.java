package dev.plimsoll.core.backup.archive;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// Why reading or writing failed, for a sentence.
final class Reasons {
  private Reasons() {}

  /// Without a full stop: `it is not there`.
  static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException gone -> "it is not there";
      case AccessDeniedException denied -> "it may not be accessed";
      case FileAlreadyExistsException there -> "it is there already";
      case FileSystemException other when other.getReason() != null -> lower(other.getReason());
      case FileNotFoundException gone when gone.getMessage() != null -> gone.getMessage();
      case EOFException cut -> "it ends too early";
      default -> e.getMessage() == null ? "it could not be read or written" : lower(e.getMessage());
    };
  }

  /// An interrupt of a thread that reads or writes looks like a failure.
  static void interrupted(IOException e) throws InterruptedException {
    if (e instanceof ClosedByInterruptException) {
      Thread.interrupted();
      throw new InterruptedException("interrupted while reading or writing");
    }
  }

  /// What says nothing of the bytes is passed on: an interrupt, and what the system did not read.
  static void notOfTheBytes(IOException e) throws InterruptedException, Unread {
    interrupted(e);
    Unread.rethrown(e);
  }

  private static String lower(String words) {
    return words.isEmpty()
        ? "the system gives no reason"
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}

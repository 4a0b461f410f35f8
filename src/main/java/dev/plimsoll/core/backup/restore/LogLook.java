package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.audit.foreign.Known;
import dev.plimsoll.core.model.RestorePoint.LogHead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a log as it lies, and holds it against what a backup says of it. Changes nothing.
final class LogLook {
  private final Looks looks;

  LogLook(Looks looks) {
    this.looks = looks;
  }

  /// @param recipe null for lines without a chain
  /// @return how far it goes, or why nobody can tell
  private Look look(Path file, @Nullable String recipe) throws IOException {
    if (Files.size(file) == 0) {
      return new Look(0, null, null);
    }
    if (recipe == null) {
      return new Look(lines(file), null, null);
    }
    var known = looks.recipe(recipe);
    if (known.isEmpty()) {
      return new Look(0, null, "There is no recipe " + recipe + " any more.");
    }
    var verification = new ForeignVerification(file, known.get(), Known.NOTHING.with(looks.keys()));
    return switch (verification.run()) {
      case ForeignVerdict.Whole whole -> new Look(whole.entries(), whole.head(), null);
      case ForeignVerdict.Broken broken -> new Look(0, null, broken.sentence());
      case ForeignVerdict.CouldNotTell unknown -> new Look(0, null, unknown.sentence());
    };
  }

  private record Look(long entries, @Nullable String head, @Nullable String doubt) {}

  /// What becomes of a log when the backup's is put in its place.
  ///
  /// @param kept the backup's own copy; asked for only where the present log does not go on from it
  PlannedLog compare(Wanted wanted, LogHead head, Path file, Copy kept)
      throws InterruptedException {
    try {
      if (!Files.isRegularFile(file)) {
        return PlannedLog.missing(head);
      }
      var now = look(file, head.recipe());
      if (now.doubt() != null) {
        return PlannedLog.unknown(head, now.doubt());
      }
      var beginning = Present.beginning(file, wanted.size());
      return beginning.isPresent() && beginning.get().equals(wanted.sha256())
          ? PlannedLog.extending(head, now.entries(), now.head())
          : PlannedLog.apart(head, now.entries(), now.head(), common(kept.file(), file));
    } catch (IOException unreadable) {
      return PlannedLog.unknown(head, "It cannot be read: " + Sentences.reason(unreadable) + ".");
    }
  }

  interface Copy {
    Path file() throws IOException, InterruptedException;
  }

  /// What is wrong with a log that was put into a scratch folder; empty where it goes exactly as
  /// far as it should.
  Optional<String> fault(LogHead head, Path file) throws IOException {
    if (head.recipe() == null) {
      var lines = lines(file);
      return lines == head.entries()
          ? Optional.empty()
          : Optional.of(
              head.path() + " has " + lines + " lines; the backup says " + head.entries() + ".");
    }
    if (head.entries() == 0) {
      return Files.size(file) == 0
          ? Optional.empty()
          : Optional.of(head.path() + " is not empty; the backup says 0 entries.");
    }
    var look = look(file, head.recipe());
    if (look.doubt() != null) {
      return Optional.of(head.path() + ": " + look.doubt());
    }
    return look.entries() == head.entries() && isHead(head, look.head())
        ? Optional.empty()
        : Optional.of(
            head.path()
                + " goes to "
                + look.entries()
                + ":"
                + look.head()
                + "; the backup says "
                + head.entries()
                + ":"
                + head.head()
                + ".");
  }

  private static boolean isHead(LogHead kept, @Nullable String now) {
    return kept.head() == null || kept.head().equals(now);
  }

  /// Lines that hold something.
  static long lines(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var count = 0L;
      while (true) {
        var line = next(in);
        if (line == End.FILE) {
          return count;
        }
        count += line == End.FULL ? 1 : 0;
      }
    }
  }

  private enum End {
    BLANK,
    FULL,
    FILE
  }

  private static End next(InputStream in) throws IOException {
    var full = false;
    var c = in.read();
    if (c < 0) {
      return End.FILE;
    }
    while (c >= 0 && c != '\n') {
      full |= c != ' ' && c != '\t' && c != '\r';
      c = in.read();
    }
    return full ? End.FULL : End.BLANK;
  }

  /// Lines that hold something and are the same at the beginning of both.
  private static long common(Path one, Path other) throws IOException {
    var until = Files.mismatch(one, other);
    try (var in = new BufferedInputStream(Files.newInputStream(other), 1 << 16)) {
      var count = 0L;
      var offset = 0L;
      var full = false;
      for (var c = in.read(); c >= 0 && (until < 0 || offset < until); c = in.read()) {
        offset++;
        if (c == '\n') {
          count += full ? 1 : 0;
          full = false;
        } else {
          full |= c != ' ' && c != '\t' && c != '\r';
        }
      }
      return full && offset == Files.size(other) ? count + 1 : count;
    }
  }
}

package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.HeldLock;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// `.plimsoll-undo` in the project: what is being put back, and what stood there before. It ignores
/// itself to git, and lies where files can be moved in one step.
///
///     .gitignore        *
///     lock              held while files are put back
///     journal           which act is under way; absent otherwise
///     000007/           one act, numbered in their order
///       new/            what is to be put in place, verified; gone when it is done
///       old/            what stood there
///       changes.jsonl   what was changed
///     drill-000003/     a drill under way; its lock beside it stays
final class UndoFolder {
  static final String NAME = Surroundings.UNDO;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{6,9}");

  private final Path folder;

  UndoFolder(Path root) {
    this.folder = root.resolve(NAME);
  }

  Path folder() {
    return folder;
  }

  Path journal() {
    return folder.resolve("journal");
  }

  /// Where the next state of the journal is written before it takes its place.
  Path freshJournal() {
    return folder.resolve("journal.new");
  }

  Path act(String number) {
    return folder.resolve(number);
  }

  Path fresh(String number) {
    return act(number).resolve("new");
  }

  Path old(String number) {
    return act(number).resolve("old");
  }

  Path changes(String number) {
    return act(number).resolve(ChangeFile.NAME);
  }

  boolean isThere() {
    return Files.isDirectory(folder);
  }

  /// Acts that lie here, the oldest first.
  List<String> numbers() throws IOException {
    if (!isThere()) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      return all.map(each -> String.valueOf(each.getFileName()))
          .filter(name -> NUMBER.matcher(name).matches())
          .sorted(java.util.Comparator.comparingLong(Long::parseLong))
          .toList();
    }
  }

  /// The number of the next act: by order, not by a clock that may be set back.
  String next() throws IOException {
    var numbers = numbers();
    return number(numbers.isEmpty() ? 1 : Long.parseLong(numbers.getLast()) + 1);
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%06d", count);
  }

  /// Makes the folder where there is none.
  void make() throws IOException {
    Files.createDirectories(folder);
    var ignore = folder.resolve(".gitignore");
    if (!Files.exists(ignore)) {
      dev.plimsoll.core.audit.DurableFile.replace(ignore, "*\n");
    }
  }

  private Path lockFile() {
    return folder.resolve("lock");
  }

  /// Whether files are being put back this moment, here or in another process.
  boolean isLocked() throws IOException {
    return HeldLock.isHeld(lockFile());
  }

  /// Whoever puts files back holds it; the operating system lets go of it when the process ends.
  ///
  /// @throws Problem where somebody else holds it, or the folder cannot be made
  HeldLock lock(String intent) {
    try {
      make();
      return HeldLock.of(lockFile())
          .orElseThrow(() ->
              Problem.of(
                  intent,
                  "Files of this project are being put back this moment, by another window or"
                      + " command.",
                  "Wait until that is done, then look again. Nothing was changed."));
    } catch (IOException refused) {
      throw Problem.of(
          intent,
          "The folder "
              + folder
              + " cannot be written: "
              + Sentences.reason(refused)
              + ". Nothing was changed.",
          "Give this person the right to write there, then try again.",
          refused);
    }
  }
}

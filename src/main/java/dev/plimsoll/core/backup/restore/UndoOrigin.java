package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What stood there before files were put back.
public final class UndoOrigin implements Origin {
  private final String number;
  private final UndoFolder folder;
  private final ChangeFile file;

  private UndoOrigin(String number, UndoFolder folder, ChangeFile file) {
    this.number = number;
    this.folder = folder;
    this.file = file;
  }

  /// @param number as in [UndoPoint#number]
  /// @throws Problem where there is none, or it is not whole
  public static UndoOrigin of(Path root, String number) {
    var folder = new UndoFolder(root);
    try {
      if (!number.matches("[0-9]{6,9}") || !Files.exists(folder.changes(number))) {
        throw Problem.of(
            "Restore not undone",
            "There is no undo point '" + number + "'. Nothing was changed.",
            "Only the newest few are kept. Leave the number out to undo the last restore.");
      }
      return new UndoOrigin(number, folder, ChangeFile.read(folder.changes(number)));
    } catch (IOException damaged) {
      throw Problem.of(
          "Restore not undone",
          folder.changes(number)
              + " cannot be understood: "
              + Sentences.reason(damaged)
              + ". Nothing was changed.",
          "What stood there lies in " + folder.old(number) + "; put it back by hand.",
          damaged);
    }
  }

  String number() {
    return number;
  }

  @Override
  public Name name() {
    return new Name(
        BackupAct.What.UNDO, file.by().set(), number, file.by().manifest(), null, file.on());
  }

  @Override
  public List<Wanted> wanted() {
    return file.changes().stream()
        .filter(Change::isKept)
        .map(change -> Objects.requireNonNull(change.before()))
        .toList();
  }

  @Override
  public List<String> gone() {
    return file.changes().stream()
        .filter(change -> change.before() == null)
        .map(Change::path)
        .toList();
  }

  @Override
  public Work<?> bring(List<String> paths, Path into) {
    return new Work<Integer>() {
      @Override
      public Integer run() throws InterruptedException {
        try {
          for (var path : paths) {
            var place = into.resolve(path);
            Files.createDirectories(place.resolveSibling("."));
            Durable.keep(folder.old(number).resolve(path), place);
          }
          return paths.size();
        } catch (IOException damaged) {
          throw Problem.of(
              "Restore not undone",
              "The undo point "
                  + number
                  + " is not whole: "
                  + Sentences.reason(damaged)
                  + ". Nothing was changed.",
              "What is left of it lies in " + folder.old(number) + ".",
              damaged);
        }
      }

      @Override
      public Progress progress() {
        return Progress.NONE;
      }
    };
  }
}

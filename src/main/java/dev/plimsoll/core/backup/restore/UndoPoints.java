package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The undo points of a project. Only the newest few are kept. Thread-safe.
public final class UndoPoints {
  private static final String INTENT = "Undo points not readable";

  private final UndoFolder folder;

  public UndoPoints(Path root) {
    this.folder = new UndoFolder(root);
  }

  /// The newest first. One that is being made or used this moment is not among them, nor one that
  /// cannot be understood.
  ///
  /// @throws Problem where they cannot be looked at
  public List<UndoPoint> all() {
    try {
      var busy = Journal.read(folder).map(Journal::number).orElse("");
      var points = new ArrayList<UndoPoint>();
      for (var number : folder.numbers().reversed()) {
        if (!number.equals(busy) && Files.exists(folder.changes(number))) {
          understood(number).ifPresent(points::add);
        }
      }
      return points;
    } catch (IOException unreadable) {
      throw Problem.of(
          INTENT,
          folder.folder() + ": " + Sentences.reason(unreadable) + ".",
          "Look at that folder.",
          unreadable);
    }
  }

  private Optional<UndoPoint> understood(String number) {
    try {
      return Optional.of(point(number, ChangeFile.read(folder.changes(number))));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /// That of the last act on the set, if any.
  public Optional<UndoPoint> last(String set) {
    return all().stream().filter(point -> point.replaced().set().equals(set)).findFirst();
  }

  private static UndoPoint point(String number, ChangeFile file) {
    var kept = file.changes().stream().filter(Change::isKept).toList();
    return new UndoPoint(
        number,
        file.by(),
        file.on(),
        file.changes().stream().filter(each -> each.after() != Change.After.FOLDER).count(),
        kept.stream().mapToLong(each -> each.before() == null ? 0 : each.before().size()).sum());
  }
}

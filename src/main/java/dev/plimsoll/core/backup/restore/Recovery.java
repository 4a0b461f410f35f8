package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.restore.Journal.State;
import dev.plimsoll.core.backup.restore.Recovered.End;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.LogsMoved;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts right what a crash left behind while files were being put back: what was begun is finished
/// where everything for it lies ready, and taken back otherwise. It runs no command: whatever a
/// project asks to be run needs trust, and nobody may be there.
public final class Recovery {
  private static final String INTENT = "Interrupted restore not put right";

  private final Path root;
  private final UndoFolder folder;
  private final Meter meter;

  /// @param root the project's folder
  public Recovery(Path root) {
    this(root, point -> {});
  }

  Recovery(Path root, Consumer<String> points) {
    this.root = root;
    this.folder = new UndoFolder(root);
    this.meter = new Meter(points);
  }

  /// Whether there may be something to put right. Cheap: ask at every start.
  public boolean isDue() {
    return Files.exists(folder.journal()) || Files.exists(folder.freshJournal());
  }

  /// Does it; empty where nothing is to be done, or somebody is at it this moment.
  ///
  /// @throws Problem where it cannot be done; what stood there is kept, and the sentence says where
  public Optional<Recovered> run() {
    if (!isDue() || isBusy()) {
      return Optional.empty();
    }
    try (var _ = folder.lock(INTENT)) {
      return underLock();
    } catch (IOException failed) {
      throw stuck(failed);
    }
  }

  private boolean isBusy() {
    try {
      return folder.isLocked();
    } catch (IOException refused) {
      throw stuck(refused);
    }
  }

  private Problem stuck(IOException failed) {
    return Problem.of(
        INTENT,
        "A restore was interrupted and cannot be put right: " + Sentences.reason(failed) + ".",
        "Remove the reason, then start again. What stood there before is kept in "
            + folder.folder()
            + ", in the folder 'old' of the highest number.",
        failed);
  }

  /// As [#run], for whoever holds the lock.
  Optional<Recovered> underLock() throws IOException {
    var left = Journal.read(folder);
    if (left.isEmpty()) {
      // a journal that never took its place says nothing: nothing had begun
      Files.deleteIfExists(folder.freshJournal());
      return Optional.empty();
    }
    var journal = left.get();
    return Optional.of(
        switch (journal.state()) {
          case BEGUN -> {
            withdraw(journal.number());
            yield recovered(journal, End.UNTOUCHED, List.of());
          }
          case SWAPPING -> {
            var file = ChangeFile.read(folder.changes(journal.number()));
            yield swap(journal, file).canFinish() ? finished(journal, file) : undone(journal, file);
          }
          case BACK -> back(journal);
          case SWAPPED -> {
            var file = ChangeFile.read(folder.changes(journal.number()));
            close(journal);
            yield recovered(journal, End.FINISHED, file.moved());
          }
        });
  }

  private Swap swap(Journal journal, ChangeFile file) {
    return new Swap(
        file.changes(),
        new Targets(root, List.of()),
        folder.fresh(journal.number()),
        folder.old(journal.number()),
        meter);
  }

  private Recovered finished(Journal journal, ChangeFile file) throws IOException {
    swap(journal, file).forwards();
    var done = journal.with(State.SWAPPED);
    done.write(folder);
    close(done);
    return recovered(done, End.FINISHED, file.moved());
  }

  /// The list of changes goes last of what an act has, and only after all of it was taken back:
  /// where it is gone, nothing is left but to remove the rest.
  private Recovered back(Journal journal) throws IOException {
    var changes = folder.changes(journal.number());
    if (Files.exists(changes)) {
      return undone(journal, ChangeFile.read(changes));
    }
    if (Files.exists(folder.old(journal.number()))) {
      throw new IOException(changes + " is missing");
    }
    withdraw(journal.number());
    return recovered(journal, End.UNDONE, List.of());
  }

  private Recovered undone(Journal journal, ChangeFile file) throws IOException {
    journal.with(State.BACK).write(folder);
    swap(journal, file).back();
    withdraw(journal.number());
    return recovered(journal, End.UNDONE, List.of());
  }

  /// Takes an act back that has put nothing in place, or nothing any more.
  void withdraw(String number) throws IOException {
    meter.point("withdraw");
    Durable.remove(folder.act(number));
    Durable.forceFolder(folder.folder());
    Journal.drop(folder);
  }

  /// Ends an act whose files are all in place.
  void close(Journal journal) throws IOException {
    meter.point("close");
    Durable.remove(folder.fresh(journal.number()));
    Durable.remove(folder.act(journal.number()).resolve(Exchange.OUTPUTS));
    var consumed = journal.consumes();
    if (consumed != null) {
      Durable.remove(folder.act(consumed));
    }
    Durable.forceFolder(folder.folder());
    Journal.drop(folder);
  }

  private static Recovered recovered(Journal journal, End end, List<LogsMoved> logs) {
    var what = journal.by().act() == BackupAct.What.UNDO ? "An undo" : "A restore";
    var sentence =
        what
            + " from "
            + journal.by().words()
            + " was interrupted. "
            + switch (end) {
              case UNTOUCHED -> "No file had been touched: everything is as it was.";
              case UNDONE -> "It was taken back: every file is as it was before.";
              case FINISHED -> "It was finished: every file is as in the backup.";
            };
    return new Recovered(
        journal.by(),
        end,
        logs,
        journal.isQuieted()
            ? sentence
                + " The commands before it had been begun; those after it may not have run: run"
                + " them yourself."
            : sentence);
  }
}

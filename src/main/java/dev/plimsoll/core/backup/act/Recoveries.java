package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.restore.Recovered;
import dev.plimsoll.core.backup.restore.Recovery;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Puts right what a crash left in the middle of a restore, and says so in the log. No command of a
/// project is run.
public final class Recoveries {
  private final Path repository;
  private final ActLog log;

  /// @param repository the work tree's top folder
  public Recoveries(Path repository, ActLog log) {
    this.repository = repository;
    this.log = log;
  }

  /// Whether there is something to put right. Cheap.
  public boolean isDue() {
    return new Recovery(repository).isDue();
  }

  /// Empty where nothing is to be done, or another process is at it.
  ///
  /// @throws dev.plimsoll.core.model.Problem where it cannot be done; what stood there is kept
  public Optional<Acted> run() {
    return new Recovery(repository).run().map(this::told);
  }

  private Acted told(Recovered recovered) {
    var name = recovered.name();
    var act =
        new BackupAct(
            name.set(),
            name.act(),
            name.id(),
            name.manifest(),
            switch (recovered.end()) {
              case FINISHED -> Ending.DONE;
              case UNDONE, UNTOUCHED -> Ending.FAILED;
            },
            new Figures(recovered.sentence(), 0, 0, 0, -1, List.of(), recovered.logs()));
    log.record(act);
    return new Acted(act, List.of(), List.of());
  }
}

package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.Removed;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that the log tells of. What changes files is told before it begins; how it ended is always
/// told, a stop and an error included.
///
/// @param <T> what the work itself comes to
final class Recorded<T> implements Work<Acted> {
  private final Begun begun;
  private final Work<T> work;
  private final Function<T, Acted> told;
  private final ActLog log;
  private final InstantSource clock;

  /// @param act without an ending; its sentence tells what begins
  /// @param beforehand whether the log says so before anything is done
  /// @param gone which backups it has removed by now
  record Begun(BackupAct act, boolean beforehand, Supplier<Removed> gone) {
    /// What removes no backup.
    Begun(BackupAct act, boolean beforehand) {
      this(act, beforehand, () -> Removed.NONE);
    }
  }

  /// @param told how it ended, in the words of the log; the time it took is filled in here
  Recorded(Begun begun, Work<T> work, Function<T, Acted> told, ActLog log, InstantSource clock) {
    this.begun = begun;
    this.work = work;
    this.told = told;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Progress progress() {
    return work.progress();
  }

  @Override
  public Acted run() throws InterruptedException {
    var since = clock.instant();
    if (begun.beforehand()) {
      log.record(begun.act());
    }
    Acted acted;
    try {
      acted = timed(told.apply(work.run()), since);
    } catch (InterruptedException stopped) {
      tell(Ending.OPEN, "It was stopped" + removedBefore() + ".", since);
      throw stopped;
    } catch (Problem problem) {
      tell(ending(), problem.where() + " " + problem.next(), since);
      throw problem;
    } catch (RuntimeException defect) {
      tell(Ending.OPEN, "It ended in an error of the program" + removedBefore() + ".", since);
      throw defect;
    }
    // Outside of what is caught: that the log refuses the entry does not make the act a failed one.
    recorded(acted.act());
    return acted;
  }

  private String removedBefore() {
    var gone = begun.gone().get();
    return gone.ids().isEmpty() ? "" : "; " + gone.words() + " before that";
  }

  /// What was only looked at and could not be read says nothing about the backup. A failure is one
  /// that changed nothing.
  private Ending ending() {
    if (!begun.gone().get().ids().isEmpty()) {
      return Ending.OPEN;
    }
    return switch (begun.act().what()) {
      case VERIFY, DRILL -> Ending.OPEN;
      case TAKE, PRUNE, RESTORE, UNDO -> Ending.FAILED;
    };
  }

  private Acted timed(Acted acted, Instant since) {
    var act = acted.act();
    var figures = act.figures();
    return new Acted(
        with(
            act,
            act.ending(),
            new Figures(
                figures.sentence(),
                figures.files(),
                figures.bytes(),
                figures.stored(),
                Math.max(0, Duration.between(since, clock.instant()).toMillis()),
                figures.removed(),
                figures.logs())),
        acted.findings(),
        acted.held());
  }

  private void tell(Ending ending, String sentence, Instant since) {
    var millis = Math.max(0, Duration.between(since, clock.instant()).toMillis());
    var gone = begun.gone().get();
    recorded(
        with(
            begun.act(),
            ending,
            new Figures(
                sentence, 0, 0, gone.bytes(), millis, gone.ids(), begun.act().figures().logs())));
  }

  /// The entry must be written although the thread is being stopped.
  private void recorded(BackupAct act) {
    var stopped = Thread.interrupted();
    try {
      log.record(act);
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static BackupAct with(BackupAct act, @Nullable Ending ending, Figures figures) {
    return new BackupAct(act.set(), act.what(), act.id(), act.manifest(), ending, figures);
  }
}

package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.backup.restore.Journal.State;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.LogsMoved;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts files back, all or none: unpack, verify, quiet what uses them, keep what stands there,
/// exchange. Up to the exchange everything can be stopped without a trace; from there on it is
/// finished or taken back. Use it once.
final class Exchange {
  static final String OUTPUTS = "outputs";
  private static final int KEPT = 3;

  private final Job job;
  private final Site site;
  private final Targets targets;
  private final UndoFolder folder;
  private final Meter meter;
  private final List<String> notes = new ArrayList<>();

  /// @param consumes number of the undo point that this puts back, or null
  record Job(Origin origin, RestorePlan plan, BackupSet.Around around, @Nullable String consumes) {
    String intent() {
      return switch (origin.name().act()) {
        case UNDO -> "Restore not undone";
        default -> "Files not put back";
      };
    }

    List<Wanted> wanted() {
      return plan.files().stream()
          .map(PlannedFile::wanted)
          .filter(each -> each.form() != Wanted.Form.FOLDER)
          .toList();
    }
  }

  Exchange(Job job, Site site, Targets targets, Meter meter) {
    this.job = job;
    this.site = site;
    this.targets = targets;
    this.folder = new UndoFolder(site.root());
    this.meter = meter;
  }

  Restored run() throws InterruptedException {
    var since = System.nanoTime();
    meter.stage(Stage.LOOKING, 0, job.plan().files().size());
    try (var _ = folder.lock(job.intent())) {
      var earlier = new Recovery(site.root()).underLock();
      if (earlier.isPresent()) {
        throw problem(earlier.get().sentence(), "Look again what would change, then confirm that.");
      }
      new Guard(job, site, targets).logs();
      var needed = needed();
      if (needed.isEmpty() && job.plan().gone().isEmpty() && !foldersMissing()) {
        return restored(Optional.empty(), new Restored.Size(0, 0, millis(since)), List.of());
      }
      enoughSpace(needed);
      var size = begin(needed);
      return restored(
          Optional.of(size.number()),
          new Restored.Size(size.files(), Scratch.bytes(needed), millis(since)),
          size.moved());
    } catch (ClosedByInterruptException stopped) {
      throw stopped(stopped);
    } catch (IOException failed) {
      throw problem(failed, "Nothing was changed.");
    }
  }

  private static InterruptedException stopped(ClosedByInterruptException cause) {
    Thread.interrupted();
    var stopped = new InterruptedException("stopped while a file was open");
    stopped.initCause(cause);
    return stopped;
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }

  private Restored restored(Optional<String> undo, Restored.Size size, List<LogsMoved> moved) {
    meter.stage(Stage.DONE, 0, 0);
    return new Restored(job.origin().name(), undo, size, moved, notes);
  }

  /// Those that are not there already, as they have to be.
  private List<Wanted> needed() throws IOException, InterruptedException {
    var needed = new ArrayList<Wanted>();
    for (var wanted : job.wanted()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var obstacle =
          wanted.sense().isOutput() ? Optional.<String>empty() : targets.obstacle(wanted);
      if (obstacle.isPresent()) {
        throw problem(obstacle.get() + " Nothing was changed.", "Put that right, then try again.");
      }
      if (wanted.sense().isOutput() || !Planning.isSame(wanted, targets)) {
        needed.add(wanted);
      }
    }
    return needed;
  }

  private boolean foldersMissing() throws IOException {
    var missing = false;
    for (var folder : job.plan().folders()) {
      var obstacle = targets.obstacle(folder);
      if (obstacle.isPresent()) {
        throw problem(obstacle.get() + " Nothing was changed.", "Put that right, then try again.");
      }
      missing |= !Durable.exists(targets.of(folder.path()));
    }
    return missing;
  }

  private void enoughSpace(List<Wanted> needed) throws IOException {
    var bytes = Scratch.bytes(needed);
    var free = Files.getFileStore(folder.folder()).getUsableSpace();
    if (free < bytes) {
      throw problem(
          "There is not enough space: "
              + bytes
              + " bytes are needed in "
              + folder.folder()
              + ", and "
              + free
              + " are free. Nothing was changed.",
          "Make room, then try again.");
    }
  }

  private record Done(String number, long files, List<LogsMoved> moved) {}

  private Done begin(List<Wanted> needed) throws IOException, InterruptedException {
    var number = folder.next();
    var journal = new Journal(State.BEGUN, number, job.origin().name(), false, job.consumes());
    journal.write(folder);
    var quiet = new Quiet(job.around(), site, meter);
    ChangeFile file;
    try {
      unpacked(needed, number);
      if (!quiet.isNothing()) {
        journal = journal.quieted();
        journal.write(folder);
      }
      quiet
          .before()
          .ifPresent(failed -> {
            throw problem(failed + " Nothing was changed.", "Put that right, then try again.");
          });
      file = kept(needed, number);
    } catch (ClosedByInterruptException stopped) {
      withdraw(number, quiet);
      throw stopped(stopped);
    } catch (IOException failed) {
      withdraw(number, quiet);
      throw problem(failed, "Nothing was changed." + said());
    } catch (InterruptedException stopped) {
      withdraw(number, quiet);
      throw stopped;
    } catch (UncheckedIOException failed) {
      withdraw(number, quiet);
      throw problem(Objects.requireNonNull(failed.getCause()), "Nothing was changed." + said());
    } catch (Problem refused) {
      withdraw(number, quiet);
      throw notes.isEmpty() ? refused : problem(refused.where() + said(), refused.next());
    } catch (RuntimeException defect) {
      withdraw(number, quiet);
      throw defect;
    }
    exchange(journal, file, quiet);
    return new Done(
        number,
        file.changes().stream().filter(each -> each.after() != Change.After.FOLDER).count(),
        file.moved());
  }

  private String said() {
    return notes.isEmpty() ? "" : " " + String.join(" ", notes);
  }

  private void unpacked(List<Wanted> needed, String number)
      throws IOException, InterruptedException {
    var files = needed.stream().filter(each -> !each.sense().isOutput()).toList();
    var outputs = needed.stream().filter(each -> each.sense().isOutput()).toList();
    brought(files, new Scratch(folder.fresh(number), site.looks(), meter));
    if (!outputs.isEmpty()) {
      brought(outputs, new Scratch(folder.act(number).resolve(OUTPUTS), site.looks(), meter));
    }
  }

  private void brought(List<Wanted> files, Scratch scratch)
      throws IOException, InterruptedException {
    scratch.bring(job.origin(), files);
    var faults = new ArrayList<>(scratch.faults(files, true));
    if (job.origin().name().act() == BackupAct.What.RESTORE) {
      scratch.held(files).stream()
          .filter(each -> each.ending() != BackupAct.Ending.DONE)
          .forEach(each -> faults.add(each.sentence()));
    }
    if (!faults.isEmpty()) {
      throw problem(
          faults.getFirst()
              + (faults.size() == 1 ? "" : " " + (faults.size() - 1) + " more.")
              + " Nothing was changed.",
          "Choose another backup; verify this one to see all that is wrong with it.");
    }
  }

  /// The files are quiet now: what stands there is looked at once more, and kept.
  private ChangeFile kept(List<Wanted> needed, String number)
      throws IOException, InterruptedException {
    var files = needed.stream().filter(each -> !each.sense().isOutput()).toList();
    new Guard(job, site, targets.again()).pass(files);
    var all = new ArrayList<Wanted>(job.plan().folders());
    all.addAll(files);
    meter.stage(Stage.KEEPING, Scratch.bytes(files), files.size());
    var changes =
        new Keeping(targets, folder.old(number), job.plan().logs(), meter)
            .keep(all, job.plan().gone());
    var links = changes.stream().filter(Change::replacesLink).map(Change::path).toList();
    if (!links.isEmpty()) {
      notes.add("A file stands now where a symbolic link was: " + Sentences.some(links) + ".");
    }
    new Owners(targets, folder.fresh(number)).carry(changes).ifPresent(notes::add);
    var moved = job.plan().logs().stream().map(PlannedLog::moved).toList();
    var file = new ChangeFile(job.origin().name(), site.clock().instant(), moved, changes);
    file.write(folder.changes(number));
    Durable.forceTree(folder.act(number));
    return file;
  }

  private void withdraw(String number, Quiet quiet) throws IOException {
    Uninterrupted.run(() -> {
      quiet.after(folder.act(number).resolve(OUTPUTS), false).forEach(notes::add);
      new Recovery(site.root()).withdraw(number);
    });
  }

  private void exchange(Journal journal, ChangeFile file, Quiet quiet) throws IOException {
    var number = journal.number();
    Uninterrupted.run(() -> {
      meter.stage(Stage.SWAPPING, 0, file.changes().size());
      var swap = new Swap(file.changes(), targets, folder.fresh(number), folder.old(number), meter);
      try {
        journal.with(State.SWAPPING).write(folder);
        swap.forwards();
      } catch (IOException | RuntimeException failed) {
        back(journal, swap, quiet, failed);
      }
      tidy(() -> journal.with(State.SWAPPED).write(folder));
      if (!quiet.isNothing()) {
        meter.stage(Stage.RUNNING, 0, 0);
      }
      quiet.after(folder.act(number).resolve(OUTPUTS), true).forEach(notes::add);
      tidy(() -> {
        new Recovery(site.root(), meter::point).close(journal);
        forget();
      });
    });
  }

  /// The files are all in place: what fails from here on is said, and done at the next start.
  private void tidy(Uninterrupted.Deed deed) throws InterruptedException {
    try {
      deed.run();
    } catch (IOException failed) {
      notes.add(
          "What is not needed any more could not be removed: " + Sentences.reason(failed) + ".");
    }
  }

  /// Where not even the journal can be written, the one that is there leads to the same end.
  private void say(Journal journal) {
    try {
      journal.write(folder);
    } catch (IOException full) {
      meter.point("journal not written");
    }
  }

  private void back(Journal journal, Swap swap, Quiet quiet, Exception failed) throws IOException {
    var reason =
        switch (failed) {
          case IOException io -> Sentences.reason(io);
          case UncheckedIOException io -> Sentences.reason(Objects.requireNonNull(io.getCause()));
          default -> "the program erred";
        };
    try {
      say(journal.with(State.BACK));
      swap.back();
      quiet.after(folder.act(journal.number()).resolve(OUTPUTS), false).forEach(notes::add);
      new Recovery(site.root(), meter::point).withdraw(journal.number());
    } catch (IOException | InterruptedException worse) {
      throw Problem.of(
          job.intent(),
          "Putting the files in place failed ("
              + reason
              + "), and so did taking that back"
              + (worse instanceof IOException io ? ": " + Sentences.reason(io) : "")
              + ". Some files may be new and others old; what stood there is kept in "
              + folder.old(journal.number())
              + ".",
          "Remove the reason, then start again: it is taken back first.",
          worse);
    }
    throw Problem.of(
        job.intent(),
        "Putting the files in place failed: " + reason + ". Every file is as it was." + said(),
        "Remove the reason, then try again.",
        failed);
  }

  /// Undo points of the set beyond the newest few go.
  private void forget() throws IOException {
    var own =
        new UndoPoints(site.root())
            .all().stream()
                .filter(point -> point.replaced().set().equals(job.origin().name().set()))
                .toList();
    for (var point : own.subList(Math.min(KEPT, own.size()), own.size())) {
      Durable.remove(folder.act(point.number()));
    }
  }

  private Problem problem(String where, String next) {
    return Problem.of(job.intent(), where, next);
  }

  private Problem problem(IOException failed, String truth) {
    var reason = Sentences.reason(failed);
    return Problem.of(
        job.intent(),
        reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ". " + truth,
        "Remove the reason, then try again.",
        failed);
  }
}

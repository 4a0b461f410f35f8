package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupSet.Kind;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A folder into which files were brought, and what is wrong with them. Every byte is read back
/// from there, by all processors.
final class Scratch {
  private static final int MOST_FAULTS = 20;

  private final Path folder;
  private final Looks looks;
  private final Meter meter;

  Scratch(Path folder, Looks looks, Meter meter) {
    this.folder = folder;
    this.looks = looks;
    this.meter = meter;
  }

  Path of(Wanted wanted) {
    return folder.resolve(wanted.path());
  }

  void bring(Origin origin, List<Wanted> wanted) throws IOException, InterruptedException {
    meter.stage(Stage.UNPACKING, bytes(wanted), wanted.size());
    Files.createDirectories(folder);
    if (!wanted.isEmpty()) {
      meter.through(origin.bring(wanted.stream().map(Wanted::path).toList(), folder));
    }
  }

  static long bytes(List<Wanted> wanted) {
    return wanted.stream().mapToLong(Wanted::size).sum();
  }

  /// What is wrong, a whole sentence each, in the order of the files; at most some of them.
  ///
  /// @param ready whether the files are to be put in place: then they get their mode and time, and
  ///   are on disk when it returns
  List<String> faults(List<Wanted> wanted, boolean ready) throws IOException, InterruptedException {
    meter.stage(Stage.VERIFYING, bytes(wanted), wanted.size());
    var tasks = new ArrayList<Callable<Optional<String>>>();
    for (var each : wanted) {
      tasks.add(() -> {
        meter.at(each.path());
        var fault = fault(each);
        if (ready && fault.isEmpty()) {
          dress(each);
        }
        meter.add(each.size());
        return fault;
      });
    }
    // more than processors: while some wait for the disk, others compute
    var threads = Math.clamp(4L * Runtime.getRuntime().availableProcessors(), 8, 32);
    var faults = new ArrayList<String>();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      try {
        for (var done : pool.invokeAll(tasks)) {
          outcome(done).filter(fault -> faults.size() < MOST_FAULTS).ifPresent(faults::add);
        }
      } catch (InterruptedException stopped) {
        pool.shutdownNow();
        throw stopped;
      }
    }
    return faults;
  }

  private static Optional<String> outcome(Future<Optional<String>> done)
      throws IOException, InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException unreadable -> throw unreadable;
        case InterruptedException stopped -> throw stopped;
        case RuntimeException defect -> throw defect;
        case null, default -> throw new IllegalStateException("verifying failed", failed);
      }
    }
  }

  private Optional<String> fault(Wanted wanted) throws IOException, InterruptedException {
    var file = of(wanted);
    if (!Durable.exists(file)) {
      return Optional.of(wanted.path() + " is missing in what was unpacked.");
    }
    return switch (wanted.form()) {
      case FOLDER ->
          Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
              ? Optional.empty()
              : Optional.of(wanted.path() + " is no folder in what was unpacked.");
      case LINK ->
          Present.isSame(wanted, file)
              ? Optional.empty()
              : Optional.of(wanted.path() + " leads elsewhere than the manifest says.");
      case FILE -> content(wanted, file);
    };
  }

  private Optional<String> content(Wanted wanted, Path file)
      throws IOException, InterruptedException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(wanted.path() + " is no file in what was unpacked.");
    }
    var size = Files.size(file);
    if (size != wanted.size()) {
      return Optional.of(
          wanted.path()
              + " has "
              + Plural.of(size, "byte")
              + "; the manifest says "
              + wanted.size()
              + ".");
    }
    var digest = Digests.sha256Hex(file);
    if (!digest.equals(wanted.sha256())) {
      return Optional.of(
          wanted.path()
              + " has the SHA-256 "
              + digest
              + "; the manifest says "
              + wanted.sha256()
              + ".");
    }
    return Optional.empty();
  }

  /// What must hold beyond the bytes: databases are sound, logs go exactly as far as they should,
  /// tables have as many rows as were counted.
  List<Held> held(List<Wanted> wanted) throws InterruptedException {
    meter.stage(Stage.CHECKING, 0, wanted.size());
    var held = new ArrayList<Held>();
    for (var each : wanted) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      meter.at(each.path());
      if (each.isFile() && each.sense().kind() == Kind.SQLITE) {
        held.add(held("Integrity of " + each.path(), "sound", () -> looks.sqliteFault(of(each))));
        for (var rows : each.sense().rows()) {
          held.add(
              held(
                  "Rows of " + rows.table() + " in " + each.path(),
                  Plural.of(rows.count(), "row"),
                  () -> rows(each, rows)));
        }
      }
      var log = each.sense().log();
      if (log != null) {
        held.add(
            held(
                (log.recipe() == null ? "Entries of " : "Chain of ") + each.path(),
                Plural.of(log.entries(), "entry", "entries"),
                () -> new LogLook(looks).fault(log, of(each))));
      }
    }
    return held;
  }

  private Optional<String> rows(Wanted wanted, Wanted.Rows rows)
      throws IOException, InterruptedException {
    var count = looks.rows(of(wanted), rows.table());
    return count == rows.count()
        ? Optional.empty()
        : Optional.of(
            Plural.of(count, "row") + "; there were " + rows.count() + " when it was taken.");
  }

  private interface Question {
    Optional<String> fault() throws IOException, InterruptedException;
  }

  private static Held held(String what, String good, Question question)
      throws InterruptedException {
    try {
      return question
          .fault()
          .map(fault -> new Held(what, Ending.FAILED, fault))
          .orElseGet(() -> new Held(what, Ending.DONE, good));
    } catch (IOException unreadable) {
      return new Held(what, Ending.OPEN, Sentences.reason(unreadable));
    }
  }

  private void dress(Wanted wanted) throws IOException {
    if (wanted.form() != Wanted.Form.FILE) {
      return;
    }
    var file = of(wanted);
    var time = wanted.modifiedOn();
    if (time != null) {
      Files.setLastModifiedTime(file, FileTime.from(time));
    }
    if (wanted.mode() >= 0 && file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      Files.setAttribute(file, "unix:mode", wanted.mode());
    }
    Durable.force(file);
  }
}

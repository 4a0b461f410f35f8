package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/// The last look before files are exchanged: is everything still as it was confirmed, and does
/// nobody write into it?
final class Guard {
  private final Exchange.Job job;
  private final Site site;
  private final Targets targets;

  Guard(Exchange.Job job, Site site, Targets targets) {
    this.job = job;
    this.site = site;
    this.targets = targets;
  }

  /// @throws Problem saying what has changed, or who writes
  void pass(List<Wanted> needed) throws IOException, InterruptedException {
    logs();
    obstacles(needed);
    same(needed);
    writers(needed);
  }

  /// What would be lost is what was confirmed.
  void logs() throws InterruptedException {
    var now =
        new Planning(site, job.origin(), targets)
            .logs(job.plan().files().stream().map(PlannedFile::wanted).toList());
    for (var i = 0; i < now.size(); i++) {
      var log = now.get(i);
      var confirmed = job.plan().logs().get(i);
      if (!log.equals(confirmed)) {
        throw Problem.of(
            job.intent(),
            log.path()
                + " has changed since it was looked at"
                + (log.entriesNow() >= 0 && confirmed.entriesNow() >= 0
                    ? " (" + confirmed.entriesNow() + " entries then, " + log.entriesNow() + " now)"
                    : "")
                + ". "
                + log.sentence()
                + " Nothing was changed.",
            "Stop what writes it, look again what would be lost, and confirm that.");
      }
    }
  }

  private void obstacles(List<Wanted> needed) throws IOException {
    for (var wanted : needed) {
      var obstacle = targets.obstacle(wanted);
      if (obstacle.isPresent()) {
        throw Problem.of(
            job.intent(),
            obstacle.get() + " Nothing was changed.",
            "Put that right, then try again.");
      }
    }
  }

  /// What was left out because it was the same is still the same.
  private void same(List<Wanted> needed) throws IOException {
    var known = new HashSet<>(needed);
    for (var wanted : job.wanted()) {
      if (!wanted.sense().isOutput()
          && !known.contains(wanted)
          && !Planning.isSame(wanted, targets)) {
        throw Problem.of(
            job.intent(),
            wanted.path() + " has changed since it was looked at. Nothing was changed by this.",
            "Stop what writes it, then try again.");
      }
    }
  }

  private void writers(List<Wanted> needed) throws IOException {
    var files = new HashSet<Path>();
    for (var wanted : needed) {
      var target = targets.of(wanted.path());
      if (wanted.isFile() && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
        files.add(target.toRealPath());
        for (var beside : Sidecars.of(wanted)) {
          files.add(target.toRealPath().resolveSibling(Path.of(beside).getFileName()));
        }
      }
    }
    var writer = OpenFiles.writer(files);
    if (writer.isPresent()) {
      throw Problem.of(
          job.intent(),
          writer.get() + " Nothing was changed.",
          "Stop it, or name the command that stops it under 'before' of the set; then try again.");
    }
  }
}

package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.restore.PlannedFile.Now;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint.LogHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Looks what a restore would do. Use it once, on one thread; it changes no file of the project. An
/// interrupt stops it.
public final class Planning {
  private final Site site;
  private final Origin origin;
  private final Targets targets;
  private final LogLook look;
  private final Meter meter = new Meter(_ -> {});
  private long read;

  /// @param sources the set's patterns
  public Planning(Site site, Origin origin, List<String> sources) {
    this(site, origin, new Targets(site.root(), sources));
  }

  Planning(Site site, Origin origin, Targets targets) {
    this.site = site;
    this.origin = origin;
    this.targets = targets;
    this.look = new LogLook(site.looks());
  }

  /// How far it is. Ask from any thread.
  public Work.Progress progress() {
    return meter.progress();
  }

  /// @param present paths of the set's files as they are now
  /// @throws Problem where the backup cannot be read
  public RestorePlan plan(Choice choice, List<String> present) throws InterruptedException {
    var all = origin.wanted();
    var chosen = choice.of(all);
    var files = new ArrayList<PlannedFile>();
    meter.stage(Work.Stage.COMPARING, Scratch.bytes(chosen), chosen.size());
    for (var wanted : chosen) {
      goesOn();
      meter.at(wanted.path());
      read = 0;
      if (wanted.form() != Wanted.Form.FOLDER || obstacle(wanted).isPresent()) {
        files.add(file(wanted));
      }
      meter.add(Math.max(0, wanted.size() - read));
    }
    var plan = plan(files, all, chosen, present);
    goesOn(); // an interrupt cuts a read short, which looks like a file that cannot be read
    return plan;
  }

  private static void goesOn() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private RestorePlan plan(
      List<PlannedFile> files, List<Wanted> all, List<Wanted> chosen, List<String> present)
      throws InterruptedException {
    return new RestorePlan(
        origin.name(),
        files,
        logs(chosen),
        stays(all, present, origin.gone()),
        chosen.stream().filter(wanted -> wanted.form() == Wanted.Form.FOLDER).toList(),
        origin.gone().stream().filter(path -> Durable.exists(targets.of(path))).toList(),
        stranger());
  }

  private Optional<String> obstacle(Wanted wanted) {
    try {
      return targets.obstacle(wanted);
    } catch (IOException unreadable) {
      return Optional.of(
          wanted.path() + " cannot be looked at: " + Sentences.reason(unreadable) + ".");
    }
  }

  private PlannedFile file(Wanted wanted) {
    if (wanted.sense().isOutput()) {
      return new PlannedFile(wanted, Now.HANDED, -1, null);
    }
    var obstacle = obstacle(wanted);
    if (obstacle.isPresent()) {
      return new PlannedFile(wanted, Now.DIFFERS, -1, obstacle.get());
    }
    var target = targets.of(wanted.path());
    try {
      if (!Durable.exists(target)) {
        return new PlannedFile(wanted, Now.MISSING, -1, null);
      }
      var size = Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) ? Files.size(target) : 0;
      return new PlannedFile(
          wanted, isSame(wanted, targets, this::count) ? Now.SAME : Now.DIFFERS, size, null);
    } catch (IOException unreadable) {
      return new PlannedFile(
          wanted,
          Now.DIFFERS,
          -1,
          wanted.path() + " cannot be read: " + Sentences.reason(unreadable) + ".");
    }
  }

  /// A database whose write-ahead file holds something is more than its main file.
  static boolean isSame(Wanted wanted, Targets targets) throws IOException {
    return isSame(wanted, targets, _ -> {});
  }

  private void count(long bytes) {
    read += bytes;
    meter.add(bytes);
  }

  private static boolean isSame(Wanted wanted, Targets targets, LongConsumer read)
      throws IOException {
    for (var beside : Sidecars.of(wanted)) {
      var file = targets.of(beside);
      if (Files.exists(file) && Files.size(file) > 0) {
        return false;
      }
    }
    var target = targets.of(wanted.path());
    return Present.isSame(wanted, target, read)
        && (wanted.mode() < 0
            || wanted.form() != Wanted.Form.FILE
            || Present.mode(target) < 0
            || Present.mode(target) == wanted.mode());
  }

  /// The logs among those files, as they are now.
  List<PlannedLog> logs(List<Wanted> chosen) throws InterruptedException {
    var logs = new ArrayList<PlannedLog>();
    meter.stage(
        Work.Stage.CHECKING, 0, chosen.stream().filter(each -> each.sense().log() != null).count());
    for (var wanted : chosen) {
      var head = wanted.sense().log();
      if (head != null) {
        goesOn();
        meter.at(wanted.path());
        logs.add(log(wanted, head));
      }
    }
    return logs;
  }

  private PlannedLog log(Wanted wanted, LogHead head) throws InterruptedException {
    try {
      var scratch = Files.createTempDirectory("plimsoll-log-");
      try {
        return look.compare(
            wanted,
            head,
            targets.of(wanted.path()),
            () -> {
              origin.bring(List.of(wanted.path()), scratch).run();
              return scratch.resolve(wanted.path());
            });
      } catch (Problem unreadable) {
        return PlannedLog.unknown(head, unreadable.where());
      } finally {
        Durable.remove(scratch);
      }
    } catch (IOException full) {
      return PlannedLog.unknown(head, "No scratch folder: " + Sentences.reason(full) + ".");
    }
  }

  private static List<String> stays(List<Wanted> all, List<String> present, List<String> gone) {
    var known = new HashSet<>(gone);
    for (var wanted : all) {
      known.add(wanted.path());
      known.addAll(Sidecars.of(wanted));
    }
    return present.stream().filter(path -> !known.contains(path)).sorted().toList();
  }

  private @Nullable String stranger() {
    var product = origin.name().product();
    return product == null || product.equals(site.product())
        ? null
        : "It is a backup of another product: " + product + ", not " + site.product() + ".";
  }
}

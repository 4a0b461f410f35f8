package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.restore.Origin;
import dev.plimsoll.core.backup.restore.PlannedFile;
import dev.plimsoll.core.backup.restore.PlannedLog;
import dev.plimsoll.core.backup.restore.RestorePlan;
import dev.plimsoll.core.backup.restore.Wanted;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupSet.Around;
import dev.plimsoll.core.model.BackupSet.Engine;
import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.BackupSet.Keep;
import dev.plimsoll.core.model.BackupSet.Proof;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Backups as a test wants them: two sets of one project, and work that ends as it is told to.
final class FakeBackups implements BackupSource {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final SetChoice OPS = choice("operations");
  static final SetChoice CONF = choice("settings");

  final List<RestorePoint> points = new ArrayList<>();
  final List<SetLook.Fate> fates = new ArrayList<>();
  final List<Act> begun = new ArrayList<>();
  final List<PointFile> files = new ArrayList<>();
  SetLook.Permission permission = SetLook.Permission.ALLOWED;
  SetLook.Past past = SetLook.Past.NONE;
  List<SetGroup> groups =
      List.of(new SetGroup(Path.of("/ops"), "customer-ops", List.of(OPS, CONF), ""));
  Callable<Ended> ending =
      () -> new Ended(Ended.Level.GOOD, "Verified", "All is well.", null, List.of());
  @Nullable Problem trouble;
  List<PlannedLog> logs = List.of();
  final Map<String, PlannedFile.Now> nows = new HashMap<>();
  @Nullable String stranger;
  Around around = Around.NOTHING;
  Runnable comparing = () -> {};
  Work.Progress progress = Work.Progress.NONE;

  private static SetChoice choice(String name) {
    return new SetChoice(
        Path.of("/ops"),
        "customer-ops",
        new BackupSet(
            name,
            new BackupSet.Sources(List.of("data"), List.of(), List.of(), List.of()),
            new BackupSet.Place(Engine.OWN, "backups", "backup_{x}", Format.TAR_ZST, null),
            Keep.EVERYTHING,
            Proof.NONE,
            Around.NOTHING));
  }

  /// A point of so many days ago.
  static RestorePoint point(String id, int daysAgo, RestorePoint.Proof proof) {
    return new RestorePoint(
        "operations",
        id,
        NOW.minus(Duration.ofDays(daysAgo)),
        new RestorePoint.Content(3, 3_000_000, 1_000_000, List.of()),
        new RestorePoint.Of("1.4.2", "4be19f7a90c2d1"),
        "00",
        proof);
  }

  static RestorePoint.Proof proven(int daysAgo) {
    var on = NOW.minus(Duration.ofDays(daysAgo));
    return new RestorePoint.Proof(on, on, null);
  }

  static RestorePoint.Proof verified(int daysAgo) {
    return new RestorePoint.Proof(NOW.minus(Duration.ofDays(daysAgo)), null, null);
  }

  @Override
  public List<SetGroup> groups() {
    return groups;
  }

  @Override
  public SetLook look(SetChoice set) {
    if (trouble != null) {
      throw trouble;
    }
    return set.isThe(OPS)
        ? new SetLook(points, fates, permission, 50_000_000, past)
        : new SetLook(List.of(), List.of(), permission, -1, SetLook.Past.NONE);
  }

  @Override
  public List<PointFile> files(SetChoice set, String id) {
    return files;
  }

  @Override
  public Work<RestoreOffer> offer(SetChoice set, String id, List<String> paths) {
    var offer = offered(set, id, paths);
    return new Work<>() {
      @Override
      public RestoreOffer run() throws InterruptedException {
        comparing.run();
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        return offer;
      }

      @Override
      public Progress progress() {
        return progress;
      }
    };
  }

  private RestoreOffer offered(SetChoice set, String id, List<String> paths) {
    var name = new Origin.Name(BackupAct.What.RESTORE, set.name(), id, null, null, NOW);
    var planned =
        files.stream()
            .filter(file -> paths.isEmpty() || paths.contains(file.path()))
            .map(this::planned)
            .toList();
    return new RestoreOffer(
        new RestorePlan(name, planned, logs, List.of(), List.of(), List.of(), stranger), around);
  }

  private PlannedFile planned(PointFile file) {
    var wanted =
        new Wanted(
            file.path(), Wanted.Form.FILE, file.bytes(), 0644, NOW, "00", Wanted.Sense.PLAIN);
    return new PlannedFile(
        wanted, nows.getOrDefault(file.path(), PlannedFile.Now.DIFFERS), file.bytes() + 1, null);
  }

  @Override
  public Work<RestoreOffer> undoOffer(SetChoice set, String number) {
    return offer(set, number, List.of());
  }

  /// A log of the plan.
  ///
  /// @param lost -1 where nobody could tell
  void log(long now, long then, long lost) {
    logs =
        List.of(
            new PlannedLog(
                new RestorePoint.LogHead("data/audit/ops.jsonl", then, null, null),
                now,
                null,
                lost < 0 ? PlannedLog.Relation.COULD_NOT_TELL : PlannedLog.Relation.EXTENDS,
                lost,
                "data/audit/ops.jsonl has " + now + " entries now, the backup has " + then + "."));
  }

  @Override
  public Work<Ended> work(SetChoice set, Act act) {
    begun.add(act);
    return new Work<>() {
      @Override
      public Ended run() throws InterruptedException {
        try {
          return ending.call();
        } catch (InterruptedException | RuntimeException known) {
          if (known instanceof InterruptedException stopped) {
            throw stopped;
          }
          throw (RuntimeException) known;
        } catch (Exception unknown) {
          throw new IllegalStateException(unknown);
        }
      }

      @Override
      public Progress progress() {
        return progress;
      }
    };
  }
}

package dev.plimsoll.core.backup.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Kills takes, prunes, restores and undos at random moments and looks at what is left:
///
///     mvn -q test-compile exec:exec@backup-kill-harness -Dkills=100
///
/// Each victim is a process of its own on a set with a database, a chained log and plain files, and
/// is killed with SIGKILL. A further process puts right what there is to put right and says what it
/// found. Then the project is in the old state or the new one, byte for byte; every backup that was
/// there is as it was; one that has its name is whole.
public final class BackupKillHarness {
  private static final int USUAL_KILLS = 100;
  private static final int PATIENCE_MILLIS = 120_000;
  private static final int MANY = 5;

  private final Path folder;
  private final Yard yard;
  private final Random random;
  private final List<String> faults = new ArrayList<>();
  private final TreeMap<String, Integer> seen = new TreeMap<>();
  private final Map<String, Long> lasts = new HashMap<>();
  private int kills;
  private int ended;

  BackupKillHarness(Path folder, long seed) throws IOException {
    this.folder = folder;
    this.yard = new Yard(folder);
    this.random = new Random(seed);
    for (var i = 0; i < 60; i++) {
      var bytes = new byte[40_000];
      random.nextBytes(bytes);
      Files.write(yard.root.resolve("notes").resolve("note-" + i + ".bin"), bytes);
    }
  }

  /// @param args how many kills, and a seed to repeat a sequence
  public static void main(String[] args) throws Exception {
    var kills = args.length > 0 && !args[0].isBlank() ? Integer.parseInt(args[0]) : USUAL_KILLS;
    var seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    var folder = Files.createTempDirectory("plimsoll-backup-kill-").toRealPath();
    System.out.println("In " + folder + ", seed " + seed);
    var harness = new BackupKillHarness(folder, seed);
    while (harness.kills < kills) {
      harness.round();
    }
    harness.report();
    System.exit(harness.faults.isEmpty() ? 0 : 1);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /// One act, killed at a random moment of the time it takes, which is seen by letting one end now
  /// and then.
  void round() throws Exception {
    var act = act();
    var usual = lasts.get(act);
    if (usual == null || random.nextInt(6) == 0) {
      round(act, "READY", PATIENCE_MILLIS);
    } else {
      round(act, "READY", random.nextLong(usual));
    }
  }

  /// @param line of the victim after which it is killed
  void round(String act, String line, long millis) throws Exception {
    change();
    var points = yard.own().points();
    var backup = points.isEmpty() ? "" : points.get(random.nextInt(points.size())).id();
    var expected = Aftermath.expected(yard, act, backup);
    try (var victim = new Killing(BackupVictim.class, List.of(folder.toString(), act, backup))) {
      victim.await(line);
      var since = System.nanoTime();
      victim.kill(millis);
      if (victim.hasEnded()) {
        ended++;
        lasts.put(act, (System.nanoTime() - since) / 1_000_000 + 1);
      } else {
        kills++;
      }
      var said = recovered();
      var what = act + " killed in " + victim.stage() + ": " + said.split(" ", 2)[0];
      seen.merge(victim.hasEnded() ? act + " had ended" : what, 1, Integer::sum);
      if (victim.lines().stream().anyMatch(each -> each.startsWith("Exception"))) {
        faults.add(act + " failed: " + victim.lines());
      }
      faults.addAll(expected.faults(said, victim.hasEnded()));
    }
  }

  private String recovered() throws Exception {
    try (var next = new Killing(BackupVictim.class, List.of(folder.toString(), "recover"))) {
      return next.rest().getLast();
    }
  }

  private String act() {
    var backups = yard.own().points().size();
    var acts = new ArrayList<>(List.of("take"));
    if (backups > 0) {
      acts.addAll(List.of("restore", "restore", "restore"));
    }
    if (!new UndoPoints(yard.root).all().isEmpty()) {
      acts.addAll(List.of("undo", "undo"));
    }
    return backups > MANY ? "prune" : acts.get(random.nextInt(acts.size()));
  }

  /// The project goes on living between two acts.
  private void change() throws IOException {
    yard.grow(1 + random.nextInt(3));
    yard.write("config/app.yaml", "limit: " + random.nextInt(1_000_000) + "\n");
    Sqlite.said(
        yard.root.resolve("data/app.db"), "INSERT INTO t VALUES (" + random.nextInt() + ")");
    var bytes = new byte[random.nextInt(60_000)];
    random.nextBytes(bytes);
    Files.write(yard.root.resolve("notes/note-" + random.nextInt(90) + ".bin"), bytes);
  }

  void report() {
    System.out.printf(Locale.ROOT, "%-60s %6d%n", "Kills (SIGKILL)", kills);
    System.out.printf(Locale.ROOT, "%-60s %6d%n", "Ended before their kill", ended);
    seen.forEach((what, count) -> System.out.printf(Locale.ROOT, "  %-58s %6d%n", what, count));
    System.out.printf(Locale.ROOT, "%-60s %6d%n", "Faults", faults.size());
    faults.forEach(fault -> System.out.println("  " + fault));
    System.out.println(
        faults.isEmpty()
            ? "Every time it was the old state or the new one, and a sentence said which."
            : "NOT PROVEN");
  }
}

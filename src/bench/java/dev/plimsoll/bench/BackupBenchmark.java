package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Goals B1 to B5: backups against restic, `tar | zstd`, `zip`, `unzip` and `cp`. How to run it
/// stands in `docs/performance.md`.
///
/// Arguments: a folder; `full` (1.9 GB) or `quick` (200 MB); which goals (`B1,B2,B3,B4,B5`);
/// `write` to put the results into the table.
public final class BackupBenchmark {
  private static final long FULL = 1_900_000_000L;
  private static final long QUICK = 200_000_000L;
  private static final long TRAINING = 20_000_000L;
  private static final int PAIRS = 5;
  private static final String ASIDE = "aside-";

  /// Milliseconds.
  private static final long FORGOTTEN = 65_000;

  private static final String TAR = "tar.zst";
  private static final String ZIP = "zip";

  private final Path folder;
  private final BackupTree tree;
  private final boolean write;
  private final OwnStart start;

  private BackupBenchmark(Path folder, long bytes, boolean write)
      throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    this.tree = new BackupTree(folder.resolve("tree"), bytes);
    this.write = write;
    this.start = trained(folder.resolve("start"));
  }

  /// On a small tree that has of everything, and is gone for a moment.
  private static OwnStart trained(Path folder) throws IOException, InterruptedException {
    var ground = folder.resolveSibling("training");
    new BackupTree(ground.resolve("tree"), TRAINING).lay();
    return OwnStart.trained(
        folder, words("all", ground, ground.resolve("backups-" + System.nanoTime()), TAR));
  }

  public static void main(String[] args) throws Exception {
    var size = args[1].equals("full") ? FULL : QUICK;
    var goals = args.length > 2 ? args[2].split(",") : new String[] {"B1", "B2", "B4", "B5", "B3"};
    var folder = Path.of(args[0]).toAbsolutePath().resolve(args[1]);
    var bench = new BackupBenchmark(folder, size, args.length > 3);
    bench.tree.lay();
    Report.line("%s, about %d MB; %s", folder, size / 1_000_000, Report.circumstances());
    for (var goal : goals) {
      switch (goal) {
        case "B1" -> bench.full();
        case "B2" -> bench.zip();
        case "B3" -> bench.little();
        case "B4" -> bench.verify();
        case "B5" -> bench.restore();
        default -> Report.line("%s is no goal of this benchmark", goal);
      }
    }
  }

  private void full() throws IOException, InterruptedException {
    measured("B1 against restic", fresh(own("take", folder, TAR, "taken")), fresh(saved()), 0.55);
    measured(
        "B1 against `tar` through `zstd -3 -T2`, the floor",
        fresh(own("take", folder, TAR, "taken")),
        fresh(shell("tar -c tree | zstd -q -3 -T2 -o peer.tar.zst && sync peer.tar.zst")),
        1.25);
    sizes("B1", TAR, "peer.tar.zst");
  }

  private void zip() throws IOException, InterruptedException {
    measured(
        "B2 against `zip -r -6`",
        fresh(own("take", folder, ZIP, "taken")),
        fresh(shell("zip -q -r -6 peer.zip tree && sync peer.zip")),
        0.50);
    sizes("B2", ZIP, "peer.zip");
  }

  /// The peer's last lies there; ours, which it removed, is made once more.
  private void sizes(String id, String format, String peer)
      throws IOException, InterruptedException {
    own("take", folder, format, "taken").once();
    var ours = Files.size(newest(format));
    var theirs = Files.exists(folder.resolve(peer)) ? Files.size(folder.resolve(peer)) : 0;
    Report.line("%s: ours has %d bytes, %s %d", id, ours, peer, theirs);
  }

  /// Each measurement begins with a backup of the tree as it was, and takes a second one.
  private void little() throws IOException, InterruptedException {
    clean();
    var first = own("take", folder, TAR, "taken");
    first.once();
    var kept = newest(TAR);
    measured(
        "B3 nothing changed, against restic",
        own("take", folder, TAR, "nothing has changed"),
        before(this::saveOnce, saved()),
        1.0);
    tree.change();
    measured(
        "B3 1 % changed, against `cp` of the backup before",
        before(() -> only(kept), own("take", folder, TAR, "taken")),
        before(() -> only(kept), shell("cp '" + kept + "' copy.tar.zst && sync copy.tar.zst")),
        1.25);
  }

  private void verify() throws IOException, InterruptedException {
    clean();
    own("take", folder, TAR, "taken").once();
    own("take", folder, ZIP, "taken").once();
    saved().once();
    measured(
        "B4 against restic's `check --read-data`",
        own("verify", folder, TAR, "as the manifest says"),
        shell(restic("check --read-data -q")),
        0.60);
    measured(
        "B4 against `unzip -t`",
        own("verify", folder, ZIP, "as the manifest says"),
        shell("unzip -tq '" + newest(ZIP) + "'"),
        0.35);
  }

  private void restore() throws IOException, InterruptedException {
    clean();
    sweep();
    own("take", folder, TAR, "taken").once();
    own("take", folder, ZIP, "taken").once();
    saved().once();
    var out = folder.resolve("out");
    measured(
        "B5 against restic's `restore --verify`",
        empty(own("restore", out, TAR, "restored")),
        empty(shell(restic("restore latest --verify -q --target out") + " && sync -f out")),
        0.60);
    sweep();
    measured(
        "B5 against `unzip`",
        empty(own("restore", out, ZIP, "restored")),
        empty(shell("unzip -q '" + newest(ZIP) + "' -d out && sync -f out")),
        0.60);
    sweep();
    measured(
        "B5 against `cp -a`, the floor",
        empty(own("restore", out, TAR, "restored")),
        empty(shell("cp -a tree out/ && sync -f out")),
        Double.NaN);
    sweep();
  }

  private void measured(String id, Work ours, Work peer, double goal)
      throws IOException, InterruptedException {
    var pairs = Pairs.of(ours, peer, PAIRS);
    Report.line("%s; at most %d MiB", pairs.line(id, goal), pairs.peakMebibytes());
    Report.keep(pairs.json(id.replace("`", "")));
    if (write) {
      var row = pairs.row(id, goal, Report.circumstances());
      Report.table(id, new ArrayList<>(List.of(row)));
    }
  }

  /// Something to be done before a measurement, outside of it.
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private static Work before(Step step, Work work) {
    return () -> {
      step.run();
      return work.once();
    };
  }

  private Work fresh(Work work) {
    return before(this::clean, work);
  }

  /// What was restored before is put aside, not removed: ext4 searches long for a place of a file
  /// as long as others were removed a minute ago, which would count against whoever comes next.
  private Work empty(Work work) {
    return before(
        () -> {
          var out = folder.resolve("out");
          if (Files.exists(out)) {
            Files.move(out, folder.resolve(ASIDE + System.nanoTime()));
          }
          Files.createDirectories(out);
        },
        work);
  }

  private void sweep() throws IOException, InterruptedException {
    remove("out");
    try (var all = Files.newDirectoryStream(folder, ASIDE + "*")) {
      for (var each : all) {
        remove(each.getFileName().toString());
      }
    }
    new ProcessBuilder("sync").start().waitFor();
    Thread.sleep(FORGOTTEN);
  }

  private Path to(String format) {
    return folder.resolve("backups-" + format);
  }

  private Work own(String verb, Path root, String format, String expected) {
    return new WholeProcess(folder, start.command(words(verb, root, to(format), format)), expected);
  }

  private static List<String> words(String verb, Path root, Path to, String format) {
    return List.of(OwnBackup.class.getName(), verb, root.toString(), to.toString(), format);
  }

  private static String restic(String rest) {
    return "RESTIC_PASSWORD=bench RESTIC_CACHE_DIR=cache restic -r repository " + rest;
  }

  /// Its repository is new.
  private Work saved() {
    return shell(restic("backup -q tree"));
  }

  private void saveOnce() throws IOException, InterruptedException {
    if (!Files.exists(folder.resolve("repository/saved"))) {
      saved().once();
      Files.writeString(folder.resolve("repository/saved"), "");
    }
  }

  private Work shell(String command) {
    return new WholeProcess(folder, List.of("bash", "-c", command + " && echo done"), "done");
  }

  private void clean() throws IOException, InterruptedException {
    for (var name : List.of("backups-" + TAR, "backups-" + ZIP, "repository", "cache")) {
      remove(name);
    }
    for (var name : List.of("peer.tar.zst", "peer.zip", "copy.tar.zst")) {
      remove(name);
    }
    shell(restic("init -q")).once();
  }

  private void only(Path kept) throws IOException, InterruptedException {
    remove("copy.tar.zst");
    try (var all = Files.list(to(TAR))) {
      for (var each :
          all.filter(file -> !file.equals(kept) && file.toString().endsWith(TAR)).toList()) {
        Files.delete(each);
      }
    }
  }

  private void remove(String name) throws IOException, InterruptedException {
    new ProcessBuilder("rm", "-rf", folder.resolve(name).toString()).start().waitFor();
  }

  private Path newest(String format) throws IOException {
    try (var all = Files.list(to(format))) {
      return all.filter(file -> file.toString().endsWith(format))
          .max(Comparator.naturalOrder())
          .orElseThrow(() -> new IOException("there is no backup in " + to(format)));
    }
  }
}

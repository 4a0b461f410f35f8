package dev.plimsoll.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Goals C1 to C4: verifying audit chains. How to run it stands in `docs/performance.md`.
///
/// Arguments: a folder for the logs; how many entries they have; which goals (`C1,C2,C3,C4`);
/// `write` to put the results into the table.
public final class ChainBenchmark {
  private static final int PAIRS = 5;
  private static final int WARM = 12;
  private static final int MEBIBYTES = 192;
  private static final double FLAT = 1.15;
  private static final String RECIPE = "aetherlink";
  private static final Path PACKAGED = Path.of("target", "dist", "bin", "plimsoll");
  private static final Path PLAIN =
      Path.of("src/test/resources/dev/plimsoll/core/audit/foreign/verify_plainly.py");

  private final Path folder;
  private final ChainFiles files;
  private final int entries;
  private final boolean write;

  private ChainBenchmark(Path folder, int entries, boolean write) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.files = new ChainFiles(folder);
    this.entries = entries;
    this.write = write;
  }

  public static void main(String[] args) throws Exception {
    var entries = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    var goals = args.length > 2 ? List.of(args[2].split(",")) : List.of("C1", "C2", "C3", "C4");
    var bench = new ChainBenchmark(Path.of(args[0]).toAbsolutePath(), entries, args.length > 3);
    Report.line("%d entries; %s", entries, Report.circumstances());
    for (var goal : goals) {
      switch (goal) {
        case "C1" -> bench.wholeProcess();
        case "C2" -> bench.warm();
        case "C3" -> bench.own();
        case "C4" -> bench.memory();
        default -> Report.line("%s is no goal of this benchmark", goal);
      }
    }
  }

  private void wholeProcess() throws IOException, InterruptedException {
    var file = files.foreign(entries);
    measured("C1 against plain Python", ours(file), python(file), 0.10);
    measured("C1 against `openssl dgst`, the floor", ours(file), openssl(file), Double.NaN);
  }

  private void warm() throws IOException, InterruptedException {
    var file = files.foreign(entries);
    Work ours = () -> timed(() -> foreign(file));
    heat(ours);
    measured("C2 against plain Python", ours, python(file), 0.05);
    measured("C2 against `openssl dgst`, the floor", ours, openssl(file), 1.5);
  }

  private void own() throws IOException, InterruptedException {
    var file = files.own(entries);
    Work ours = () -> timed(() -> own(file));
    heat(ours);
    measured("C3 against `openssl dgst`", ours, openssl(file), 1.25);
  }

  private static void heat(Work work) throws IOException, InterruptedException {
    for (var i = 0; i < WARM; i++) {
      work.once();
    }
  }

  private void memory() throws IOException, InterruptedException {
    var bare = new WholeProcess(folder, java(Bare.class.getName()), "").once();
    var some = most(ours(files.foreign(entries)));
    var many = most(ours(files.foreign(10 * entries)));
    var growth = (double) many / some;
    var verdict = Math.max(some, many) <= MEBIBYTES && growth <= FLAT ? "MET" : "MISSED";
    Report.line(
        "C4: %d MiB at %d entries, %d MiB at %d, goal <= %d MiB and flat (%.2f): %s; a bare JVM %d"
            + " MiB",
        some, entries, many, 10 * entries, MEBIBYTES, growth, verdict, bare.mebibytes());
    Report.keep(
        String.format(
            Locale.ROOT,
            "{\"id\":\"C4\",\"mebibytes\":%d,\"atTenTimes\":%d,\"bare\":%d}",
            some,
            many,
            bare.mebibytes()));
    row(
        "C4",
        String.format(
            Locale.ROOT,
            "| C4 | %d MiB, with ten times the entries %d MiB | %.2f | | <= %d MiB, flat | %s | a"
                + " bare JVM %d MiB; %s |",
            some,
            many,
            growth,
            MEBIBYTES,
            verdict,
            bare.mebibytes(),
            Report.circumstances()));
  }

  private static long most(Work work) throws IOException, InterruptedException {
    var most = 0L;
    for (var i = 0; i < 3; i++) {
      most = Math.max(most, work.once().mebibytes());
    }
    return most;
  }

  private void measured(String id, Work ours, Work peer, double goal)
      throws IOException, InterruptedException {
    var pairs = Pairs.of(ours, peer, PAIRS);
    Report.line("%s", pairs.line(id, goal));
    Report.keep(pairs.json(id.replace("`", "")));
    row(id, pairs.row(id, goal, Report.circumstances()));
  }

  private void row(String id, String row) throws IOException {
    if (write) {
      Report.table(id, new ArrayList<>(List.of(row)));
    }
  }

  private Work ours(Path file) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(PACKAGED)) {
      command.add(PACKAGED.toAbsolutePath().toString());
    } else {
      command.addAll(java("dev.plimsoll.Main"));
    }
    command.addAll(
        List.of("audit", "verify", file.toString(), "--recipe", RECIPE, "--anchor", "none"));
    return new WholeProcess(folder, command, "entries are whole");
  }

  /// As `bin/plimsoll` starts a command.
  private static List<String> java(String main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        main);
  }

  private Work python(Path file) {
    return new WholeProcess(
        folder,
        List.of("python3", PLAIN.toAbsolutePath().toString(), RECIPE, file.toString()),
        "whole");
  }

  private Work openssl(Path file) {
    return new WholeProcess(folder, List.of("openssl", "dgst", "-sha256", file.toString()), "SHA2");
  }

  private static void foreign(Path file) {
    var verdict =
        new ForeignVerification(file, recipe(), dev.plimsoll.core.audit.foreign.Known.NOTHING)
            .run();
    if (!(verdict instanceof ForeignVerdict.Whole)) {
      throw new IllegalStateException(verdict.sentence());
    }
  }

  private static Recipe recipe() {
    return Recipes.builtIn().all().stream()
        .filter(recipe -> recipe.name().equals(RECIPE))
        .findFirst()
        .orElseThrow();
  }

  private static void own(Path file) {
    var verdict = new ChainVerification(ChainLines.of(file), Known.NOTHING).run();
    if (!(verdict instanceof ChainVerdict.Whole)) {
      throw new IllegalStateException(verdict.sentence());
    }
  }

  private static Sample timed(Runnable work) {
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var cpu = machine.getProcessCpuTime();
    var begin = System.nanoTime();
    work.run();
    var seconds = (System.nanoTime() - begin) / 1e9;
    return new Sample(seconds, (machine.getProcessCpuTime() - cpu) / 1e9, 0);
  }

  /// A JVM that does nothing.
  static final class Bare {
    private Bare() {}

    public static void main(String[] args) {
      // nothing: that is what is measured
    }
  }
}

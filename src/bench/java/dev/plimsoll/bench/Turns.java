package dev.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Pairs of measurements, ours and the peer's in turns, who goes first alternating.
///
/// @param ratios ours / peer of each pair, ascending
/// @param ours median of our medians, microseconds
/// @param peer median of the peer's medians, microseconds
/// @param cost what an append took beside time
/// @param busy part of the machine that was busy meanwhile, 0 to 1
record Turns(List<Double> ratios, double ours, double peer, double busy, Cost cost) {
  /// @param cpuMicros processor time of one append, all threads of the process
  record Cost(double cpuMicros, long peakMebibytes) {}

  /// From here on other processes had more than a tenth of the machine: waiting for the disk takes
  /// next to nothing.
  private static final double QUIET = 0.35;

  /// The first set of pairs on a quiet machine, or the quietest of `tries`.
  static Turns quietest(int tries, Appends ours, Fio peer, int pairs, int each)
      throws IOException, InterruptedException {
    var best = once(ours, peer, pairs, each);
    for (var i = 1; i < tries && best.busy > QUIET; i++) {
      var next = once(ours, peer, pairs, each);
      best = next.busy < best.busy ? next : best;
    }
    return best;
  }

  private static Turns once(Appends ours, Fio peer, int pairs, int each)
      throws IOException, InterruptedException {
    ours.median(3 * each);
    peer.median(each);
    var load = MachineLoad.start();
    var cpu = 0.0;
    var mine = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (var i = 0; i < pairs; i++) {
      new ProcessBuilder("sync").start().waitFor();
      var before = ownCpu();
      var first = i % 2 == 0 ? ours.median(each) : 0;
      cpu += ownCpu() - before;
      var other = peer.median(each).orElseThrow(() -> new IOException("fio failed"));
      before = ownCpu();
      var own = i % 2 == 0 ? first : ours.median(each);
      cpu += ownCpu() - before;
      mine.add(own);
      theirs.add(other);
      ratios.add(own / other);
    }
    var cost = new Cost(cpu / pairs / each, peakMebibytes());
    return new Turns(
        ratios.stream().sorted().toList(), middle(mine), middle(theirs), load.busy(), cost);
  }

  /// Processor time of this process, microseconds.
  private static double ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos()
        / 1000.0;
  }

  private static long peakMebibytes() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  double median() {
    return ratios.get(ratios.size() / 2);
  }

  /// Whether other processes had so much of the machine that the pairs disagree.
  boolean isNoisy() {
    return busy > QUIET && ratios.getLast() > 1.5 * ratios.getFirst();
  }

  String verdict(double goal) {
    if (isNoisy()) {
      return "INCONCLUSIVE";
    }
    return median() <= goal ? "MET" : "MISSED";
  }

  String line(String id, double goal) {
    return String.format(
        Locale.ROOT,
        "%s: ratio %.2f (%.2f..%.2f), goal <= %.1f: %s; append %.0f us, peer %.0f us, cpu %.0f us"
            + " an append, %d MiB, machine %.0f %% busy, %d pairs",
        id,
        median(),
        ratios.getFirst(),
        ratios.getLast(),
        goal,
        verdict(goal),
        ours,
        peer,
        cost.cpuMicros(),
        cost.peakMebibytes(),
        100 * busy,
        ratios.size());
  }

  String row(String id, double goal, String circumstances) {
    return String.format(
        Locale.ROOT,
        "| %s | append %.0f us, peer %.0f us | %.2f | %.2f..%.2f | <= %.1f | %s | %.0f us CPU an"
            + " append, machine %.0f %% busy; %s |",
        id,
        ours,
        peer,
        median(),
        ratios.getFirst(),
        ratios.getLast(),
        goal,
        verdict(goal),
        cost.cpuMicros(),
        100 * busy,
        circumstances);
  }

  String json(String id, long entries) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"entries\":%d,\"ratios\":%s,\"oursMicros\":%.1f,\"peerMicros\":%.1f,\"busy\":%.2f}",
        id,
        entries,
        ratios,
        ours,
        peer,
        busy);
  }
}

package dev.plimsoll.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Pairs of measurements, ours and the peer's in turns, who goes first alternating.
///
/// @param others part of the machine that nobody of the two used, 0 to 1
record Pairs(List<Sample> ours, List<Sample> peer, double others) {
  private static final int TRIES = 3;
  private static final double QUIET = 0.1;

  /// The first set of pairs on a quiet machine, or the quietest of three; one round before that
  /// does not count.
  static Pairs of(Work ours, Work peer, int pairs) throws IOException, InterruptedException {
    ours.once();
    peer.once();
    var best = round(ours, peer, pairs);
    for (var i = 1; i < TRIES && best.others > QUIET; i++) {
      var next = round(ours, peer, pairs);
      best = next.others < best.others ? next : best;
    }
    return best;
  }

  private static Pairs round(Work ours, Work peer, int pairs)
      throws IOException, InterruptedException {
    var mine = new ArrayList<Sample>();
    var theirs = new ArrayList<Sample>();
    var load = MachineLoad.start();
    for (var i = 0; i < pairs; i++) {
      if (i % 2 == 0) {
        mine.add(calm(ours));
        theirs.add(calm(peer));
      } else {
        theirs.add(calm(peer));
        mine.add(calm(ours));
      }
    }
    return new Pairs(mine, theirs, load.others());
  }

  /// After what the one before has left to the disk is written.
  private static Sample calm(Work work) throws IOException, InterruptedException {
    new ProcessBuilder("sync").start().waitFor();
    return work.once();
  }

  List<Double> ratios() {
    var ratios = new ArrayList<Double>();
    for (var i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i).seconds() / peer.get(i).seconds());
    }
    return ratios.stream().sorted().toList();
  }

  double median() {
    return ratios().get(ours.size() / 2);
  }

  /// @param goal NaN for a floor, which is shown and not judged
  String verdict(double goal) {
    if (Double.isNaN(goal)) {
      return others > QUIET ? "shown on a busy machine" : "shown";
    }
    return others > QUIET ? "INCONCLUSIVE" : median() <= goal ? "MET" : "MISSED";
  }

  private static String text(double goal) {
    return Double.isNaN(goal) ? "" : String.format(Locale.ROOT, "<= %.2f", goal);
  }

  static double middle(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return samples.stream().mapToDouble(figure).sorted().toArray()[samples.size() / 2];
  }

  long peakMebibytes() {
    return ours.stream().mapToLong(Sample::mebibytes).max().orElse(0);
  }

  String line(String id, double goal) {
    return String.format(
        Locale.ROOT,
        "%s: ratio %.3f (%.3f..%.3f), goal %s: %s; ours %.3f s (%.2f s CPU), peer %.3f s (%.2f"
            + " s CPU), others had %.0f %% of the machine, %d pairs",
        id,
        median(),
        ratios().getFirst(),
        ratios().getLast(),
        text(goal),
        verdict(goal),
        middle(ours, Sample::seconds),
        middle(ours, Sample::cpu),
        middle(peer, Sample::seconds),
        middle(peer, Sample::cpu),
        100 * others,
        ours.size());
  }

  String row(String id, double goal, String circumstances) {
    return String.format(
        Locale.ROOT,
        "| %s | %.3f s, peer %.3f s | %.3f | %.3f..%.3f | %s | %s | %.2f s CPU, peer %.2f s;"
            + " others had %.0f %% of the machine; %s |",
        id,
        middle(ours, Sample::seconds),
        middle(peer, Sample::seconds),
        median(),
        ratios().getFirst(),
        ratios().getLast(),
        text(goal),
        verdict(goal),
        middle(ours, Sample::cpu),
        middle(peer, Sample::cpu),
        100 * others,
        circumstances);
  }

  String json(String id) {
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"ratios\":%s,\"ours\":%.4f,\"oursCpu\":%.3f,\"peer\":%.4f,\"peerCpu\":%.3f,"
            + "\"peakMebibytes\":%d,\"others\":%.2f}",
        id,
        ratios(),
        middle(ours, Sample::seconds),
        middle(ours, Sample::cpu),
        middle(peer, Sample::seconds),
        middle(peer, Sample::cpu),
        peakMebibytes(),
        others);
  }
}

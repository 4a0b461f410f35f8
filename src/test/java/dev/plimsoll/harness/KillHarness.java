package dev.plimsoll.harness;

import dev.plimsoll.core.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Kills a walking Plimsoll at random moments and looks at what is left:
///
///     mvn -q test-compile exec:exec@kill-harness -Dkills=100
///
/// Each victim is the real command line in a process of its own, on one home; it is killed with
/// SIGKILL while it starts, opens its run, runs steps or writes what a person said. After each kill
/// the chain must be whole, every event that was acknowledged must be there, every file of evidence
/// must be the one that was kept, and the next process must be able to go on. At the end the run is
/// walked to go.
public final class KillHarness {
  private static final int USUAL_KILLS = 100;
  private static final int LONGEST_WALK_MILLIS = 2_500;
  private static final int LONGEST_START_MILLIS = 900;

  private static final String STEPS =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      mode: do-confirm
      sections:
        - id: first
          title: First
          steps:
      @FIRST@
        - id: second
          title: Second
          steps:
      @SECOND@
            - id: asked
              title: Step asked
              ask: {challenge: "Did it work?", record: text, evidence: optional}
            - id: fails
              title: Step fails
              command: {run: [sh, slow.sh, fails]}
      """;

  private static final String SLOW =
      """
      #!/bin/sh
      echo "step $1 begins"
      sleep 0.6
      echo "step $1 ends"
      [ "$1" != fails ]
      """;

  private final Sandbox sandbox;
  private final Witness witness;
  private final Random random;
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final Tally tally = new Tally();

  private KillHarness(Sandbox sandbox, long seed) {
    this.sandbox = sandbox;
    this.witness = new Witness(sandbox.folder.resolve("home"));
    this.random = new Random(seed);
  }

  private static final class Tally {
    private int kills;
    private int whileStarting;
    private int whileRunning;
    private int between;
    private int finished;
    private int interrupted;
    private long entries;
    private final List<String> faults = new ArrayList<>();
  }

  /// @param args how many kills, and a seed to repeat a sequence
  public static void main(String[] args) throws Exception {
    var kills = args.length > 0 && !args[0].isBlank() ? Integer.parseInt(args[0]) : USUAL_KILLS;
    var seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    var folder = Files.createTempDirectory("plimsoll-kill-").toRealPath();
    System.out.println("In " + folder + ", seed " + seed);
    System.exit(new KillHarness(sandbox(folder), seed).go(kills) ? 0 : 1);
  }

  private static Sandbox sandbox(Path folder) throws IOException {
    var sandbox =
        Sandbox.with(
            folder,
            Map.of(
                "pre-release",
                STEPS.replace("@FIRST@\n", steps("a", 4)).replace("@SECOND@\n", steps("b", 4))));
    Files.writeString(sandbox.repository.resolve("slow.sh"), SLOW);
    Files.writeString(sandbox.repository.resolve(".gitignore"), "slow.sh\n.gitignore\n");
    return sandbox;
  }

  private static String steps(String prefix, int count) {
    var text = new StringBuilder();
    for (var i = 1; i <= count; i++) {
      text.append("      - id: ").append(prefix).append(i).append('\n');
      text.append("        title: Step ").append(prefix).append(i).append('\n');
      text.append("        command: {run: [sh, slow.sh, ").append(prefix).append(i).append("]}\n");
    }
    return text.toString();
  }

  private boolean go(int kills) throws Exception {
    trust();
    var fresh = false;
    while (tally.kills < kills) {
      var victim = Victim.start(sandbox, words(fresh));
      var early = random.nextInt(5) == 0;
      var moment = random.nextInt(early ? LONGEST_START_MILLIS : LONGEST_WALK_MILLIS);
      if (!early && !victim.speaksWithin(60)) {
        tally.faults.add("It did not start: " + victim.said());
        break;
      }
      fresh = victim.endsWithin(moment) ? finished(victim) : killed(victim);
      if (tally.kills % 10 == 0 && !fresh) {
        System.out.println(tally.kills + " kills, " + tally.entries + " entries, " + tally.faults);
      }
    }
    var last = Victim.start(sandbox, words(false));
    var exit = last.exit();
    acknowledged.addAll(last.acknowledged());
    var seen = witness.look(acknowledged);
    tally.faults.addAll(seen.faults());
    if (exit != 0 || seen.running() != 0) {
      tally.faults.add("It did not come to go in the end: exit " + exit + ", " + last.said());
    }
    tally.entries = seen.entries();
    report();
    return tally.faults.isEmpty();
  }

  private void trust() throws Exception {
    var asked = Victim.start(sandbox, List.of("trust", "--json"));
    asked.exit();
    var digest = asked.said().getFirst().replaceAll(".*\"digest\":\"([0-9a-f]{64})\".*", "$1");
    Victim.start(sandbox, List.of("trust", "--yes", digest)).exit();
  }

  private static List<String> words(boolean fresh) {
    var words =
        new ArrayList<>(
            List.of(
                "run",
                "pre-release",
                "--answer",
                "asked=yes it did",
                "--waive",
                "fails=it is meant to",
                "--until",
                "2999-12-31"));
    if (fresh) {
      words.add("--new");
    }
    return words;
  }

  /// Too late: it had come to its end. The next one starts another run.
  private boolean finished(Victim victim) throws Exception {
    tally.finished++;
    acknowledged.addAll(victim.acknowledged());
    if (victim.exit() != 0) {
      tally.faults.add("It ended with " + victim.exit() + ": " + victim.said());
    }
    return true;
  }

  private boolean killed(Victim victim) throws Exception {
    victim.kill();
    tally.kills++;
    acknowledged.addAll(victim.acknowledged());
    var seen = witness.look(acknowledged);
    tally.faults.addAll(seen.faults());
    tally.entries = seen.entries();
    tally.interrupted += seen.running();
    if (seen.running() > 0) {
      tally.whileRunning++;
    } else if (victim.acknowledged().isEmpty()) {
      tally.whileStarting++;
    } else {
      tally.between++;
    }
    return false;
  }

  private void report() {
    var heads = acknowledged.stream().filter(Acknowledged.Head.class::isInstance).count();
    System.out.println();
    row("Kills (SIGKILL)", tally.kills);
    row("  while steps ran", tally.whileRunning);
    row("  between steps, or while something was written", tally.between);
    row("  before the process had said anything", tally.whileStarting);
    row("Walks that ended before their kill", tally.finished);
    row("Attempts under way when the process died", tally.interrupted);
    row("Entries in the log at the end", tally.entries);
    row("Acknowledged heads looked for after every kill", heads);
    row("Acknowledged conclusions looked for after every kill", acknowledged.size() - heads);
    row("Faults (lost, broken, twice, missing, not resumable)", tally.faults.size());
    tally.faults.forEach(fault -> System.out.println("  " + fault));
    System.out.println(
        tally.faults.isEmpty()
            ? "No acknowledged event was lost, the chain was whole every time, and the run came to"
                + " go."
            : "NOT PROVEN");
  }

  private static void row(String what, long count) {
    System.out.printf(Locale.ROOT, "%-55s %8d%n", what, count);
  }
}

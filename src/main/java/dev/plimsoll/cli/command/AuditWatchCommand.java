package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.checklist.Durations;
import dev.plimsoll.core.model.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Verifies again and again, and remembers between looks how far every chain went.
@Command(
    name = "watch",
    description = {
      "Verify every chain that the project names, and its own log, on a schedule: one line a look.",
      "What was seen is recorded in the project's own log, so that a log which is shorter the next",
      "time, or another, is told."
    },
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {
      "",
      "  plimsoll audit watch --project /srv/customer-ops --once     # for cron or a systemd timer",
      "  plimsoll audit watch --every 1h                             # until Ctrl-C",
      "  plimsoll audit watch --print-timer                          # lines for both to paste",
      "",
      "Exit codes, of the worst (without --once of the last look): 0 proven, 1 failed,",
      "2 could not tell or nothing to watch, 3 proven with warnings."
    })
final class AuditWatchCommand implements Callable<Integer> {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Invocation invocation;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "Time between looks, as in 90s, 15m, 1h (the default) or 1d.")
  @Nullable String every;

  @Option(names = "--once", description = "One look, and its exit code.")
  boolean once;

  @Option(
      names = "--print-timer",
      description = "Print a systemd timer and a line for cron, and do nothing else.")
  boolean timer;

  AuditWatchCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (every != null && once) {
      throw new Misuse("--every and --once exclude each other.", "Give one of them.");
    }
    var pause = pause();
    if (timer) {
      TimerText.lines(invocation, pause).forEach(invocation.out()::line);
      return ExitCode.OK;
    }
    if (once) {
      return look();
    }
    return looking(pause);
  }

  private Duration pause() {
    var text = every == null ? "1h" : every;
    var pause = Durations.parse(text);
    if (pause == null || pause.compareTo(SHORTEST) < 0 || pause.compareTo(LONGEST) > 0) {
      throw new Misuse(
          "'" + text + "' is no time between 10s and 31d.", "Write it as in 90s, 15m, 1h or 1d.");
    }
    return pause;
  }

  private int looking(Duration pause) throws InterruptedException {
    var stopped = new CountDownLatch(1);
    var told = new CountDownLatch(1);
    try (var _ =
        invocation
            .surroundings()
            .interruption()
            .then(() -> {
              stopped.countDown();
              await(told);
            })) {
      var last = look();
      while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        last = lookAgain();
      }
      invocation.err().line(Tone.CAUTION, "Stopped; nothing is watched any more.");
      return last;
    } finally {
      told.countDown();
    }
  }

  /// Whoever watches goes on watching: what hinders one look (a history that is busy) is told, and
  /// may be over at the next.
  private int lookAgain() {
    try {
      return look();
    } catch (Problem hindered) {
      invocation.err().line(Tone.BAD, hindered.what() + ": " + hindered.where());
      invocation.err().line("The next look comes as planned. " + hindered.next());
      if (invocation.isJson()) {
        invocation.say(new Json().with("exit", ExitCode.OPEN).with("problem", Json.of(hindered)));
      }
      return ExitCode.OPEN;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(SHORTEST.toSeconds(), TimeUnit.SECONDS)) {
        return; // a look takes long; the process ends anyway, and nothing is half written
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }

  /// One look at everything.
  private int look() {
    var seen = new ArrayList<ToldChain>();
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var watch = new WatchRound(project.chains());
      seen.addAll(watch.foreign());
      watch.own().ifPresent(seen::add);
    }
    var code = ExitCode.worst(seen.stream().map(ToldChain::exit).toList());
    var now = invocation.surroundings().clock().instant();
    if (invocation.isJson()) {
      invocation.say(
          new Json().with("exit", code).with("time", now).with("logs", seen, ChainTelling::json));
      return code;
    }
    seen.forEach(
        each -> invocation.out().line(ChainTelling.mark(each.exit()), WatchRound.line(each, now)));
    if (seen.isEmpty()) {
      invocation
          .out()
          .line("There is nothing to watch: no chain in project.yaml, and no audit log yet.");
    }
    return code;
  }
}

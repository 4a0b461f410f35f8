package dev.plimsoll.core.check.process;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.Tap;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Severity;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Runs one program: its lines go to the tap as they come, its output is kept as evidence
/// (`stdout.txt` always, `stderr.txt` where there is any), at most 8 MiB of the beginning and 8 MiB
/// of the end of each. It gets no input. Whatever it started is stopped with it when it takes too
/// long or the thread is interrupted. Use it once.
public final class ProcessRun {
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Tap tap;
  private final Redactor redactor;

  /// @param tap takes lines and evidence
  /// @param redactor masks the output before anything else sees it
  public ProcessRun(Tap tap, Redactor redactor) {
    this.tap = tap;
    this.redactor = redactor;
  }

  /// Returns when the program and its output have ended.
  ///
  /// @throws InterruptedException when the thread is interrupted; everything has been stopped by
  ///   then, and what was printed is kept
  public Ending run(Launch launch) throws InterruptedException {
    var windows = File.separatorChar == '\\';
    var file =
        new ProgramFinder(launch.environment(), windows).find(launch.program(), launch.folder());
    if (file.isEmpty()) {
      return notFound(launch);
    }
    var mark = mark(launch);
    try {
      return attend(launch, start(launch, file.get(), mark), mark);
    } catch (IOException refused) {
      return new Ending.NotStarted(
          launch.program() + " cannot be started: " + refused.getMessage() + ".",
          "Check that it runs in a terminal, in " + launch.folder() + ".");
    }
  }

  private static Ending.NotStarted notFound(Launch launch) {
    var program = launch.program();
    if (!program.contains("/") && !program.contains("\\")) {
      return new Ending.NotStarted(
          program + " was not found along PATH.",
          "Install " + program + ", or put its folder into PATH.");
    }
    var path = launch.folder().resolve(program).normalize();
    return Files.exists(path)
        ? new Ending.NotStarted(
            path + " is not executable.", "Make it executable: chmod +x " + program)
        : new Ending.NotStarted(
            path + " does not exist.",
            "Correct the path in the checklist, or build the program first.");
  }

  /// Unlike any other launch on this machine: a process starts one thing at a time on one thread.
  private static String mark(Launch launch) {
    var outer = launch.environment().getOrDefault(ProcessFamily.MARK, "");
    var own =
        ProcessHandle.current().pid()
            + "-"
            + Thread.currentThread().threadId()
            + "-"
            + System.nanoTime()
            + ".";
    return outer.isEmpty() ? own : outer + " " + own;
  }

  private static Process start(Launch launch, Path file, String mark) throws IOException {
    var words = new ArrayList<>(launch.words());
    words.set(0, file.toString());
    var builder = new ProcessBuilder(words).directory(launch.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    builder.environment().put(ProcessFamily.MARK, mark);
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private Ending attend(Launch launch, Process process, String mark) throws InterruptedException {
    var family = new ProcessFamily(process, mark);
    var began = System.nanoTime();
    var live = new LiveLines(tap);
    var out = new OutputPump("out", redactor.redact(process.getInputStream()), live);
    var err = new OutputPump("err", redactor.redact(process.getErrorStream()), live);
    var findings = new ArrayList<Finding>();
    try {
      var exited = await(process, family, launch.timeout());
      if (!exited) {
        family.stop();
      }
      var took = Duration.ofNanos(System.nanoTime() - began);
      collect(launch, family, out, err, findings);
      live.finish();
      keep(out.output(), err.output());
      return exited
          ? new Ending.Exited(process.exitValue(), took, out.output(), err.output(), findings)
          : new Ending.TimedOut(launch.timeout(), out.output(), err.output());
    } catch (InterruptedException cancelled) {
      family.stop();
      out.ended(GRACE);
      err.ended(GRACE);
      live.finish();
      keep(out.output(), err.output());
      throw cancelled;
    }
  }

  private static boolean await(Process process, ProcessFamily family, Duration timeout)
      throws InterruptedException {
    var began = System.nanoTime();
    while (System.nanoTime() - began < timeout.toNanos()) {
      if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      family.look();
    }
    return false;
  }

  /// The program has gone; a child that holds its output open may not keep us.
  private static void collect(
      Launch launch, ProcessFamily family, OutputPump out, OutputPump err, List<Finding> findings)
      throws InterruptedException {
    var ended = out.ended(GRACE) && err.ended(GRACE);
    var survivors = family.survivors();
    if (ended && family.holders().isEmpty()) {
      if (!survivors.isEmpty()) {
        findings.add(Finding.note(launch.program() + " left running: " + names(survivors) + "."));
      }
      return;
    }
    var names = names(survivors);
    family.stop();
    findings.add(outlived(launch, names, out.ended(GRACE) && err.ended(GRACE)));
  }

  private static Finding outlived(Launch launch, String names, boolean released) {
    var who = names.isEmpty() ? "a process that could not be named" : names;
    return new Finding(
        Severity.WARNING,
        launch.program()
            + " ended, but what it had started held its output open: "
            + who
            + (released
                ? ". It was stopped."
                : ". It could not be stopped; its output may be cut off."),
        null,
        "Let the program wait for what it starts, or redirect the output of what shall live on.");
  }

  private static String names(List<ProcessHandle> processes) {
    return processes.stream()
        .map(process -> name(process) + " (process " + process.pid() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String name(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName())
        .map(Path::toString)
        .orElse("unnamed");
  }

  private void keep(Output out, Output err) {
    keep("stdout.txt", out);
    if (!err.text().isEmpty()) {
      keep("stderr.txt", err);
    }
  }

  private void keep(String name, Output output) {
    try {
      tap.keep(
          name, TEXT, new ByteArrayInputStream(output.text().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException full) {
      throw Problem.of(
          "Output not kept",
          name + " cannot be stored as evidence: " + full.getMessage() + ".",
          "See that the disk has space and the history's folder can be written, and run the step"
              + " again.",
          full);
    }
  }
}

package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Runs attempts on virtual threads, a bounded number at a time, and stops them. Thread-safe.
final class Engine {
  /// Programs and checks of files that may run side by side; those beyond wait their turn.
  private static final int SIDE_BY_SIDE = 4;

  /// Requests to services, which mostly wait for an answer.
  private static final int ON_THEIR_WAY = 32;

  /// One attempt, with its retries; called on a virtual thread. An interrupt means cancel.
  interface Work {
    void attempt(Step step, LiveOutput output) throws InterruptedException;

    /// Returns when it may begin; called before it takes one of the places side by side.
    default void ready(Step step, LiveOutput output) throws InterruptedException {}

    /// Called once after every [#ready] that returned.
    default void done(Step step) {}
  }

  private record Running(Thread thread, Instant since) {}

  private final Work work;
  private final Clock clock;
  private final Runnable changed;
  private final Semaphore permits = new Semaphore(SIDE_BY_SIDE);
  private final Semaphore onTheirWay = new Semaphore(ON_THEIR_WAY);
  private final Map<String, Running> running = new LinkedHashMap<>();
  private final Map<String, LiveOutput> outputs = new LinkedHashMap<>();
  private final Set<Thread> plans = new java.util.HashSet<>();

  Engine(Work work, Clock clock, Runnable changed) {
    this.work = work;
    this.clock = clock;
    this.changed = changed;
  }

  /// Starts one step. Returns false where it runs already.
  synchronized boolean start(Step step) {
    if (running.containsKey(step.id())) {
      return false;
    }
    var output = new LiveOutput();
    outputs.put(step.id(), output);
    var thread = Thread.ofVirtual().name("step-" + step.id()).unstarted(() -> run(step, output));
    running.put(step.id(), new Running(thread, clock.instant()));
    thread.start();
    return true;
  }

  private void run(Step step, LiveOutput output) {
    try {
      work.ready(step, output);
      try {
        alongside(step, output);
      } finally {
        work.done(step);
      }
    } catch (InterruptedException cancelled) {
      output.add("note", "cancelled");
    } catch (RuntimeException broken) {
      output.add("note", words(broken));
    } finally {
      synchronized (this) {
        running.remove(step.id());
        notifyAll();
      }
      changed.run();
    }
  }

  private void alongside(Step step, LiveOutput output) throws InterruptedException {
    var places = step.verb().traffic().isEmpty() ? permits : onTheirWay;
    places.acquire();
    try {
      work.attempt(step, output);
    } finally {
      places.release();
    }
  }

  /// Runs batch after batch; the steps of a batch side by side.
  ///
  /// @param proceed says which steps of a batch may start, judged when the batch's turn comes
  synchronized void startPlan(List<List<Step>> batches, UnaryOperator<List<Step>> proceed) {
    var plan = Thread.ofVirtual().name("plan").unstarted(() -> runPlan(batches, proceed));
    plans.add(plan);
    plan.start();
  }

  private void runPlan(List<List<Step>> batches, UnaryOperator<List<Step>> proceed) {
    var batchNow = List.<Step>of();
    try {
      for (var batch : batches) {
        batchNow = batch;
        for (var step : proceed.apply(batch)) {
          startPlanned(step);
        }
        awaitEnd(batch);
      }
    } catch (InterruptedException cancelled) {
      // The rest of the plan is not started; every step that was is stopped by its own interrupt.
    } catch (RuntimeException broken) {
      note(batchNow, broken);
    } finally {
      synchronized (this) {
        plans.remove(Thread.currentThread());
        notifyAll();
      }
      changed.run();
    }
  }

  private synchronized void startPlanned(Step step) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    start(step);
  }

  /// A plan that cannot go on says so where a person looks: at the steps it did not start.
  private synchronized void note(List<Step> batch, RuntimeException broken) {
    for (var step : batch) {
      outputs.computeIfAbsent(step.id(), _ -> new LiveOutput()).add("note", words(broken));
    }
  }

  private static String words(RuntimeException broken) {
    return broken instanceof Problem problem
        ? String.valueOf(problem.getMessage())
        : "not started: " + broken.getClass().getSimpleName();
  }

  private synchronized void awaitEnd(List<Step> batch) throws InterruptedException {
    while (batch.stream().anyMatch(step -> running.containsKey(step.id()))) {
      wait();
    }
  }

  synchronized void cancel(String step) {
    var attempt = running.get(step);
    if (attempt != null) {
      attempt.thread().interrupt();
    }
  }

  synchronized void cancelAll() {
    plans.forEach(Thread::interrupt);
    running.values().forEach(attempt -> attempt.thread().interrupt());
  }

  synchronized void awaitIdle() throws InterruptedException {
    while (!running.isEmpty() || !plans.isEmpty()) {
      wait();
    }
  }

  synchronized boolean isBusy() {
    return !running.isEmpty() || !plans.isEmpty();
  }

  synchronized Set<String> running() {
    return Set.copyOf(running.keySet());
  }

  /// What goes on at a step.
  ///
  /// @param since when the attempt under way started, or null
  /// @param quota what it waits for, or null
  record Going(@Nullable Instant since, Tally tally, @Nullable QuotaWait quota) {
    static final Going NOT = new Going(null, Tally.NONE, null);
  }

  /// @param waits the steps that wait for a quota, by id
  synchronized Going going(String step, Map<String, QuotaWait> waits) {
    var attempt = running.get(step);
    var output = outputs.get(step);
    return attempt == null || output == null
        ? Going.NOT
        : new Going(attempt.since(), output.samples().tally(), waits.get(step));
  }

  synchronized Output output(String step) {
    var output = outputs.get(step);
    return output == null ? Output.NONE : output.snapshot();
  }
}

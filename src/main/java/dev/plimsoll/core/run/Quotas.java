package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps a step that uses up a service's quota apart from every other step that sends to the same
/// service: neither may run while the other does, and the later one begins when the quota's window
/// has passed since the earlier one ended.
///
/// When that was is read from the log's times, so a restart changes nothing, and another checklist
/// or version of the project counts as well. Thread-safe.
final class Quotas {
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final Supplier<List<RecentWalks.Walk>> walks;
  private final Clock clock;
  private final Map<String, List<TrafficPlan.Sent>> sending = new LinkedHashMap<>();
  private final Map<String, QuotaWait> waits = new LinkedHashMap<>();
  private final Map<String, Instant> since = new LinkedHashMap<>();

  /// @param walks every run whose requests may still count, this one among them where a step of it
  ///   uses up a quota
  Quotas(Supplier<List<RecentWalks.Walk>> walks, Clock clock) {
    this.walks = walks;
    this.clock = clock;
  }

  /// Returns when the step may send; [#leave] ends its turn.
  ///
  /// @throws InterruptedException where the wait is cancelled; the step has no turn then
  void enter(Step step, Variables variables, LiveOutput output) throws InterruptedException {
    var sent = TrafficPlan.sent(step, variables, new ArrayList<>());
    if (sent.isEmpty()) {
      return;
    }
    synchronized (this) {
      try {
        QuotaWait told = null;
        since.put(step.id(), clock.instant());
        for (var wait = wait(step, sent); wait != null; wait = wait(step, sent)) {
          waits.put(step.id(), wait);
          if (!wait.equals(told)) {
            output.add("note", wait.words(clock.getZone()));
            told = wait;
          }
          wait(LOOK_AGAIN_MILLIS);
        }
        sending.put(step.id(), sent);
      } finally {
        waits.remove(step.id());
        since.remove(step.id());
      }
    }
  }

  synchronized void leave(Step step) {
    if (sending.remove(step.id()) != null) {
      // it may have come and gone between two looks of those that wait, and counts for them
      since.replaceAll((_, _) -> clock.instant());
    }
    notifyAll();
  }

  /// The steps that wait this moment, by id.
  synchronized Map<String, QuotaWait> waits() {
    return Map.copyOf(waits);
  }

  /// The longest of all waits, or null where the step may begin.
  private @Nullable QuotaWait wait(Step step, List<TrafficPlan.Sent> sent) {
    for (var other : sending.entrySet()) {
      for (var theirs : other.getValue()) {
        var host = inTheWay(sent, theirs);
        if (host != null) {
          return new QuotaWait(step.id(), null, host, theirs.part().title(), true);
        }
      }
    }
    QuotaWait longest = null;
    var now = clock.instant();
    var began = since.getOrDefault(step.id(), now);
    for (var walk : walks.get()) {
      for (var earlier : earlier(walk)) {
        var wait = wait(step, sent, earlier, began);
        if (wait != null
            && wait.until() != null
            && now.isBefore(wait.until())
            && (longest == null || isLater(wait, longest))) {
          longest = wait;
        }
      }
    }
    return longest;
  }

  private static boolean isLater(QuotaWait one, QuotaWait other) {
    return one.until() != null && other.until() != null && one.until().isAfter(other.until());
  }

  private static @Nullable Host inTheWay(List<TrafficPlan.Sent> sent, TrafficPlan.Sent theirs) {
    for (var own : sent) {
      var counts = own.part().window() != null || theirs.part().window() != null;
      if (counts && own.host().isSameAs(theirs.host())) {
        return own.host();
      }
    }
    return null;
  }

  /// What an attempt has sent, and when it ended.
  private record Earlier(TrafficPlan.Sent sent, Instant endedOn) {}

  private static List<Earlier> earlier(RecentWalks.Walk walk) {
    var variables = new Variables(walk.run().opening().parameters());
    var earlier = new ArrayList<Earlier>();
    for (var state : walk.run().steps().values()) {
      var step = walk.checklist().step(state.step()).orElse(null);
      var last = step == null ? null : lastSending(state.attempts());
      if (step != null && last != null) {
        TrafficPlan.sent(step, variables, new ArrayList<>())
            .forEach(sent -> earlier.add(new Earlier(sent, last)));
      }
    }
    return earlier;
  }

  private static @Nullable Instant lastSending(List<Attempt> attempts) {
    for (var attempt : attempts.reversed()) {
      var ending = attempt.ending();
      var reachedNobody =
          ending != null
              && (ending.outcome() instanceof Outcome.Unavailable
                  || ending.outcome() instanceof Outcome.NotApplicable);
      if (!reachedNobody) {
        return ending == null ? attempt.startedOn() : ending.finishedOn();
      }
    }
    return null;
  }

  /// @param began when the step began to wait, or when another one that sends ended since then: a
  ///   clock that was set back since the earlier attempt makes nobody wait longer than the window
  private static @Nullable QuotaWait wait(
      Step step, List<TrafficPlan.Sent> sent, Earlier earlier, Instant began) {
    QuotaWait longest = null;
    var theirs = earlier.sent();
    for (var own : sent) {
      var used = theirs.part().window();
      var needs = own.part().window();
      var byThem = used != null && (needs == null || used.compareTo(needs) >= 0);
      var window = byThem ? used : needs;
      if (window != null && own.host().isSameAs(theirs.host())) {
        var from = earlier.endedOn().isAfter(began) ? began : earlier.endedOn();
        var wait =
            new QuotaWait(step.id(), from.plus(window), own.host(), theirs.part().title(), byThem);
        longest = longest == null || isLater(wait, longest) ? wait : longest;
      }
    }
    return longest;
  }
}

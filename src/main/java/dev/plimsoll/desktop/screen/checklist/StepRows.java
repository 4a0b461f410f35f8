package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.Traffic;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.run.Earlier;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts a run into rows. Pure.
final class StepRows {
  private StepRows() {}

  static List<StepRow> of(RunView view, Instant now) {
    return of(view, now, Optional.empty());
  }

  /// @param earlier what was walked before, which stands beside this one
  static List<StepRow> of(RunView view, Instant now, Optional<Earlier> earlier) {
    var rows = new ArrayList<StepRow>();
    var number = 0;
    for (var section : view.checklist().sections()) {
      number++;
      var steps =
          view.steps().stream().filter(step -> step.section().id().equals(section.id())).toList();
      if (steps.isEmpty()) {
        continue;
      }
      rows.add(head(number, section, steps));
      steps.forEach(step -> rows.add(line(view.checklist(), step, now, earlier)));
    }
    return List.copyOf(rows);
  }

  private static StepRow.Head head(int number, Section section, List<StepView> steps) {
    var settled = steps.stream().filter(step -> isSettled(step.standing())).count();
    var facts = new ArrayList<String>();
    if (!section.types().isEmpty()) {
      facts.add(
          section.types().stream()
                  .sorted()
                  .map(type -> type.word())
                  .collect(Collectors.joining(", "))
              + " releases");
    }
    if (section.budget() != null) {
      facts.add("planned " + Times.span(section.budget()));
    }
    return new StepRow.Head(
        number + " · " + section.title(),
        settled + " of " + steps.size(),
        tone(steps, settled),
        String.join(" · ", facts));
  }

  private static Tone tone(List<StepView> steps, long settled) {
    if (steps.stream().anyMatch(step -> step.standing() == Standing.FAILED)) {
      return Tone.BAD;
    }
    return settled == steps.size() ? Tone.GOOD : Tone.NEUTRAL;
  }

  private static StepRow.Line line(
      Checklist checklist, StepView view, Instant now, Optional<Earlier> earlier) {
    var step = view.step();
    var readDo = checklist.form().mode() == Checklist.Mode.READ_DO;
    return new StepRow.Line(
        step.id(),
        step.title(),
        new StepRow.Sight(
            step.verb().kind(),
            view.standing(),
            view.live().current() && (readDo || !isSettled(view.standing())),
            view.live().waiting()),
        below(view, now),
        marks(view, Comparison.of(view, earlier)));
  }

  static String below(StepView view, Instant now) {
    var attempts = view.state().attempts().size();
    var since = view.live().runningSince();
    return switch (view.standing()) {
      case NOT_RUN -> waitingFor(view.step(), view.live().waiting());
      case RUNNING -> since == null ? "" : running(view, since, now);
      case PASSED -> view.state().isFlaky() ? "flaky · " + view.observed() : view.observed();
      case WARNED, INCONCLUSIVE, UNAVAILABLE, INTERRUPTED -> view.observed();
      case FAILED -> (attempts > 1 ? "attempt " + attempts + " · " : "") + view.observed();
      case NOT_APPLICABLE, WAIVED, DEFERRED, STALE, RESCINDED ->
          view.because() == null ? view.observed() : view.because();
    };
  }

  private static String running(StepView view, Instant since, Instant now) {
    var tally = view.live().tally();
    var quota = view.live().quota();
    if (quota != null) {
      return QuotaWords.brief(quota, now);
    }
    var clock = Times.stopwatch(Duration.between(since, now));
    return tally.count() == 0
        ? clock
        : clock + " · " + SeriesWords.count(tally.count(), tally.failed(), requests(view.step()));
  }

  /// How many requests a step sends at most; 0 where it says nothing about that.
  static long requests(Step step) {
    return step.verb().traffic().stream().mapToLong(Traffic::requests).sum();
  }

  private static String waitingFor(Step step, boolean waiting) {
    if (waiting) {
      return "waits for its turn";
    }
    return switch (step.verb().kind()) {
      case QUESTION -> step.verb().word().equals("ask") ? "a person answers" : "a person signs";
      case CHECK -> step.isAutomatic() ? "runs by itself" : "a person starts it";
      case ACTION -> "a person starts it";
    };
  }

  private static List<StepRow.Mark> marks(StepView view, Comparison before) {
    var step = view.step();
    var marks = new ArrayList<StepRow.Mark>();
    switch (before) {
      case NEW -> marks.add(new StepRow.Mark("new", true));
      case AS_BEFORE -> marks.add(new StepRow.Mark("as before", false));
      case MENDED -> marks.add(new StepRow.Mark("mended", false));
      case NO_MATCH, UNTOLD, NOTHING -> {
        // its standing says enough
      }
    }
    if (step.rules().killer()) {
      marks.add(new StepRow.Mark("killer", true));
    }
    if (step.rules().irreversible()) {
      marks.add(new StepRow.Mark("irreversible", true));
    }
    if (step.rules().negative()) {
      marks.add(new StepRow.Mark("negative", false));
    }
    if (!step.rules().required()) {
      marks.add(new StepRow.Mark("optional", false));
    }
    if (step.verb().kind() == VerbKind.QUESTION) {
      marks.add(new StepRow.Mark("by hand", false));
    } else {
      marks.addAll(time(view));
    }
    return marks;
  }

  private static List<StepRow.Mark> time(StepView view) {
    var last = view.state().lastAttempt();
    var ending = last.isEmpty() ? null : last.get().ending();
    if (last.isPresent() && ending != null) {
      var took = Duration.between(last.get().startedOn(), ending.finishedOn());
      // a machine's answer within the blink of an eye needs no figure
      return took.toMillis() < 1000
          ? List.of()
          : List.of(new StepRow.Mark(Times.span(took), false));
    }
    var estimate = view.step().rules().pace().estimate();
    return estimate == null
        ? List.of()
        : List.of(new StepRow.Mark("about " + Times.span(estimate), false));
  }

  /// Whether nothing more is to be done at it.
  static boolean isSettled(Standing standing) {
    return switch (standing) {
      case PASSED, WARNED, NOT_APPLICABLE, WAIVED, DEFERRED -> true;
      case NOT_RUN, RUNNING, FAILED, INCONCLUSIVE, UNAVAILABLE, INTERRUPTED, STALE, RESCINDED ->
          false;
    };
  }

  /// How a standing reads inside a sentence: `not run`.
  static String word(Standing standing) {
    return standing.words().toLowerCase(Locale.ROOT);
  }
}

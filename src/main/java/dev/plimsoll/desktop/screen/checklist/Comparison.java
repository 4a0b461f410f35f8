package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.Earlier;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How a step stands beside the walk before: what is new apart from what always was so. Pure.
enum Comparison {
  /// It passed before and does not now.
  NEW,
  /// It failed before, too; or nobody could tell then as now.
  AS_BEFORE,
  /// It did not pass before and does now.
  MENDED,
  /// It passes as it did, or one of the two is not known.
  NOTHING;

  static Comparison of(StepView view, Optional<Earlier> earlier) {
    var then = earlier.flatMap(walk -> walk.step(view.step().id()));
    if (then.isEmpty()) {
      return NOTHING;
    }
    if (isBad(view.standing())) {
      var isAlike = (view.standing() == Standing.FAILED) == (then.get() == Standing.FAILED);
      return then.get().isPass() ? NEW : isBad(then.get()) && isAlike ? AS_BEFORE : NOTHING;
    }
    return view.standing().isPass() && isBad(then.get()) ? MENDED : NOTHING;
  }

  /// What was cut short says nothing of the step.
  private static boolean isBad(Standing standing) {
    return standing != Standing.INTERRUPTED && StepActions.isTriedInVain(standing);
  }

  /// `New: it passed when this list was walked before, for 1.4.2, 3 Nov 2026.`
  static Optional<String> sentence(StepView view, Optional<Earlier> earlier, Times times) {
    return earlier.flatMap(walk -> {
      var when = "for " + walk.version() + " (" + times.daysAgo(walk.on()) + ")";
      return switch (of(view, earlier)) {
        case NEW -> Optional.of("New: it passed when this list was walked before, " + when + ".");
        case AS_BEFORE ->
            Optional.of(
                "Not new: it "
                    + then(walk, view)
                    + " when this list was walked before, "
                    + when
                    + ", too.");
        case MENDED ->
            Optional.of(
                "Mended: it "
                    + then(walk, view)
                    + " when this list was walked before, "
                    + when
                    + ".");
        case NOTHING -> Optional.empty();
      };
    });
  }

  private static String then(Earlier walk, StepView view) {
    return walk.step(view.step().id())
        .map(standing -> standing == Standing.FAILED ? "failed" : "was " + StepRows.word(standing))
        .orElse("");
  }

  /// `1 new failure, 2 as before (1.4.2, 3 Nov 2026)`; empty where there is nothing to tell.
  static Optional<String> whole(RunView run, Optional<Earlier> earlier, Times times) {
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    var failed = count(run, earlier, NEW, Standing.FAILED::equals);
    add(failed, parts, "new failure", "new failures");
    var untold = count(run, earlier, NEW, standing -> standing != Standing.FAILED);
    add(untold, parts, "newly without an answer", "newly without an answer");
    add(count(run, earlier, AS_BEFORE, _ -> true), parts, "as before", "as before");
    add(count(run, earlier, MENDED, _ -> true), parts, "mended", "mended");
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(", ", parts)
                + " (beside "
                + earlier.get().version()
                + ", "
                + times.daysAgo(earlier.get().on())
                + ")");
  }

  private static long count(
      RunView run, Optional<Earlier> earlier, Comparison which, Predicate<Standing> now) {
    return run.steps().stream()
        .filter(step -> of(step, earlier) == which && now.test(step.standing()))
        .count();
  }

  private static void add(long count, List<String> parts, String one, String many) {
    if (count > 0) {
      parts.add(Texts.count(count, one, many));
    }
  }
}

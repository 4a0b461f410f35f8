package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.Earlier;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.util.ArrayList;
import java.util.Optional;

/// How a step stands beside the walk before: what is new apart from what always was so. Pure.
enum Comparison {
  /// It passed before and does not now.
  NEW,
  /// It did not pass before either.
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
    if (StepActions.isTriedInVain(view.standing())) {
      return then.get().isPass() ? NEW : isBad(then.get()) ? AS_BEFORE : NOTHING;
    }
    return view.standing().isPass() && isBad(then.get()) ? MENDED : NOTHING;
  }

  private static boolean isBad(Standing then) {
    return StepActions.isTriedInVain(then);
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
    count(run, earlier, NEW, parts, "new failure", "new failures");
    count(run, earlier, AS_BEFORE, parts, "as before", "as before");
    count(run, earlier, MENDED, parts, "mended", "mended");
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

  private static void count(
      RunView run,
      Optional<Earlier> earlier,
      Comparison which,
      java.util.List<String> parts,
      String... words) {
    var count = run.steps().stream().filter(step -> of(step, earlier) == which).count();
    if (count > 0) {
      parts.add(Texts.count(count, words[0], words[1]));
    }
  }
}

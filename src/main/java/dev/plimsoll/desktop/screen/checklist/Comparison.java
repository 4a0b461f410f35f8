package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.Earlier;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// How a step stands beside the last time that a walk with the same parameters told of it: what is
/// new apart from what always was so. A step that failed is exactly one of [#NEW], [#AS_BEFORE] and
/// [#NO_MATCH]. Pure.
enum Comparison {
  /// It passed before and does not now.
  NEW,
  /// It failed before, too.
  AS_BEFORE,
  /// It failed, and no walk before could tell of it.
  NO_MATCH,
  /// It did not pass before and does now.
  MENDED,
  /// Nobody can tell now, and it is not known to have passed before.
  UNTOLD,
  /// It passes as it did, or was not tried to its end.
  NOTHING;

  static Comparison of(StepView view, Optional<Earlier> earlier) {
    return earlier.map(before -> beside(view, before)).orElse(NOTHING);
  }

  private static Comparison beside(StepView view, Earlier before) {
    var then = before.step(view.step().id()).map(Earlier.Told::standing);
    var passed = then.filter(Standing::isPass).isPresent();
    return switch (view.standing()) {
      case FAILED -> passed ? NEW : then.isPresent() ? AS_BEFORE : NO_MATCH;
      case INCONCLUSIVE, UNAVAILABLE -> passed ? NEW : UNTOLD;
      case PASSED, WARNED -> then.isPresent() && !passed ? MENDED : NOTHING;
      // what was cut short, excused or not tried says nothing of the step
      case NOT_RUN, RUNNING, NOT_APPLICABLE, INTERRUPTED, STALE, WAIVED, DEFERRED, RESCINDED ->
          NOTHING;
    };
  }

  /// `New: it passed when this list was walked before, for 1.4.2 (3 h ago).`
  static Optional<String> sentence(StepView view, Optional<Earlier> earlier, Times times) {
    var when =
        told(view, earlier)
            .map(then ->
                " when this list was walked before, for "
                    + then.version()
                    + " ("
                    + times.daysAgo(then.on())
                    + ")")
            .orElse("");
    return switch (of(view, earlier)) {
      case NEW -> Optional.of("New: it passed" + when + ".");
      case AS_BEFORE -> Optional.of("Not new: it failed" + when + ", too.");
      case MENDED -> Optional.of("Mended: it failed" + when + ".");
      case NO_MATCH ->
          Optional.of(
              "Nothing to compare with: no walk before with the same parameters could tell of"
                  + " this step.");
      case UNTOLD, NOTHING -> Optional.empty();
    };
  }

  private static Optional<Earlier.Told> told(StepView view, Optional<Earlier> earlier) {
    return earlier.flatMap(before -> before.step(view.step().id()));
  }

  /// `1 new failure, 2 as before (beside 1.4.2, 3 h ago)`; empty where there is nothing to tell.
  static Optional<String> whole(RunView run, Optional<Earlier> earlier, Times times) {
    var parts = new ArrayList<String>();
    var failed = count(run, earlier, NEW, Standing.FAILED::equals);
    add(failed, parts, "new failure", "new failures");
    add(count(run, earlier, AS_BEFORE, _ -> true), parts, "as before", "as before");
    var alone = count(run, earlier, NO_MATCH, _ -> true);
    add(alone, parts, "failure with nothing to compare", "failures with nothing to compare");
    var lost = count(run, earlier, NEW, standing -> standing != Standing.FAILED);
    add(lost, parts, "newly without an answer", "newly without an answer");
    var untold = count(run, earlier, UNTOLD, _ -> true);
    add(untold, parts, "without an answer", "without an answer");
    add(count(run, earlier, MENDED, _ -> true), parts, "mended", "mended");
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", parts) + beside(run, earlier, times));
  }

  /// What the counts were held against; the newest of several.
  private static String beside(RunView run, Optional<Earlier> earlier, Times times) {
    var told =
        run.steps().stream()
            .filter(step -> List.of(NEW, AS_BEFORE, MENDED).contains(of(step, earlier)))
            .flatMap(step -> told(step, earlier).stream())
            .toList();
    var versions = told.stream().map(Earlier.Told::version).distinct().count();
    return told.stream()
        .max(Comparator.<Earlier.Told, Instant>comparing(Earlier.Told::on))
        .map(newest ->
            " (beside "
                + newest.version()
                + (versions > 1 ? " and before" : "")
                + ", "
                + times.daysAgo(newest.on())
                + ")")
        .orElse("");
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

package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last look before something that cannot be undone. Values only; pure.
///
/// @param does what the step will do, one line each
/// @param wayBack the rollback point, in words; says so where there is none
/// @param cautions what a person should know before they go on
record TimeOut(
    String version,
    String commit,
    String tag,
    List<String> does,
    String wayBack,
    List<String> cautions) {
  TimeOut {
    does = List.copyOf(does);
    cautions = List.copyOf(cautions);
  }

  static TimeOut of(RunView view, StepView step, Optional<RollbackPoint> wayBack) {
    var candidate = view.state().opening().candidate();
    var open =
        view.steps().stream()
            .takeWhile(earlier -> !earlier.step().id().equals(step.step().id()))
            .filter(earlier -> earlier.step().rules().required())
            .filter(earlier -> !StepRows.isSettled(earlier.standing()))
            .toList();
    var cautions = new ArrayList<String>();
    if (view.now().dirty()) {
      cautions.add(
          "There are uncommitted changes. What you are about to do is about the commit, not about"
              + " them.");
    }
    if (!candidate.bound().sameContent(view.now())) {
      cautions.add(
          "The repository moved since this run began: it stands at "
              + view.now().shortCommit()
              + ", the run began at "
              + candidate.bound().shortCommit()
              + ".");
    }
    if (!open.isEmpty()) {
      cautions.add(
          open.size() == 1
              ? "One required step before this one is not settled: "
                  + open.getFirst().step().title()
                  + "."
              : open.size()
                  + " required steps before this one are not settled, the first is “"
                  + open.getFirst().step().title()
                  + "”.");
    }
    return new TimeOut(
        candidate.version(),
        view.now().commit(),
        candidate.tag(),
        step.step().verb().describe(),
        wayBack.map(TimeOut::words).orElse("No sound backup is known."),
        cautions);
  }

  private static String words(RollbackPoint point) {
    return point.id()
        + " of "
        + point.set()
        + (point.provenOn() == null
            ? ", verified, never proven restorable"
            : ", proven restorable");
  }

  /// Whether what a person typed is the version, with or without the tag's prefix.
  boolean isConfirmedBy(String typed) {
    return typed.strip().equals(version) || typed.strip().equals(tag);
  }
}

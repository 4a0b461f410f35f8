package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Tone;
import java.util.Comparator;
import java.util.List;

/// The bar under the title: one stretch per section, in it one part per step, the good ones first.
/// Values only; pure.
record ProgressShape(List<Stretch> stretches) {
  /// @param words for a screen reader and the tip: `Tests: 3 of 4, 1 failed`
  record Stretch(String words, List<Part> parts) {}

  /// A step's part, in the order in which parts stand.
  enum Part {
    GOOD(Tone.GOOD),
    EXCEPTION(Tone.EXCEPTION),
    RUNNING(Tone.INFO),
    CAUTION(Tone.CAUTION),
    BAD(Tone.BAD),
    OPEN(Tone.NEUTRAL);

    private final Tone tone;

    Part(Tone tone) {
      this.tone = tone;
    }

    Tone tone() {
      return tone;
    }
  }

  static ProgressShape of(RunView view) {
    return new ProgressShape(
        view.checklist().sections().stream()
            .map(section ->
                stretch(
                    section.title(),
                    view.steps().stream()
                        .filter(step -> step.section().id().equals(section.id()))
                        .toList()))
            .filter(stretch -> !stretch.parts().isEmpty())
            .toList());
  }

  private static Stretch stretch(String title, List<StepView> steps) {
    var settled = steps.stream().filter(step -> StepRows.isSettled(step.standing())).count();
    var failed = steps.stream().filter(step -> step.standing() == Standing.FAILED).count();
    return new Stretch(
        title
            + ": "
            + settled
            + " of "
            + steps.size()
            + (failed == 0 ? "" : ", " + failed + " failed"),
        steps.stream().map(ProgressShape::part).sorted(Comparator.naturalOrder()).toList());
  }

  private static Part part(StepView step) {
    return switch (step.standing()) {
      case PASSED, NOT_APPLICABLE -> Part.GOOD;
      case WARNED, INCONCLUSIVE, UNAVAILABLE, INTERRUPTED, STALE -> Part.CAUTION;
      case WAIVED, DEFERRED -> Part.EXCEPTION;
      case FAILED, RESCINDED -> Part.BAD;
      case RUNNING -> Part.RUNNING;
      case NOT_RUN -> Part.OPEN;
    };
  }
}

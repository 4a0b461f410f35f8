package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.Defect;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.Recognised;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Recipe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The report of a foreign chain's verification. Pure.
public final class ForeignReport {
  private static final int TRIALS = 4;

  private ForeignReport() {}

  /// How the file was read, and against what it was held.
  ///
  /// @param recipe null where none was found
  /// @param recognised null where the person named the recipe
  public static Basis basis(
      @Nullable Recipe recipe, @Nullable Recognised recognised, List<Anchor> anchors) {
    return new Basis(
        recipe == null ? "none was recognised" : recipe.name() + ": " + recipe.title(),
        recognised == null ? List.of() : reasons(recognised),
        anchors.stream()
            .map(anchor ->
                Plural.of(anchor.entries(), "entry", "entries")
                    + ", head "
                    + anchor.head()
                    + ", from "
                    + anchor.source())
            .toList());
  }

  private static List<String> reasons(Recognised recognised) {
    var reasons = new ArrayList<String>();
    reasons.add(recognised.sentence());
    recognised.trials().stream()
        .filter(trial -> trial.fits() || recognised.recipe().isEmpty())
        .limit(TRIALS)
        .forEach(trial -> reasons.add(trial.recipe().name() + ": " + trial.reason()));
    return reasons;
  }

  public static IncidentReport of(
      Examined examined, Basis basis, ForeignVerdict verdict, Maker maker) {
    return switch (verdict) {
      case ForeignVerdict.Whole whole ->
          new IncidentReport(
              whole.hasWarnings() ? Conclusion.PROVEN_WITH_WARNINGS : Conclusion.PROVEN,
              whole.sentence(),
              examined.proven(whole.entries(), whole.head()),
              basis,
              null,
              whole.remarks().stream()
                  .map(remark -> remark.code() + ": " + remark.sentence())
                  .toList(),
              NextSteps.whole(whole.entries() + ":" + whole.head(), whole.hasWarnings()),
              maker);
      case ForeignVerdict.Broken broken ->
          new IncidentReport(
              Conclusion.BROKEN,
              broken.sentence(),
              examined,
              basis,
              first(broken.defect()),
              List.of(),
              NextSteps.broken(broken.defect().code()),
              maker);
      case ForeignVerdict.CouldNotTell open ->
          new IncidentReport(
              Conclusion.COULD_NOT_TELL,
              open.sentence(),
              examined,
              basis,
              null,
              List.of(),
              NextSteps.open(),
              maker);
    };
  }

  private static FirstBad first(Defect defect) {
    return new FirstBad(
        defect.code().name(),
        defect.entry(),
        defect.line(),
        defect.offset(),
        defect.found(),
        defect.expected());
  }
}

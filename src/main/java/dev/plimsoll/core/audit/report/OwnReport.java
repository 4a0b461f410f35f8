package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.model.Plural;
import java.util.ArrayList;
import java.util.List;

/// The report of a verification of our own log. Pure, but for [OwnPlace], which reads the place of
/// the first bad entry.
public final class OwnReport {
  private static final String RECIPE =
      "plimsoll: canonical JSON, each entry with the SHA-256 of the line before it";

  private OwnReport() {}

  /// How the log was read, and against what it was held.
  public static Basis basis(Known known) {
    var anchors = new ArrayList<String>();
    known
        .checkpoints()
        .forEach(checkpoint ->
            anchors.add(
                Plural.of(checkpoint.size(), "entry", "entries")
                    + ", root "
                    + checkpoint.rootHash()
                    + ", from a checkpoint of "
                    + checkpoint.origin()));
    known
        .pins()
        .forEach(pin ->
            anchors.add(
                Plural.of(pin.entries(), "entry", "entries")
                    + ", head "
                    + pin.head()
                    + ", from the "
                    + pin.source()));
    return new Basis(RECIPE, List.of(), anchors);
  }

  /// @param place finds what stands at the first bad entry
  public static IncidentReport of(
      Examined examined, Basis basis, ChainVerdict verdict, OwnPlace place, Maker maker) {
    return switch (verdict) {
      case ChainVerdict.Whole whole ->
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
      case ChainVerdict.Broken broken ->
          new IncidentReport(
              Conclusion.BROKEN,
              broken.sentence(),
              examined,
              basis,
              place.of(broken),
              List.of(),
              NextSteps.broken(broken.code()),
              maker);
      case ChainVerdict.CouldNotTell open ->
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
}

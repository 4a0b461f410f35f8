package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.report.FirstBad;
import dev.plimsoll.core.audit.report.OwnPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a verification says, as the core said it. Immutable.
///
/// @param sentence one sentence for a person
/// @param proven how much of the log was found whole
/// @param remarks warnings and notes
/// @param bad the first bad entry, or null
/// @param source the core's own word, for a report
public record Conclusion(
    Level level,
    String sentence,
    Proven proven,
    List<Remark> remarks,
    @Nullable FirstBad bad,
    Source source) {
  public Conclusion {
    remarks = List.copyOf(remarks);
  }

  /// @param entries how many
  /// @param head hash of the last one; empty where there is none to name
  public record Proven(long entries, String head) {
    static final Proven NOTHING = new Proven(0, "");
  }

  /// @param code stable, for programs
  public record Remark(VerdictCode code, String sentence) {
    boolean isWarning() {
      return code.gravity() == VerdictCode.Gravity.WARNING;
    }
  }

  /// Whose verdict it is.
  public sealed interface Source {
    record Foreign(ForeignVerdict verdict) implements Source {}

    record Own(ChainVerdict verdict) implements Source {}
  }

  /// What was said of a chain of another program.
  public static Conclusion of(ForeignVerdict verdict) {
    var source = new Source.Foreign(verdict);
    return switch (verdict) {
      case ForeignVerdict.Whole whole ->
          new Conclusion(
              whole.hasWarnings() ? Level.PROVEN_WITH_WARNINGS : Level.PROVEN,
              whole.sentence(),
              new Proven(whole.entries(), whole.head()),
              whole.remarks().stream()
                  .map(remark -> new Remark(remark.code(), remark.sentence()))
                  .toList(),
              null,
              source);
      case ForeignVerdict.Broken broken -> {
        var defect = broken.defect();
        yield new Conclusion(
            Level.BROKEN,
            broken.sentence(),
            new Proven(defect.entry(), ""),
            List.of(),
            new FirstBad(
                defect.code().name(),
                defect.entry(),
                defect.line(),
                defect.offset(),
                defect.found(),
                defect.expected()),
            source);
      }
      case ForeignVerdict.CouldNotTell untold -> couldNotTell(untold.sentence(), source);
    };
  }

  /// What was said of a log of our own.
  ///
  /// @param place finds what stands at the first bad entry
  public static Conclusion of(ChainVerdict verdict, OwnPlace place) {
    var source = new Source.Own(verdict);
    return switch (verdict) {
      case ChainVerdict.Whole whole ->
          new Conclusion(
              whole.hasWarnings() ? Level.PROVEN_WITH_WARNINGS : Level.PROVEN,
              whole.sentence(),
              new Proven(whole.entries(), whole.head()),
              whole.remarks().stream()
                  .map(remark -> new Remark(remark.code(), remark.sentence()))
                  .toList(),
              null,
              source);
      case ChainVerdict.Broken broken ->
          new Conclusion(
              Level.BROKEN,
              broken.sentence(),
              new Proven(broken.seq(), ""),
              List.of(),
              place.of(broken),
              source);
      case ChainVerdict.CouldNotTell untold -> couldNotTell(untold.sentence(), source);
    };
  }

  static Conclusion couldNotTell(String sentence) {
    return couldNotTell(sentence, new Source.Foreign(new ForeignVerdict.CouldNotTell(sentence)));
  }

  private static Conclusion couldNotTell(String sentence, Source source) {
    return new Conclusion(Level.COULD_NOT_TELL, sentence, Proven.NOTHING, List.of(), null, source);
  }
}

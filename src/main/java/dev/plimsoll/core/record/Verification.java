package dev.plimsoll.core.record;

import dev.plimsoll.core.record.Verdict.Level;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a verification of a record came to: six verdicts, and what none of them can prove.
///
/// @param verdicts one for each [Aspect], in order
/// @param statement the record that was read, or null where its bytes are none
/// @param cannotProve whole sentences, shown beside the verdicts
public record Verification(
    List<Verdict> verdicts, @Nullable Statement statement, List<String> cannotProve) {
  public Verification {
    verdicts = List.copyOf(verdicts);
    cannotProve = List.copyOf(cannotProve);
  }

  public Verdict verdict(Aspect aspect) {
    return verdicts.stream()
        .filter(verdict -> verdict.aspect() == aspect)
        .findFirst()
        .orElseGet(() -> Verdict.couldNotTell(aspect, "It was not looked at."));
  }

  /// The worst of the six; a verdict that is missing counts as could-not-tell.
  public Level level() {
    return Arrays.stream(Aspect.values())
        .map(aspect -> verdict(aspect).level())
        .max(Comparator.naturalOrder())
        .orElse(Level.COULD_NOT_TELL);
  }

  /// Exit code of a verifying command: 0 proven, 1 failed, 2 could not tell, 3 proven with
  /// warnings.
  public int exitCode() {
    return switch (level()) {
      case PROVEN -> 0;
      case FAILED -> 1;
      case COULD_NOT_TELL -> 2;
      case PROVEN_WITH_WARNINGS -> 3;
    };
  }

  /// Where a person should look first: a failure before what could not be told, and among failures
  /// a signature before all else, because the other verdicts are held against the bytes that were
  /// signed; then in the order of the aspects.
  public Optional<Verdict> firstBroken() {
    if (verdict(Aspect.AUTHENTICITY).level() == Level.FAILED) {
      return Optional.of(verdict(Aspect.AUTHENTICITY));
    }
    return verdicts.stream()
        .filter(verdict -> verdict.level() == level())
        .filter(
            verdict -> verdict.level() == Level.FAILED || verdict.level() == Level.COULD_NOT_TELL)
        .findFirst();
  }
}

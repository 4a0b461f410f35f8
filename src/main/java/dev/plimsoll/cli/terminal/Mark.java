package dev.plimsoll.cli.terminal;

import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.record.Verdict;

/// How a conclusion looks in a terminal: always a tone, a sign and a word.
///
/// @param sign one character, for a terminal that shows Unicode
/// @param plain the sign where it shows ASCII only
public record Mark(Tone tone, char sign, char plain, String word) {
  /// Width of the longest word, `NOT APPLICABLE`.
  public static final int WIDTH = 14;

  public static Mark of(Standing standing) {
    var word = standing.words();
    return switch (standing) {
      case NOT_RUN -> new Mark(Tone.FAINT, '○', 'o', word);
      case RUNNING -> new Mark(Tone.NEWS, '▸', '>', word);
      case PASSED -> new Mark(Tone.GOOD, '✓', '+', word);
      case WARNED -> new Mark(Tone.CAUTION, '▲', '!', word);
      case FAILED -> new Mark(Tone.BAD, '✗', 'x', word);
      case INCONCLUSIVE -> new Mark(Tone.CAUTION, '?', '?', word);
      case UNAVAILABLE -> new Mark(Tone.CAUTION, '⊘', '/', word);
      case NOT_APPLICABLE -> new Mark(Tone.FAINT, '–', '-', word);
      case INTERRUPTED -> new Mark(Tone.CAUTION, '↯', '^', word);
      case STALE -> new Mark(Tone.CAUTION, '◷', '~', word);
      case WAIVED -> new Mark(Tone.EXCEPTION, '◈', 'w', word);
      case DEFERRED -> new Mark(Tone.EXCEPTION, '»', 'd', word);
      case RESCINDED -> new Mark(Tone.BAD, '↺', 'r', word);
    };
  }

  /// A reason of the gate: the sign of where its step stands, else of its weight.
  public static Mark of(Decision.Clause clause) {
    var word =
        switch (clause.weight()) {
          case MET -> Mark.of(Standing.PASSED);
          case EXCEPTION -> Mark.of(Standing.WAIVED);
          case FAILED -> Mark.of(Standing.FAILED);
          case OPEN -> Mark.of(Standing.NOT_RUN);
        };
    var standing = clause.standing();
    return standing == null ? word : Mark.of(standing);
  }

  /// The gate's word: `GO`, `NO-GO`, or `NO-GO YET` where nothing failed and something is open.
  public static Mark of(Decision decision) {
    if (decision.isGo()) {
      return new Mark(Tone.GOOD, '✓', '+', "GO");
    }
    return decision.blockers().stream().anyMatch(c -> c.weight() == Decision.Weight.FAILED)
        ? new Mark(Tone.BAD, '✗', 'x', "NO-GO")
        : new Mark(Tone.CAUTION, '○', 'o', "NO-GO YET");
  }

  public static Mark of(Verdict.Level level) {
    var word = level.words();
    return switch (level) {
      case PROVEN -> new Mark(Tone.GOOD, '✓', '+', word);
      case PROVEN_WITH_WARNINGS -> new Mark(Tone.CAUTION, '▲', '!', word);
      case COULD_NOT_TELL -> new Mark(Tone.CAUTION, '?', '?', word);
      case FAILED -> new Mark(Tone.BAD, '✗', 'x', word);
    };
  }

  /// `error`, `warning` or `note`, as compilers say it.
  public static Mark of(Finding finding) {
    var severity = finding.severity();
    return switch (severity) {
      case Severity.ERROR -> new Mark(Tone.BAD, '✗', 'x', "error");
      case Severity.WARNING -> new Mark(Tone.CAUTION, '▲', '!', "warning");
      case Severity.NOTE -> new Mark(Tone.FAINT, '–', '-', "note");
    };
  }
}

package dev.plimsoll.core.run.report;

import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of a [RunReport].
///
/// @param required whether the gate asks for it
public record ReportedStep(Name name, Standing standing, boolean required, Said said, Tries tries) {
  /// @param group where it stands: `smoke-tests.search`
  public record Name(String id, String title, String group) {}

  /// @param observed empty before the first attempt
  /// @param because why it is excused, stale or not applicable, or null
  /// @param findings one line each, errors first
  public record Said(
      String expected, String observed, @Nullable String because, List<String> findings) {
    public Said {
      findings = List.copyOf(findings);
    }
  }

  /// @param took all attempts together, or null where none ended
  /// @param failed what earlier attempts of a step that now passes had failed on, one line each
  public record Tries(int count, @Nullable Duration took, List<String> failed) {
    public Tries {
      failed = List.copyOf(failed);
    }

    /// @param passes whether the step passes now
    public static Tries of(List<Attempt> attempts, boolean passes) {
      var failed = new ArrayList<String>();
      Duration sum = null;
      for (var attempt : attempts) {
        var ending = attempt.ending();
        if (ending == null) {
          continue;
        }
        var took = Duration.between(attempt.startedOn(), ending.finishedOn());
        sum = (sum == null ? Duration.ZERO : sum).plus(took.isNegative() ? Duration.ZERO : took);
        if (passes && ending.outcome() instanceof Outcome.Failed) {
          failed.add("attempt " + attempt.number() + ": " + ending.outcome().observed());
        }
      }
      return new Tries(attempts.size(), sum, failed);
    }
  }

  /// What it is to a tool that knows four words.
  public enum Verdict {
    PASSED,
    FAILED,
    /// Could not tell, was cut short, or never ran though it is required.
    ERROR,
    SKIPPED
  }

  /// What the last attempt found, one line each, errors first.
  public static List<String> findings(StepState step) {
    return step.lastAttempt().map(Attempt::ending).stream()
        .flatMap(ending -> ending.outcome().findings().stream())
        .sorted(Comparator.comparing(Finding::severity))
        .map(Object::toString)
        .toList();
  }

  public Verdict verdict() {
    return switch (standing) {
      case PASSED, WARNED -> Verdict.PASSED;
      case FAILED -> Verdict.FAILED;
      case INCONCLUSIVE, UNAVAILABLE, INTERRUPTED, STALE, RESCINDED -> Verdict.ERROR;
      case NOT_APPLICABLE, WAIVED, DEFERRED -> Verdict.SKIPPED;
      case NOT_RUN, RUNNING -> required ? Verdict.ERROR : Verdict.SKIPPED;
    };
  }

  /// One line: why it is not a pass, or what was seen. Of several findings the first.
  public String words() {
    var because = said.because();
    if ((because == null || because.isBlank())
        && verdict() != Verdict.PASSED
        && !said.findings().isEmpty()) {
      var more = said.findings().size() - 1;
      return said.findings().getFirst()
          + (more == 0 ? "" : " And " + Plural.of(more, "more finding") + ".");
    }
    var text = because == null || because.isBlank() ? said.observed() : because;
    return text.isBlank() ? standing.words().toLowerCase(java.util.Locale.ROOT) : text;
  }
}

package dev.plimsoll.core.model;

import java.util.List;

/// What a step concluded from the facts it read. "Could not tell" has words of its own and is never
/// clean:
///
/// - [Passed] and [Warned] met the expectation; [Failed] did not;
/// - [Inconclusive]: facts were read and do not decide; [Unavailable]: the facts could not be read
///   (no such program, no network); [Interrupted]: the step was cut short by a cancel, a kill or a
///   crash;
/// - [NotApplicable]: a condition of the checklist, or a person with a reason, says that the step
///   does not apply.
///
/// `observed` is one short line for a person; `findings` are the places behind it.
public sealed interface Outcome {
  String observed();

  List<Finding> findings();

  /// The standing that this outcome alone gives its step.
  Standing standing();

  /// The word in files and on screen, e.g. `NOT_APPLICABLE`.
  default String word() {
    return standing().name();
  }

  record Passed(String observed, List<Finding> findings) implements Outcome {
    public Passed {
      findings = List.copyOf(findings);
    }

    public Passed(String observed) {
      this(observed, List.of());
    }

    @Override
    public Standing standing() {
      return Standing.PASSED;
    }
  }

  record Warned(String observed, List<Finding> findings) implements Outcome {
    public Warned {
      findings = List.copyOf(findings);
    }

    @Override
    public Standing standing() {
      return Standing.WARNED;
    }
  }

  record Failed(String observed, List<Finding> findings) implements Outcome {
    public Failed {
      findings = List.copyOf(findings);
    }

    public Failed(String observed) {
      this(observed, List.of());
    }

    @Override
    public Standing standing() {
      return Standing.FAILED;
    }
  }

  record Inconclusive(String observed, List<Finding> findings) implements Outcome {
    public Inconclusive {
      findings = List.copyOf(findings);
    }

    public Inconclusive(String observed) {
      this(observed, List.of());
    }

    @Override
    public Standing standing() {
      return Standing.INCONCLUSIVE;
    }
  }

  record Unavailable(String observed, List<Finding> findings) implements Outcome {
    public Unavailable {
      findings = List.copyOf(findings);
    }

    public Unavailable(String observed) {
      this(observed, List.of());
    }

    @Override
    public Standing standing() {
      return Standing.UNAVAILABLE;
    }
  }

  record NotApplicable(String observed, List<Finding> findings) implements Outcome {
    public NotApplicable {
      findings = List.copyOf(findings);
    }

    public NotApplicable(String observed) {
      this(observed, List.of());
    }

    @Override
    public Standing standing() {
      return Standing.NOT_APPLICABLE;
    }
  }

  record Interrupted(String observed, List<Finding> findings) implements Outcome {
    public Interrupted {
      findings = List.copyOf(findings);
    }

    public Interrupted(String observed) {
      this(observed, List.of());
    }

    @Override
    public Standing standing() {
      return Standing.INTERRUPTED;
    }
  }

  /// The outcome that `word` names, as it was written to the log.
  ///
  /// @throws IllegalArgumentException for a word that is not a raw outcome
  static Outcome of(String word, String observed, List<Finding> findings) {
    return switch (word) {
      case "PASSED" -> new Passed(observed, findings);
      case "WARNED" -> new Warned(observed, findings);
      case "FAILED" -> new Failed(observed, findings);
      case "INCONCLUSIVE" -> new Inconclusive(observed, findings);
      case "UNAVAILABLE" -> new Unavailable(observed, findings);
      case "NOT_APPLICABLE" -> new NotApplicable(observed, findings);
      case "INTERRUPTED" -> new Interrupted(observed, findings);
      default -> throw new IllegalArgumentException("not an outcome: " + word);
    };
  }
}

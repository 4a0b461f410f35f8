package dev.plimsoll.core.model;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of a step.
///
/// @param when a condition in the expression language, as written, or null; false makes the step
///   not applicable
/// @param types release types it is for; empty means all
/// @param role who may answer or start it, or null for anybody
/// @param weight required, killer, irreversible ...
/// @param exits which exits from a non-pass are open
/// @param freshness what makes its evidence stale
/// @param pace time limits and retries
/// @param negative whether it passes only if the check fails ("prove the alarm works")
/// @param redact further patterns (regular expressions) masked in its output
public record StepRules(
    @Nullable String when,
    Set<ReleaseType> types,
    @Nullable String role,
    Weight weight,
    Exits exits,
    Freshness freshness,
    Pace pace,
    boolean negative,
    Set<String> redact) {
  public static final StepRules USUAL =
      new StepRules(
          null,
          Set.of(),
          null,
          new Weight(false, false, false),
          new Exits(true, null),
          new Freshness(null, Set.of(Freshness.Bound.COMMIT)),
          new Pace(null, 0, Duration.ZERO, null),
          false,
          Set.of());

  public StepRules {
    types = Set.copyOf(types);
    redact = Set.copyOf(redact);
  }

  public boolean required() {
    return !weight.optional();
  }

  public boolean killer() {
    return weight.killer();
  }

  public boolean irreversible() {
    return weight.irreversible();
  }

  /// @param optional does not block the gate
  /// @param killer never skippable; waivable only with a second person's countersign
  /// @param irreversible needs the time-out before it and is never started by itself
  public record Weight(boolean optional, boolean killer, boolean irreversible) {}

  /// @param waivable false means never
  /// @param deferrableDays the longest deferral in days, or null where deferring is not allowed
  public record Exits(boolean waivable, @Nullable Integer deferrableDays) {}

  /// @param maxAge oldest evidence that still counts, or null for no limit
  /// @param bindTo what the evidence belongs to
  public record Freshness(@Nullable Duration maxAge, Set<Bound> bindTo) {
    public Freshness {
      bindTo = Set.copyOf(bindTo);
    }

    public enum Bound {
      COMMIT,
      ARTIFACTS,
      FILES
    }
  }

  /// @param timeout the longest one attempt may take, or null for the product's default (10
  ///   minutes)
  /// @param retries how often a failed attempt is tried again by itself; every attempt is kept
  /// @param retryWait the wait before each retry
  /// @param estimate how long it usually takes, or null
  public record Pace(
      @Nullable Duration timeout, int retries, Duration retryWait, @Nullable Duration estimate) {}
}

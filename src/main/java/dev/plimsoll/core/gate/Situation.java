package dev.plimsoll.core.gate;

import dev.plimsoll.core.model.Binding;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// The present, as far as a decision depends on it.
///
/// @param bound the repository now
/// @param now the operator's clock
/// @param running steps with an attempt under way in a live process
/// @param notApplicable steps that a condition of the checklist rules out, with that condition in
///   words
/// @param digests what evidence must still be about
public record Situation(
    Binding bound,
    Instant now,
    Set<String> running,
    Map<String, String> notApplicable,
    Digests digests) {
  public Situation {
    running = Set.copyOf(running);
    notApplicable = Map.copyOf(notApplicable);
  }

  /// @param inputs by step: digest of its resolved definition and inputs
  /// @param subjects by sign-off step: digest of everything its approval covers
  public record Digests(Map<String, String> inputs, Map<String, String> subjects) {
    public static final Digests NONE = new Digests(Map.of(), Map.of());

    public Digests {
      inputs = Map.copyOf(inputs);
      subjects = Map.copyOf(subjects);
    }
  }
}

package dev.plimsoll.core.gate;

import dev.plimsoll.core.model.Standing;
import org.jspecify.annotations.Nullable;

/// Where a step stands, and why when that is not simply its last outcome.
///
/// @param because half a sentence for a person: `it ran on commit 4be19f7, the repository is at
///   90ab3c1`, or null
/// @param byPerson whether a person's word, rather than a fact or a condition of the checklist, put
///   it there
public record Judgement(Standing standing, @Nullable String because, boolean byPerson) {
  Judgement(Standing standing, @Nullable String because) {
    this(standing, because, false);
  }

  static Judgement of(Standing standing) {
    return new Judgement(standing, null, false);
  }
}

package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import org.jspecify.annotations.Nullable;

/// `count`: so many files match a pattern.
///
/// @param most null for any number
record Count(String glob, int least, @Nullable Integer most) implements FileRule {
  @Override
  public String words() {
    if (most == null) {
      return "at least " + least + " of " + glob;
    }
    return (most == least ? String.valueOf(least) : least + " to " + most) + " of " + glob;
  }

  @Override
  public Clause check(FilePlace place) {
    var seen = place.files(glob).size();
    var words = seen + " of " + place.resolved(glob);
    return seen >= least && (most == null || seen <= most)
        ? Clause.held(words)
        : Clause.broken(words, Finding.error("Expected " + words() + ", saw " + seen + "."));
  }
}

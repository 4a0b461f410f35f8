package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.ValueInFile;

/// `query`: a value out of YAML, TOML, JSON, XML, properties or INI.
///
/// @param reference `file#path`
/// @param expected a text, or another reference
/// @param isReference whether `expected` is one
record Value(String reference, String expected, boolean isReference) implements FileRule {
  @Override
  public String words() {
    return reference + (isReference ? " the same as " : " is ") + expected;
  }

  @Override
  public Clause check(FilePlace place) {
    try {
      var seen = ValueInFile.read(place.root(), place.resolved(reference));
      var wanted =
          isReference
              ? ValueInFile.read(place.root(), place.resolved(expected)).text()
              : place.resolved(expected);
      var words = place.resolved(reference) + " is " + seen.text();
      return seen.text().equals(wanted)
          ? Clause.held(words)
          : Clause.broken(
              words,
              new Finding(
                  Severity.ERROR,
                  seen.source() + " says " + seen.text() + ", not " + wanted + ".",
                  seen.at(),
                  null));
    } catch (Problem missing) {
      return Clause.broken(
          place.resolved(reference) + " not readable",
          new Finding(Severity.ERROR, missing.where(), null, missing.next()));
    }
  }
}

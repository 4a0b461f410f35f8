package dev.plimsoll.core.check.version;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.version.VersionFacts.Place;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.TagRule.Reading;
import org.jspecify.annotations.Nullable;

/// Judges which version the repository itself gives: that of the release tag at the checked out
/// commit, and where there is none, or something is not committed, a development version.
///
/// @param last the last release before, or null where there is none
record PlaceJudgement(String version, Reading.@Nullable Release last, Spelling spelling) {
  /// Whether two texts are one version.
  interface Spelling {
    boolean isSame(String one, String other);
  }

  Clause judge(Place place) {
    var here = place.here();
    if (here == null) {
      return development(
          place,
          "The checked out commit "
              + place.head().shortId()
              + " carries no release tag"
              + (last == null
                  ? ""
                  : ": it is "
                      + place.since()
                      + (place.since() == 1 ? " commit" : " commits")
                      + " after "
                      + last.tag())
              + ".");
    }
    if (place.dirty()) {
      return development(
          place, "What is not committed is in no release, " + here.tag() + " or other.");
    }
    var seen = here.version().normalised();
    return spelling.isSame(seen, version)
        ? Clause.held("the tag " + here.tag() + " gives " + seen)
        : Clause.broken(
            "the tag gives " + seen,
            new Finding(
                Severity.ERROR,
                "The tag " + here.tag() + " is version " + seen + ", not " + version + ".",
                null,
                "Check out the tag of " + version + ", or release what is checked out."));
  }

  /// As `git describe` writes it.
  private Clause development(Place place, String why) {
    var described =
        (place.here() != null
                ? place.here().tag()
                : (last == null ? "" : last.tag() + "-" + place.since() + "-")
                    + "g"
                    + place.head().shortId())
            + (place.dirty() ? "-dirty" : "");
    return Clause.broken(
        "development version " + described,
        new Finding(
            Severity.ERROR,
            why + " The repository gives the development version " + described + ".",
            null,
            "Commit, tag, and build from the tag."));
  }
}

package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.ValueInFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `agree`: several places say the same.
record Agreement(List<Place> places) implements FileRule {
  Agreement {
    places = List.copyOf(places);
  }

  /// @param reference `file#path`, or a file
  /// @param extract a regular expression whose first group is taken out of it, or null
  record Place(String reference, @Nullable String extract) {}

  private record Said(String source, String text, Position at) {}

  @Override
  public String words() {
    return String.join(", ", places.stream().map(Place::reference).toList()) + " agree";
  }

  @Override
  public Clause check(FilePlace place) {
    var said = new ArrayList<Said>();
    var findings = new ArrayList<Finding>();
    for (var each : places) {
      try {
        said.add(something(read(each, place)));
      } catch (Problem missing) {
        findings.add(
            new Finding(
                Severity.ERROR,
                missing.where(),
                Position.of(place.resolved(each.reference()).split("#", 2)[0]),
                missing.next()));
      }
    }
    var texts = new LinkedHashSet<>(said.stream().map(Said::text).toList());
    if (texts.size() > 1) {
      var first = said.getFirst();
      for (var each : said) {
        if (!each.text().equals(first.text())) {
          findings.add(
              new Finding(
                  Severity.ERROR,
                  each.source()
                      + " says "
                      + each.text()
                      + ", and "
                      + first.source()
                      + " says "
                      + first.text()
                      + ".",
                  each.at(),
                  "Make them agree."));
        }
      }
    }
    return findings.isEmpty()
        ? Clause.held(said.size() + " places say " + texts.getFirst())
        : Clause.broken("places do not agree", findings);
  }

  /// Places that say nothing do not agree on anything.
  private static Said something(Said said) {
    if (said.text().isBlank()) {
      throw Problem.of("Value not found", said.source() + " says nothing.", "Give it a value.");
    }
    return said;
  }

  private static Said read(Place each, FilePlace place) {
    var value = ValueInFile.read(place.root(), place.resolved(each.reference()));
    if (each.extract() == null) {
      return new Said(value.source(), value.text(), value.at());
    }
    var regex = place.resolved(each.extract());
    return switch (BoundedPattern.of(regex).find(value.text())) {
      case BoundedPattern.Search.Found found ->
          new Said(value.source(), found.group().strip(), value.at());
      case BoundedPattern.Search.Absent _ ->
          throw Problem.of(
              "Value not found",
              "Nothing in " + value.source() + " matches '" + regex + "'.",
              "Correct the file, or the expression.");
      case BoundedPattern.Search.GaveUp _ ->
          throw Problem.of(
              "Value not found",
              "The regular expression takes too long on " + value.source() + ".",
              "Write a simpler one.");
    };
  }
}

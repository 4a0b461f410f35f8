package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// `text`: every file of a pattern holds a text, or does not.
///
/// @param isPattern whether `text` is a regular expression
/// @param wanted whether it must be there
record Wording(String path, String text, boolean isPattern, boolean wanted) implements FileRule {
  private static final long LARGEST = 16L << 20;

  @Override
  public String words() {
    var verb =
        isPattern
            ? (wanted ? " matches " : " does not match ")
            : wanted ? " contains " : " does not contain ";
    return path + verb + "'" + text + "'";
  }

  @Override
  public Clause check(FilePlace place) throws IOException {
    var files = place.files(path);
    var name = place.resolved(path);
    if (files.isEmpty()) {
      return Clause.broken("no " + name, Finding.error("No file is there under " + name + "."));
    }
    var findings = new ArrayList<Finding>();
    for (var file : files) {
      if (Files.size(file) > LARGEST) {
        return Clause.unclear(
            name + " too large", place.error(file, place.shown(file) + " is larger than 16 MiB."));
      }
      try {
        var found = find(place, Files.readString(file));
        if (found instanceof BoundedPattern.Search.GaveUp) {
          return Clause.unclear(
              "expression too costly",
              place.error(
                  file, "The regular expression takes too long on " + place.shown(file) + "."));
        }
        judge(place, file, found, findings);
      } catch (CharacterCodingException noText) {
        return Clause.unclear(
            name + " is no text", place.error(file, place.shown(file) + " is not UTF-8 text."));
      }
    }
    return findings.isEmpty()
        ? Clause.held(name + (wanted ? " says so" : " does not say so"))
        : Clause.broken(name + (wanted ? " does not say so" : " says so"), findings);
  }

  private BoundedPattern.Search find(FilePlace place, String content) {
    return isPattern
        ? BoundedPattern.of(place.resolved(text)).find(content)
        : BoundedPattern.of(Pattern.quote(place.resolved(text))).find(content);
  }

  private void judge(
      FilePlace place, Path file, BoundedPattern.Search found, ArrayList<Finding> findings)
      throws IOException {
    var name = place.shown(file);
    if (found instanceof BoundedPattern.Search.Found hit && !wanted) {
      var line =
          1
              + (int)
                  Files.readString(file)
                      .substring(0, hit.start())
                      .chars()
                      .filter(c -> c == '\n')
                      .count();
      findings.add(
          new Finding(
              Severity.ERROR,
              name + " must not say '" + place.resolved(text) + "'.",
              Position.of(name, line),
              null));
    } else if (found instanceof BoundedPattern.Search.Absent && wanted) {
      findings.add(place.error(file, name + " does not say '" + place.resolved(text) + "'."));
    }
  }
}

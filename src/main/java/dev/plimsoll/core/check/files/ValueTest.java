package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.ValueInFile;
import java.util.List;

/// `query` beyond equality: what a value, or a list of values, must hold.
///
/// @param reference `file#path`
/// @param texts one, or several for `oneOf`
record ValueTest(String reference, Test test, List<String> texts) implements FileRule {
  private static final int SHOWN = 120;

  ValueTest {
    texts = List.copyOf(texts);
  }

  /// What is asked. Of a list: whether an item is the text, or matches.
  enum Test {
    CONTAINS("contains", false),
    NOT_CONTAINS("notContains", false),
    MATCHES("matches", true),
    NOT_MATCHES("notMatches", true),
    ONE_OF("oneOf", false);

    private final String key;
    private final boolean pattern;

    Test(String key, boolean pattern) {
      this.key = key;
      this.pattern = pattern;
    }

    String key() {
      return key;
    }

    boolean isPattern() {
      return pattern;
    }
  }

  @Override
  public String words() {
    return reference + " " + test.key() + " " + String.join(", ", texts);
  }

  @Override
  public Clause check(FilePlace place) {
    var name = place.resolved(reference);
    List<ValueInFile> values;
    try {
      values = ValueInFile.readAll(place.root(), name);
    } catch (Problem missing) {
      return Clause.broken(
          name + " not readable",
          new Finding(Severity.ERROR, missing.where(), null, missing.next()));
    }
    var wanted = texts.stream().map(place::resolved).toList();
    var isList = values.size() > 1 || !values.getFirst().source().endsWith(pathOf(name));
    var held = false;
    for (var value : values) {
      switch (search(value.text(), wanted, isList)) {
        case BoundedPattern.Search.Found _ -> held = true;
        case BoundedPattern.Search.Absent _ -> {}
        case BoundedPattern.Search.GaveUp _ -> {
          return Clause.unclear(
              "expression too costly",
              Finding.error("The regular expression takes too long on " + value.source() + "."));
        }
      }
    }
    var says = shown(String.join(", ", values.stream().map(ValueInFile::text).toList()));
    return held == (test != Test.NOT_CONTAINS && test != Test.NOT_MATCHES)
        ? Clause.held(name + " is " + says)
        : Clause.broken(
            name + " is " + says,
            new Finding(
                Severity.ERROR,
                name
                    + " says "
                    + says
                    + "; expected: "
                    + test.key()
                    + " "
                    + String.join(", ", wanted)
                    + ".",
                values.getFirst().at(),
                "Correct it, or the checklist."));
  }

  private BoundedPattern.Search search(String value, List<String> wanted, boolean isList) {
    if (test.isPattern()) {
      return BoundedPattern.of(wanted.getFirst()).find(value);
    }
    var holds =
        (test == Test.ONE_OF || isList)
            ? wanted.contains(value)
            : value.contains(wanted.getFirst());
    return holds
        ? new BoundedPattern.Search.Found(value, 0, value.length())
        : new BoundedPattern.Search.Absent();
  }

  private static String pathOf(String reference) {
    return reference.substring(reference.indexOf('#') + 1);
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}

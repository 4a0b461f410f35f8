package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.List;

/// The verb `report`.
///
/// @param junit patterns of JUnit XML files, relative to the repository
/// @param atLeast how many tests there must be, at least 1
/// @param expect what must hold of `tests`, `passed`, `failures`, `errors` and `skipped`
public record Report(List<String> junit, int atLeast, List<Expectation> expect) implements Verb {
  public Report {
    junit = List.copyOf(junit);
    expect = List.copyOf(expect);
  }

  @Override
  public String word() {
    return "report";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    parts.add(atLeast == 1 ? "at least 1 test" : "at least " + atLeast + " tests");
    expect.forEach(expectation -> parts.add(expectation.toString()));
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    return junit.stream().map(glob -> "reads the test reports " + glob).toList();
  }
}

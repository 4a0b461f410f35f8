package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The verb `report`.
///
/// @param format the key that names the files: `junit`, `coverage`
/// @param files patterns of report files, relative to the repository
/// @param atLeast how many of what there must be; what the format counts is always among them
/// @param expect what must hold of the figures
/// @param totals of a JSON report: names and the paths behind them; else empty
public record Report(
    String format,
    List<String> files,
    Map<String, Integer> atLeast,
    List<Expectation> expect,
    Map<String, String> totals)
    implements Verb {
  public Report {
    files = List.copyOf(files);
    atLeast = new LinkedHashMap<>(atLeast);
    expect = List.copyOf(expect);
    totals = new LinkedHashMap<>(totals);
  }

  @Override
  public String word() {
    return "report";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  Format how() {
    return Formats.of(format, totals);
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    var counted = how().counted();
    atLeast.forEach((figure, least) ->
        parts.add(
            "at least "
                + (counted != null && counted.figure().equals(figure)
                    ? counted.words(least)
                    : least + " " + figure)));
    expect.forEach(expectation -> parts.add(expectation.toString()));
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    return files.stream().map(glob -> "reads the " + how().title() + "s " + glob).toList();
  }
}

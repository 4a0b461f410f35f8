package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with files while they are read. Not thread-safe; one per reading.
public final class Findings {
  private final List<Finding> list = new ArrayList<>();

  /// @param message a whole sentence; @param next the next action, a whole sentence
  public void error(Position at, String message, String next) {
    list.add(Finding.error(message, at, next));
  }

  public void warning(Position at, String message, String next) {
    list.add(new Finding(Severity.WARNING, message, at, next));
  }

  public void add(Finding finding) {
    list.add(finding);
  }

  public boolean hasErrors() {
    return list.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /// How many errors there are so far: more of them than before a part was read are that part's.
  public long errors() {
    return list.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
  }

  /// In the order in which they were found.
  public List<Finding> list() {
    return List.copyOf(list);
  }
}

package dev.plimsoll.core.checklist.markdown;

import java.util.List;
import java.util.Optional;

/// What became of something that was imported.
public interface Imported {
  /// The checklist's id.
  String id();

  /// The checklist, or empty where nothing in it makes a step.
  Optional<String> yaml();

  /// What became of every line, in order.
  List<SourceLine> lines();

  /// What looks like a secret or a personal folder, by line.
  List<Literal> literals();

  default long count(SourceLine.Fate fate) {
    return lines().stream().filter(line -> line.fate() == fate).count();
  }
}

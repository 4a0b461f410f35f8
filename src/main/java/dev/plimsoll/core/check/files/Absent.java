package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;

/// `absent`: nothing is there under a path or pattern.
record Absent(String path) implements FileRule {
  private static final int MOST_NAMED = 20;

  @Override
  public String words() {
    return path + " absent";
  }

  @Override
  public Clause check(FilePlace place) {
    var found = place.matching(path);
    var name = place.resolved(path);
    return found.isEmpty()
        ? Clause.held(name + " absent")
        : Clause.broken(
            name + " exists",
            found.stream()
                .limit(MOST_NAMED)
                .map(file -> place.error(file, place.shown(file) + " must not be there."))
                .toList());
  }
}

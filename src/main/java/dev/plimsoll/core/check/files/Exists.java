package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;

/// `exist`: something is there under a path or pattern.
record Exists(String path) implements FileRule {
  @Override
  public String words() {
    return path + " exists";
  }

  @Override
  public Clause check(FilePlace place) {
    var name = place.resolved(path);
    return place.matching(path).isEmpty()
        ? Clause.broken("no " + name, Finding.error("Nothing is there under " + name + "."))
        : Clause.held(name + " exists");
  }
}

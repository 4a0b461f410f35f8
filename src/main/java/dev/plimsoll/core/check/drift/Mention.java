package dev.plimsoll.core.check.drift;

import dev.plimsoll.core.model.Position;

/// One thing that a checklist says is there.
///
/// @param folder where a make target or script is looked for, relative to the repository; empty for
///   its top
record Mention(Kind kind, String name, String folder, Position at) {
  enum Kind {
    PATH("path"),
    ENVIRONMENT("environment name"),
    MAKE_TARGET("make target"),
    NPM_SCRIPT("npm script"),
    ROUTE("route");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  String words() {
    return "the " + kind.words + " " + name;
  }
}

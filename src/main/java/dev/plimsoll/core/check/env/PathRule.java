package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// `under`, `exists`, `sameFile`: what a key says is a path, and it leads where it should.
///
/// @param wanted the folder or file, relative to the repository; empty for [Kind#EXISTS]
record PathRule(String key, Kind kind, String wanted) implements EnvRule {
  enum Kind {
    UNDER,
    EXISTS,
    SAME
  }

  @Override
  public String words() {
    return switch (kind) {
      case UNDER -> key + " under " + wanted;
      case EXISTS -> "what " + key + " names exists";
      case SAME -> key + " is " + wanted;
    };
  }

  @Override
  public Clause check(EnvFacts facts) {
    var name = facts.chosen(key);
    if (name == null || facts.value(name).isBlank()) {
      return Clause.broken(
          key + " missing",
          facts.error(
              name == null ? key : name,
              facts.words(key) + " names no path in " + facts.env().file() + ".",
              "Set it."));
    }
    if (facts.refers(name)) {
      return Clause.unclear(
          name + " refers to another variable",
          facts.error(
              name,
              name + " refers to another variable, which is not looked up.",
              "Write the path out."));
    }
    try {
      return judge(facts, name);
    } catch (InvalidPathException noPath) {
      return Clause.broken(
          name + " no path",
          facts.error(name, name + " is no path on this system.", "Correct it."));
    } catch (IOException unreadable) {
      return Clause.unclear(
          name + " not readable",
          facts.error(name, "What " + name + " names cannot be read.", null));
    }
  }

  private Clause judge(EnvFacts facts, String name) throws IOException {
    var place = place(facts, facts.value(name));
    if (place == null) {
      return Clause.broken(
          name + " leads out of the repository",
          facts.error(
              name,
              name + " leads out of the repository.",
              "Correct it, or allow it with absolute: true."));
    }
    var target = kind == Kind.EXISTS ? null : place(facts, facts.place().resolve().apply(wanted));
    return switch (kind) {
      case EXISTS ->
          Files.exists(place)
              ? Clause.held("what " + name + " names exists")
              : broken(facts, name, "names nothing that exists");
      case UNDER ->
          target != null && !place.equals(target) && place.startsWith(target)
              ? Clause.held(name + " under " + wanted)
              : broken(facts, name, "does not lie under " + wanted);
      case SAME ->
          place.equals(target)
              ? Clause.held(name + " is " + wanted)
              : broken(facts, name, "is not " + wanted);
    };
  }

  private static Clause broken(EnvFacts facts, String name, String what) {
    return Clause.broken(
        name + " " + what, facts.error(name, name + " " + what + ".", "Correct the path."));
  }

  /// Where a path leads, links followed as far as it exists, or null where that is not allowed.
  private static @Nullable Path place(EnvFacts facts, String path) throws IOException {
    var root = facts.place().root().toRealPath();
    var place = real(root.resolve(RepositoryPaths.normalised(path)).normalize());
    return facts.place().absolute() || place.startsWith(root) ? place : null;
  }

  private static Path real(Path path) throws IOException {
    var parent = path.getParent();
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    var name = path.getFileName();
    return parent == null || name == null ? path : real(parent).resolve(name.toString());
  }
}

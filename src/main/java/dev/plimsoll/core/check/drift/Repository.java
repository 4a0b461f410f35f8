package dev.plimsoll.core.check.drift;

import dev.plimsoll.core.check.drift.Mention.Kind;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is there. Reads as much as the mentions ask for. Use it once.
final class Repository {
  private static final long LARGEST = 1L << 20;
  private static final int MOST_COMPARED = 3_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{2,}");
  private static final Pattern TARGET = Pattern.compile("(?m)^([A-Za-z0-9_.%/ -]+?)\\s*::?(?!=)");
  private static final Pattern SCRIPTS = Pattern.compile("\"scripts\"\\s*:\\s*\\{([^}]*)\\}");
  private static final Pattern SCRIPT = Pattern.compile("\"([^\"]+)\"\\s*:");

  private final Path root;
  private final List<String> tracked;
  private final List<String> routeFiles;
  private @Nullable Set<String> names;

  Repository(Path root, List<String> tracked, List<String> routeFiles) {
    this.root = root;
    this.tracked = tracked.stream().filter(path -> !path.startsWith(".plimsoll/")).toList();
    this.routeFiles = List.copyOf(routeFiles);
  }

  boolean has(Mention mention) throws InterruptedException {
    return switch (mention.kind()) {
      case PATH -> hasPath(mention.name());
      case ENVIRONMENT -> names().contains(mention.name());
      case MAKE_TARGET -> targets(mention.folder()).contains(mention.name());
      case NPM_SCRIPT -> scripts(mention.folder()).contains(mention.name());
      case ROUTE -> routeFiles.isEmpty() || hasRoute(mention.name());
    };
  }

  /// The name that was probably meant.
  Optional<String> nearest(Mention mention) throws InterruptedException {
    return switch (mention.kind()) {
      case PATH -> nearestPath(mention.name());
      case ENVIRONMENT ->
          Nearest.nearest(
              mention.name(),
              names().stream()
                  .filter(name -> name.matches("[A-Z][A-Z0-9_]+"))
                  .limit(MOST_COMPARED)
                  .toList());
      case MAKE_TARGET -> Nearest.nearest(mention.name(), targets(mention.folder()));
      case NPM_SCRIPT -> Nearest.nearest(mention.name(), scripts(mention.folder()));
      case ROUTE -> Optional.empty();
    };
  }

  private boolean hasPath(String path) {
    try {
      return Files.exists(new RepositoryPaths(root).inside(path));
    } catch (Problem outside) {
      return false;
    }
  }

  private Optional<String> nearestPath(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    var moved =
        tracked.stream()
            .filter(other -> other.equals(name) || other.endsWith("/" + name))
            .findFirst();
    return moved.isPresent()
        ? moved
        : Nearest.nearest(path, tracked.stream().limit(MOST_COMPARED).toList());
  }

  /// Every name in the files that git tracks, the checklists left out.
  private Set<String> names() throws InterruptedException {
    var known = names;
    if (known == null) {
      known = new HashSet<>();
      for (var path : tracked) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        for (var name : NAME.matcher(text(path)).results().toList()) {
          if (name.group().chars().noneMatch(Character::isLowerCase)) {
            known.add(name.group());
          }
        }
      }
      names = known;
    }
    return known;
  }

  private Set<String> targets(String folder) {
    var targets = new TreeSet<String>();
    for (var name : List.of("GNUmakefile", "makefile", "Makefile")) {
      TARGET
          .matcher(text(under(folder, name)))
          .results()
          .forEach(line -> targets.addAll(List.of(line.group(1).strip().split("\\s+"))));
    }
    return targets;
  }

  private Set<String> scripts(String folder) {
    var scripts = new TreeSet<String>();
    var block = SCRIPTS.matcher(text(under(folder, "package.json")));
    if (block.find()) {
      SCRIPT.matcher(block.group(1)).results().forEach(script -> scripts.add(script.group(1)));
    }
    return scripts;
  }

  /// `/health` does not stand in `/healthz`.
  private boolean hasRoute(String route) {
    var end = route.endsWith("/") ? "" : "(?![A-Za-z0-9_-])";
    return Pattern.compile(Pattern.quote(route) + end).matcher(routes()).find();
  }

  private String routes() {
    var texts = new ArrayList<String>();
    for (var pattern : routeFiles) {
      var files = new RepositoryPaths(root).matching(pattern);
      if (files.isEmpty()) {
        throw Problem.of(
            "Routes not read", "No file is there under " + pattern + ".", "Correct 'routes'.");
      }
      files.forEach(file -> texts.add(text(new RepositoryPaths(root).shown(file))));
    }
    return String.join("\n", texts);
  }

  private static String under(String folder, String name) {
    return folder.isEmpty() || folder.equals(".") ? name : folder + "/" + name;
  }

  /// Empty where it is not there, is a link, or is too large to hold a name that somebody typed.
  private String text(String path) {
    var file = root.resolve(path);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST
          ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  /// For the judgement: whether addresses are held against anything.
  boolean judges(Kind kind) {
    return kind != Kind.ROUTE || !routeFiles.isEmpty();
  }
}

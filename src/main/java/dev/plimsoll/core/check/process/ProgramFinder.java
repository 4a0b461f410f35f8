package dev.plimsoll.core.check.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the file of a program as a shell would: names with a separator from the folder it runs in,
/// others along `PATH`; on Windows with the endings of `PATHEXT`, so that `mvn` finds `mvn.cmd`.
final class ProgramFinder {
  private static final String USUAL_ENDINGS = ".COM;.EXE;.BAT;.CMD";

  private final Map<String, String> environment;
  private final boolean windows;

  ProgramFinder(Map<String, String> environment, boolean windows) {
    this.environment = environment;
    this.windows = windows;
  }

  /// The first file of that name that may be executed.
  Optional<Path> find(String name, Path folder) {
    try {
      if (name.contains("/") || (windows && name.contains("\\"))) {
        return executable(folder.resolve(name).normalize());
      }
      for (var place : variable("PATH").split(Pattern.quote(windows ? ";" : ":"))) {
        var found =
            place.isEmpty()
                ? Optional.<Path>empty()
                : executable(folder.resolve(place).resolve(name));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    } catch (InvalidPathException noName) {
      return Optional.empty();
    }
  }

  private Optional<Path> executable(Path file) {
    return spellings(file).stream()
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private List<Path> spellings(Path file) {
    if (!windows) {
      return List.of(file);
    }
    var name = file.getFileName().toString();
    var endings = variable("PATHEXT").isEmpty() ? USUAL_ENDINGS : variable("PATHEXT");
    var spellings = new ArrayList<Path>();
    for (var ending : endings.split(";")) {
      if (!ending.isEmpty()
          && name.toUpperCase(Locale.ROOT).endsWith(ending.toUpperCase(Locale.ROOT))) {
        return List.of(file);
      }
      spellings.add(file.resolveSibling(name + ending.toLowerCase(Locale.ROOT)));
      spellings.add(file.resolveSibling(name + ending));
    }
    return spellings;
  }

  private String variable(String name) {
    return environment.entrySet().stream()
        .filter(
            entry -> windows ? entry.getKey().equalsIgnoreCase(name) : entry.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}

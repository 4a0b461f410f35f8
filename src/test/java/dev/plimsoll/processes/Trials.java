package dev.plimsoll.processes;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which tests break which step, and which show what the product itself carries.
///
/// @param bySteps names of tests by `process/checklist/step`
/// @param byIds names of tests by requirement, for what no step of a process carries
record Trials(Map<String, Set<String>> bySteps, Map<String, Set<String>> byIds) {
  private static final Path LIST = Path.of("src/test/resources/processes/tried.txt");

  static Trials all() throws IOException {
    var bySteps = new TreeMap<String, Set<String>>();
    new ClassFileImporter()
        .importPackages(Trials.class.getPackageName()).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Breaks.class))
            .forEach(method ->
                Arrays.stream(method.getAnnotationOfType(Breaks.class).value())
                    .forEach(step -> add(bySteps, step, name(method))));
    return new Trials(bySteps, listed());
  }

  /// Lines `ID TestClass#method`, the class without `dev.plimsoll.`.
  private static Map<String, Set<String>> listed() throws IOException {
    var byIds = new TreeMap<String, Set<String>>();
    for (var line : Files.readAllLines(LIST)) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      var parts = line.split("[ #]");
      mustExist("dev.plimsoll." + parts[1], parts[2]);
      add(byIds, parts[0], parts[1].substring(parts[1].lastIndexOf('.') + 1) + "." + parts[2]);
    }
    return byIds;
  }

  private static void mustExist(String type, String method) {
    try {
      if (Arrays.stream(Class.forName(type).getDeclaredMethods())
          .noneMatch(there -> there.getName().equals(method))) {
        throw new IllegalStateException("no test " + method + " in " + type);
      }
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("no test class " + type, missing);
    }
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }

  private static void add(Map<String, Set<String>> map, String key, String test) {
    map.computeIfAbsent(key, _ -> new TreeSet<>()).add(test);
  }
}

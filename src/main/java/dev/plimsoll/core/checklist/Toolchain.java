package dev.plimsoll.core.checklist;

import dev.plimsoll.core.checklist.WorkFolder.Package;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a repository is built and tested, guessed from the files that lie in it.
///
/// @param id step id
/// @param found what was seen, for a person: `Java, built with Maven (pom.xml)`
/// @param tests how its tests are run, or null where it was not told
/// @param versions where its version usually stands, as `file#path`, the most telling first
/// @param scheme `semver` or `pep440`
record Toolchain(
    String id, String found, @Nullable Tests tests, List<String> versions, String scheme) {
  Toolchain {
    versions = List.copyOf(versions);
  }

  /// @param run what `command.run` says, in YAML
  /// @param report the pattern of its JUnit reports, or null where it writes none by itself
  record Tests(String run, @Nullable String report) {}

  /// The toolchains whose marks lie in `here`, the most telling first.
  static List<Toolchain> in(WorkFolder here) {
    var found = new ArrayList<Toolchain>();
    addJava(here, found);
    addNode(here, found);
    addPython(here, found);
    addOthers(here, found);
    if (found.stream().allMatch(toolchain -> toolchain.tests() == null)
        && here.text("Makefile").lines().anyMatch(line -> line.startsWith("test:"))) {
      found.add(
          new Toolchain(
              "make",
              "make test (Makefile)",
              new Tests("[make, test]", null),
              List.of(),
              "semver"));
    }
    return found;
  }

  private static void addJava(WorkFolder here, List<Toolchain> found) {
    if (here.has("pom.xml")) {
      var run = here.has("mvnw") ? wrapped("mvnw", "-B, verify") : "[mvn, -B, verify]";
      found.add(
          new Toolchain(
              "maven",
              "Java, built with Maven (pom.xml)",
              new Tests(run, "**/target/*-reports/TEST-*.xml"),
              List.of("pom.xml#project.version"),
              "semver"));
    }
    var gradle = here.firstOf("build.gradle", "build.gradle.kts");
    if (gradle != null) {
      var run = here.has("gradlew") ? wrapped("gradlew", "build") : "[gradle, build]";
      found.add(
          new Toolchain(
              "gradle",
              "Java or Kotlin, built with Gradle (" + gradle + ")",
              new Tests(run, "**/build/test-results/test/TEST-*.xml"),
              List.of("gradle.properties#version", gradle + "#version"),
              "semver"));
    }
  }

  private static void addNode(WorkFolder here, List<Toolchain> found) {
    if (!here.has("package.json")) {
      return;
    }
    var text = here.text("package.json");
    var program = here.has("pnpm-lock.yaml") ? "pnpm" : here.has("yarn.lock") ? "yarn" : "npm";
    // what npm init writes is no test
    var tested = text.contains("\"test\"") && !text.contains("no test specified");
    found.add(
        new Toolchain(
            program,
            "JavaScript or TypeScript with " + program + " (package.json)",
            tested ? new Tests("[" + program + ", test]", null) : null,
            List.of("package.json#version"),
            "semver"));
  }

  private static void addPython(WorkFolder here, List<Toolchain> found) {
    var mark =
        here.firstOf(
            "pyproject.toml",
            "setup.py",
            "setup.cfg",
            "requirements.txt",
            "tox.ini",
            "pytest.ini",
            "conftest.py");
    if (mark == null) {
      return;
    }
    var versions = new ArrayList<String>();
    versions.add("pyproject.toml#project.version");
    versions.add("pyproject.toml#tool.poetry.version");
    versions.add("setup.cfg#metadata.version");
    here.packages().stream()
        .map(Package::initFile)
        .forEach(file -> versions.add(file + "#__version__"));
    // pytest keeps its cache out of git by itself, so the report does not make the tree dirty
    found.add(
        new Toolchain(
            "pytest",
            "Python" + (isPytest(here) ? ", tested with pytest" : "") + " (" + mark + ")",
            isPytest(here)
                ? new Tests(
                    "[pytest, --junitxml=.pytest_cache/junit.xml]", ".pytest_cache/junit.xml")
                : null,
            versions,
            "pep440"));
  }

  private static boolean isPytest(WorkFolder here) {
    return here.has("pytest.ini")
        || here.has("conftest.py")
        || here.has("tests/conftest.py")
        || here.text("pyproject.toml").contains("pytest")
        || here.text("setup.cfg").contains("pytest")
        || here.text("tox.ini").contains("pytest")
        || here.hasFolder("tests");
  }

  private static void addOthers(WorkFolder here, List<Toolchain> found) {
    if (here.has("Cargo.toml")) {
      found.add(
          new Toolchain(
              "cargo",
              "Rust with Cargo (Cargo.toml)",
              new Tests("[cargo, test]", null),
              List.of("Cargo.toml#package.version", "Cargo.toml#workspace.package.version"),
              "semver"));
    }
    if (here.has("go.mod")) {
      found.add(
          new Toolchain(
              "go", "Go (go.mod)", new Tests("[go, test, ./...]", null), List.of(), "semver"));
    }
  }

  private static String wrapped(String wrapper, String arguments) {
    var windows = wrapper.equals("mvnw") ? "mvnw.cmd" : "gradlew.bat";
    return "{linux: [./%1$s, %2$s], macos: [./%1$s, %2$s], windows: [%3$s, %2$s]}"
        .formatted(wrapper, arguments, windows);
  }
}

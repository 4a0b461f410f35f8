package dev.plimsoll.core.checklist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a repository is tested, guessed from the files that lie in it.
///
/// @param id step id
/// @param run what `command.run` says, in YAML
/// @param report the pattern of its JUnit reports, or null where it writes none by itself
/// @param version where its version usually stands, as `file#path`, or null
/// @param scheme `semver` or `pep440`
record Toolchain(
    String id, String run, @Nullable String report, @Nullable String version, String scheme) {
  private static final long LARGEST = 1 << 20;

  /// The toolchains whose marks lie in `root`, the most telling first.
  static List<Toolchain> in(Path root) {
    var found = new ArrayList<Toolchain>();
    if (has(root, "pom.xml")) {
      var run = has(root, "mvnw") ? wrapped("mvnw", "-B, verify") : "[mvn, -B, verify]";
      found.add(
          new Toolchain(
              "maven", run, "**/target/*-reports/TEST-*.xml", "pom.xml#project.version", "semver"));
    }
    if (has(root, "build.gradle") || has(root, "build.gradle.kts")) {
      var run = has(root, "gradlew") ? wrapped("gradlew", "build") : "[gradle, build]";
      found.add(
          new Toolchain(
              "gradle",
              run,
              "**/build/test-results/test/TEST-*.xml",
              "gradle.properties#version",
              "semver"));
    }
    if (text(root, "package.json").contains("\"test\"")) {
      found.add(new Toolchain("npm", "[npm, test]", null, "package.json#version", "semver"));
    }
    if (isPython(root)) {
      // pytest keeps its cache out of git by itself, so the report does not make the tree dirty
      found.add(
          new Toolchain(
              "pytest",
              "[pytest, --junitxml=.pytest_cache/junit.xml]",
              ".pytest_cache/junit.xml",
              "pyproject.toml#project.version",
              "pep440"));
    }
    if (has(root, "Cargo.toml")) {
      found.add(
          new Toolchain("cargo", "[cargo, test]", null, "Cargo.toml#package.version", "semver"));
    }
    if (has(root, "go.mod")) {
      found.add(new Toolchain("go", "[go, test, ./...]", null, null, "semver"));
    }
    if (found.isEmpty()
        && text(root, "Makefile").lines().anyMatch(line -> line.startsWith("test:"))) {
      found.add(new Toolchain("make", "[make, test]", null, null, "semver"));
    }
    return found;
  }

  private static boolean isPython(Path root) {
    return has(root, "pytest.ini")
        || has(root, "conftest.py")
        || text(root, "pyproject.toml").contains("pytest")
        || (has(root, "pyproject.toml") && Files.isDirectory(root.resolve("tests")));
  }

  private static String wrapped(String wrapper, String arguments) {
    var windows = wrapper.equals("mvnw") ? "mvnw.cmd" : "gradlew.bat";
    return "{linux: [./%1$s, %2$s], macos: [./%1$s, %2$s], windows: [%3$s, %2$s]}"
        .formatted(wrapper, arguments, windows);
  }

  static boolean has(Path root, String file) {
    return Files.isRegularFile(root.resolve(file));
  }

  /// The file's text, empty where there is none or it is too large or no text.
  private static String text(Path root, String file) {
    var path = root.resolve(file);
    try {
      return Files.isRegularFile(path) && Files.size(path) <= LARGEST
          ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
          : "";
    } catch (IOException unreadable) {
      return "";
    }
  }
}

package dev.plimsoll.core.checklist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a repository says about its releases, guessed from the files that lie in it.
///
/// @param changelog its changelog, or null
/// @param dockerfile or null
/// @param compose or null
/// @param envExample the list of settings without values, or null
/// @param toolchains the most telling first
record Landmarks(
    @Nullable String changelog,
    @Nullable String dockerfile,
    @Nullable String compose,
    @Nullable String envExample,
    List<Toolchain> toolchains) {
  Landmarks {
    toolchains = List.copyOf(toolchains);
  }

  static Landmarks in(WorkFolder here) {
    return new Landmarks(
        here.firstOf(
            "CHANGELOG.md", "Changelog.md", "changelog.md", "CHANGES.md", "docs/CHANGELOG.md"),
        here.firstOf("Dockerfile", "docker/Dockerfile", "Containerfile"),
        here.firstOf("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"),
        here.firstOf(".env.example", ".env.sample", ".env.template"),
        Toolchain.in(here));
  }

  /// What was seen, one line each.
  List<String> found() {
    var found = new ArrayList<String>();
    toolchains.forEach(toolchain -> found.add(toolchain.found()));
    add(found, "changelog", changelog);
    add(found, "Dockerfile", dockerfile);
    add(found, "compose file", compose);
    add(found, "settings without values", envExample);
    return found;
  }

  private static void add(List<String> found, String what, @Nullable String file) {
    if (file != null) {
      found.add(what.equals(file) ? what : what + " (" + file + ")");
    }
  }

  /// The steps of the section about what is shipped, as YAML; empty where nothing was found.
  String shippedSteps() {
    var steps = new StringBuilder();
    if (dockerfile != null) {
      steps.append(
          """
                - id: image
                  title: The image builds
                  command: {run: [docker, build, --file, %s, .]}
                  timeout: 30m
          """
              .formatted(dockerfile));
    }
    if (compose != null) {
      steps.append(
          """
                - id: compose
                  title: The compose file is valid
                  command: {run: [docker, compose, --file, %s, config, --quiet]}
          """
              .formatted(compose));
    }
    if (envExample != null) {
      steps.append(
          """
                - id: no-settings-committed
                  title: No .env with values is committed
                  why: "%s is for everybody; what stands in .env is not."
                  command: {run: [git, ls-files, --, .env]}
                  expect: ["stdout isEmpty"]
          """
              .formatted(envExample));
    }
    return steps.toString();
  }
}

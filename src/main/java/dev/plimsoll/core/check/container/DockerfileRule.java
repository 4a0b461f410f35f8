package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/// `dockerfile`: facts about the image that a Dockerfile makes.
record DockerfileRule(String file, List<Wanted> wanted) implements ContainerRule {
  DockerfileRule {
    wanted = List.copyOf(wanted);
  }

  /// @param text what it is about; empty where the kind says it all
  record Wanted(Kind kind, String text) {
    String words() {
      return kind.words + (text.isEmpty() ? "" : " " + text);
    }
  }

  enum Kind {
    FROM("from"),
    VOLUME("volume"),
    HEALTHCHECK("a health check"),
    HEALTHCHECK_SAYS("a health check with"),
    PACKAGE("installs"),
    NO_PACKAGE("does not install"),
    COPY("copies"),
    NO_COPY("does not copy"),
    ENTRYPOINT_SAYS("an entry point with"),
    USER("user"),
    NOT_ROOT("a user other than root");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  @Override
  public String words() {
    return file + ": " + wanted.stream().map(Wanted::words).collect(Collectors.joining(", "));
  }

  @Override
  public String describe() {
    return "reads " + file;
  }

  @Override
  public List<Clause> check(StepContext context) {
    var name = context.variables().resolve(file);
    if (!Files.exists(new RepositoryPaths(context.subject().root()).inside(name))) {
      return List.of(
          Clause.broken(
              "no " + name,
              Finding.error(
                  name + " is not there.", Position.of(name), "Create it, or correct the path.")));
    }
    var dockerfile = Dockerfile.parse(name, ContainerRule.text(context, name));
    if (dockerfile.stages().isEmpty()) {
      return List.of(
          Clause.broken(
              name + " makes no image",
              Finding.error(
                  name + " has no FROM.", Position.of(name), "Say what it starts from.")));
    }
    var judgement = new DockerfileJudgement(dockerfile);
    return wanted.stream()
        .map(
            one -> judgement.judge(new Wanted(one.kind(), context.variables().resolve(one.text()))))
        .toList();
  }
}

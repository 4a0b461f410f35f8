package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.Proofs;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.model.Project;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What a set is given, the same for whoever asks: the window, the command line, and a step.
public final class Surround {
  private static final String SCRATCH = "plimsoll-scratch";

  private Surround() {}

  /// @param environment of the commands that a set runs, without secrets
  /// @param secrets by name, as far as they are known
  /// @param mask takes secrets out of texts
  public record Allowed(
      Map<String, String> environment, Map<String, String> secrets, UnaryOperator<String> mask) {
    public Allowed {
      environment = Map.copyOf(environment);
      secrets = Map.copyOf(secrets);
    }
  }

  /// @param repository the work tree's top folder
  public static Surroundings of(Project project, Path repository, Clock clock, Allowed allowed) {
    return new Surroundings(
        project,
        repository,
        scratch(repository),
        new Surroundings.Machine(
            clock,
            clock.getZone(),
            allowed.environment(),
            allowed.mask(),
            secret -> {
              var value = allowed.secrets().get(secret);
              return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
            }),
        Proofs.NONE);
  }

  /// Inside `.git`, where nobody commits it and it lies on the same disk; in a further work tree,
  /// whose `.git` is a file, beside what is saved.
  private static Path scratch(Path repository) {
    var git = repository.resolve(".git");
    return Files.isDirectory(git) ? git.resolve(SCRATCH) : repository.resolve(".plimsoll-scratch");
  }
}

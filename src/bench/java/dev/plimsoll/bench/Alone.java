package dev.plimsoll.bench;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.Tap;
import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.ReleaseType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a verb needs that is carried out by itself, outside of a run.
final class Alone {
  private Alone() {}

  static StepContext in(Path root) {
    var rule = new Project.VersionRule(null, List.of("semver"), "v{version}", List.of());
    var project =
        new Project(
            "bench",
            List.of(),
            new Project.Rules(
                rule, List.of("main"), Map.of(), new Project.Solo(true, Duration.ZERO)),
            List.of(),
            new Project.Desk(List.of(), List.of()),
            Set.of(),
            new Checklist.Source(".plimsoll/project.yaml", "0".repeat(64), ""));
    var bound = new Binding("0".repeat(40), "1".repeat(40), "main", false);
    var candidate = new Candidate("bench", "1.0.0", "v1.0.0", ReleaseType.PATCH, bound);
    return new StepContext(
        new StepContext.Subject(project, candidate, root),
        new Variables(Map.of()),
        new StepContext.Workplace(Map.of(), Map.of(), Clock.systemUTC(), Duration.ofMinutes(10)),
        new Silent(),
        new Nobody(candidate));
  }

  private static final class Silent implements Tap {
    @Override
    public void line(String stream, String text) {}

    @Override
    public Evidence keep(String name, String mediaType, InputStream bytes) throws IOException {
      return new Evidence(name, "0".repeat(64), mediaType, bytes.readAllBytes().length);
    }
  }

  private record Nobody(Candidate candidate) implements StepContext.ReleaseAccess {
    @Override
    public String checkpoint() {
      throw new UnsupportedOperationException("no log");
    }

    @Override
    public void record(StepContext.Effect effect) {
      throw new UnsupportedOperationException("no log");
    }

    @Override
    public @Nullable Path signingKey() {
      return null;
    }

    @Override
    public ReleaseState state() {
      return new ReleaseState(candidate, 1, List.of(), List.of(), List.of(), null, null);
    }
  }
}

package dev.plimsoll.core.check;

import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Verb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything a verb needs, around a real folder: version 1.5.0 of "sample" is on its way out.
public final class Stage {
  public static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private final Path root;
  public final TestTap tap = new TestTap();
  public final List<StepContext.Effect> effects = new ArrayList<>();
  private final Map<String, String> secrets = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private String version = "1.5.0";
  private ReleaseType type = ReleaseType.MINOR;
  private @Nullable Path signingKey;
  private Duration limit = Duration.ofMinutes(2);
  private PastRuns past = PastRuns.NONE;
  private Project.Audit audit = Project.Audit.NONE;
  private Project.VersionRule rule =
      new Project.VersionRule(null, List.of("semver"), "v{version}", List.of());

  public Stage(Path root) {
    this.root = root;
    environment.remove("SSH_AUTH_SOCK");
  }

  public Stage secret(String name, String value) {
    secrets.put(name, value);
    return this;
  }

  public Stage releasing(String version, ReleaseType type) {
    this.version = version;
    this.type = type;
    return this;
  }

  /// The longest an attempt may take.
  public Stage within(Duration limit) {
    this.limit = limit;
    return this;
  }

  public Stage rule(Project.VersionRule rule) {
    this.rule = rule;
    return this;
  }

  public Stage after(PastRuns past) {
    this.past = past;
    return this;
  }

  public Stage auditing(Project.Audit audit) {
    this.audit = audit;
    return this;
  }

  public Stage signingWith(Path key) {
    signingKey = key;
    return this;
  }

  /// Reads a verb, and fails where the checklist would not pass lint.
  public static <V extends Verb> V read(
      VerbDefinition<V> definition, @Nullable Object value, @Nullable Object expect) {
    var findings = new Findings();
    Node expected = expect == null ? null : Nodes.of(expect);
    var verb = definition.read(Nodes.of(value), expected, findings);
    if (findings.hasErrors() || verb == null) {
      throw new AssertionError("lint: " + findings.list());
    }
    return definition.type().cast(verb);
  }

  /// What lint says about a verb, one line each.
  public static List<String> lint(
      VerbDefinition<?> definition, @Nullable Object value, @Nullable Object expect) {
    var findings = new Findings();
    var verb = definition.read(Nodes.of(value), expect == null ? null : Nodes.of(expect), findings);
    if (verb == null && !findings.hasErrors()) {
      throw new AssertionError("refused without a word");
    }
    return findings.list().stream().map(Object::toString).toList();
  }

  /// Reads and carries out.
  public <V extends Verb> Conclusion carryOut(VerbDefinition<V> definition, @Nullable Object value)
      throws InterruptedException {
    return carryOut(definition, value, null);
  }

  public <V extends Verb> Conclusion carryOut(
      VerbDefinition<V> definition, @Nullable Object value, @Nullable Object expect)
      throws InterruptedException {
    return definition.carryOut(read(definition, value, expect), context());
  }

  public StepContext context() {
    var tag = rule.tagFor(version);
    var candidate = new Candidate("sample", version, tag, type, binding());
    var variables = new HashMap<String, String>();
    variables.put("version", version);
    variables.put("tag", tag);
    variables.put("product", "sample");
    variables.put("branch", candidate.bound().branch());
    variables.put("commit", candidate.bound().commit());
    secrets.forEach((name, value) -> variables.put("secret." + name, value));
    return new StepContext(
        new StepContext.Subject(project(), candidate, root),
        new Variables(variables),
        new StepContext.Workplace(environment, secrets, Clock.fixed(NOW, ZoneOffset.UTC), limit),
        tap,
        access(candidate));
  }

  private Binding binding() {
    if (!Files.exists(root.resolve(".git"))) {
      return new Binding("0".repeat(40), "1".repeat(40), "main", false);
    }
    try (var repository = GitRepository.open(root)) {
      return repository.hasCommits()
          ? repository.binding()
          : new Binding("0".repeat(40), "1".repeat(40), "main", false);
    }
  }

  private Project project() {
    return new Project(
            "sample",
            List.of(),
            new Project.Rules(
                rule, List.of("main", "hotfix/*"), Map.of(), new Project.Solo(true, Duration.ZERO)),
            List.of(),
            new Project.Desk(List.of(), List.of()),
            Set.copyOf(secrets.keySet()),
            new Checklist.Source(".plimsoll/project.yaml", "2".repeat(64), ""))
        .with(audit);
  }

  private StepContext.ReleaseAccess access(Candidate candidate) {
    return new StepContext.ReleaseAccess() {
      @Override
      public String checkpoint() {
        return "plimsoll.dev/log/0123\n42\nbase64root=\n\n— plimsoll.dev/log/0123 c2lnbmF0dXJl\n";
      }

      @Override
      public void record(StepContext.Effect effect) {
        effects.add(effect);
      }

      @Override
      public @Nullable Path signingKey() {
        return signingKey;
      }

      @Override
      public ReleaseState state() {
        return new ReleaseState(candidate, 1, List.of(), List.of(), List.of(), null, null);
      }

      @Override
      public PastRuns past() {
        return past;
      }
    };
  }
}

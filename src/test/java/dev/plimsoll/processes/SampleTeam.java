package dev.plimsoll.processes;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.ReleaseDesk;
import dev.plimsoll.core.Sandbox;
import dev.plimsoll.core.checklist.Scaffold;
import dev.plimsoll.core.checklist.Scaffold.Surroundings;
import dev.plimsoll.core.checklist.ShippedProcess;
import dev.plimsoll.core.checklist.Signatory;
import dev.plimsoll.core.git.Identity;
import dev.plimsoll.core.git.NewRepository;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.run.RunOptions;
import dev.plimsoll.core.run.RunSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInfo;

/// A team that releases by a shipped process: a real repository with history, put together from
/// `samples/NAME`, with `.plimsoll/` as `plimsoll init --process NAME` makes it, its placeholders
/// filled in. Programs that are slow or not on every machine are small scripts on the path.
///
/// The release before is tagged; what the test changes is committed on top of it.
final class SampleTeam implements AutoCloseable {
  private static final Path RESOURCES = Path.of("src/test/resources/processes");
  private static final Identity ADA = new Identity("Ada", Sandbox.ADA);

  final Sandbox sandbox;
  private final String process;
  private @Nullable Plimsoll plimsoll;
  private @Nullable OpenProject project;
  private final Map<String, RunSession> sessions = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> parameters = new LinkedHashMap<>();

  private final List<AutoCloseable> services = new ArrayList<>();

  /// The team's clock; it is turned on by itself where a step waits for a service's quota.
  final TurningClock clock = new TurningClock();

  /// @param before the version that is released already, as the sample has it
  SampleTeam(Path folder, String process, String before) throws Exception {
    this.process = process;
    this.sandbox = Sandbox.empty(folder);
    standIns();
    NewRepository.create(
        sandbox.repository,
        files(),
        ADA,
        "main",
        Clock.systemUTC().instant().minus(Duration.ofDays(40)));
    var tag =
        new ProcessBuilder("git", "tag", "-a", "-m", "Release v" + before, "v" + before)
            .directory(sandbox.repository.toFile());
    tag.environment().putAll(sandbox.environment);
    if (tag.start().waitFor() != 0) {
      throw new IOException("not tagged");
    }
  }

  private void standIns() throws IOException {
    var bin = Files.createDirectories(sandbox.folder.resolve("bin"));
    for (var name : List.of("pytest", "python", "pip-audit", "docker", "duckdb", "pip")) {
      standIn(name, bin.resolve(name));
    }
    for (var name : List.of("flake8", "black", "isort", "mypy", "bandit")) {
      standIn("linter", bin.resolve(name));
    }
    sandbox.environment.put("PATH", bin + ":" + System.getenv("PATH"));
    sandbox.environment.put(
        "DOCKER_STANDS_IN", Files.createDirectories(sandbox.folder.resolve("docker")).toString());
  }

  private static void standIn(String script, Path as) throws IOException {
    Files.copy(RESOURCES.resolve("stand-ins").resolve(script), as);
    if (!as.toFile().setExecutable(true)) {
      throw new IOException(as + " cannot be made executable");
    }
  }

  private Map<String, String> files() throws IOException {
    var files = new LinkedHashMap<String, String>();
    var sample = RESOURCES.resolve("samples").resolve(process);
    try (var found = Files.walk(sample)) {
      for (var file : found.filter(Files::isRegularFile).toList()) {
        var path = sample.relativize(file).toString().replace('\\', '/');
        files.put(path.replaceFirst("(^|/)dot-", "$1."), Files.readString(file));
      }
    }
    var key = Files.readString(sandbox.keyFile.resolveSibling("ada.pub"));
    var here =
        new Surroundings(
            sandbox.repository,
            "main",
            List.of(new Signatory(Sandbox.ADA, "Ada", key)),
            place -> place.startsWith("pyproject.toml"));
    Scaffold.files(ShippedProcess.named(process), here)
        .forEach(
            (path, text) -> files.put(path, path.endsWith("project.yaml") ? filledIn(text) : text));
    return files;
  }

  /// As a team of one person makes it: contacts filled in, the placeholder of a person gone.
  private static String filledIn(String project) {
    return project
        .replace("[Your contact]", "Grace")
        .replace("[how to reach them]", "12")
        .replaceFirst("(?m)^ +- \\{principal: you@example.org.*\\n", "");
  }

  Path root() {
    return sandbox.repository;
  }

  /// Where the stand-in for docker keeps what it knows.
  SampleTeam docker(String file, String text) throws IOException {
    Files.writeString(sandbox.folder.resolve("docker").resolve(file), text);
    return this;
  }

  /// Another stand-in for a program.
  void standIn(String program, String script) throws IOException {
    Files.writeString(sandbox.folder.resolve("bin").resolve(program), script);
  }

  SampleTeam write(String path, String text) throws IOException {
    var file = root().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /// Changes a file that holds `from`.
  SampleTeam change(String path, String from, String to) throws IOException {
    var text = Files.readString(root().resolve(path));
    if (!text.contains(from)) {
      throw new IllegalArgumentException(path + " does not hold: " + from);
    }
    return write(path, text.replace(from, to));
  }

  SampleTeam commit(String message) {
    NewRepository.commitAll(
        root(), ADA, message, Clock.systemUTC().instant().minus(Duration.ofHours(1)));
    return this;
  }

  /// Closes a service together with the team.
  SampleTeam served(AutoCloseable service) {
    services.add(service);
    return this;
  }

  /// What a checklist is given when it is opened.
  SampleTeam given(String checklist, Map<String, String> values) {
    parameters.put(checklist, values);
    return this;
  }

  /// The release that the sample proposes, its files trusted as they are at the first call.
  ReleaseDesk release() {
    var open = project;
    if (open == null) {
      plimsoll = sandbox.open(clock);
      open = plimsoll.project(root());
      open.trust(open.trustQuestion().digest());
      project = open;
    }
    return open.release(open.propose().version());
  }

  /// Goes on to the next release: the version is raised and committed, open runs are closed.
  void next(String version, String next) throws IOException {
    sessions.values().forEach(RunSession::close);
    sessions.clear();
    change("pyproject.toml", version, next).commit("feat: what comes next");
  }

  RunSession open(String checklist) {
    return sessions.computeIfAbsent(
        checklist,
        id -> {
          var key = sandbox.ada("operator").signer().publicKey().fingerprint();
          var session =
              release()
                  .open(
                      id,
                      new RunOptions(
                          parameters.getOrDefault(id, Map.of()),
                          false,
                          new Actor(Sandbox.ADA, key),
                          Answer.Origin.WINDOW));
          session.signActionsWith(sandbox.keyFile);
          clock.turnFor(session);
          return session;
        });
  }

  /// Walks the machine's part of every checklist that the test's [Breaks] names.
  ///
  /// @return the steps that ran and did not pass
  Set<String> failures(TestInfo test) throws InterruptedException {
    var failures = new TreeSet<String>();
    for (var checklist : checklists(test)) {
      var session = open(checklist);
      session.startAutomatic();
      session.awaitIdle();
      for (var step : session.view().steps()) {
        switch (step.standing()) {
          case PASSED, WARNED, NOT_RUN, NOT_APPLICABLE -> {}
          default -> failures.add(process + "/" + checklist + "/" + step.step().id());
        }
      }
    }
    return failures;
  }

  /// What the test's [Breaks] says must fail.
  static Set<String> intended(TestInfo test) {
    return new TreeSet<>(
        Set.of(test.getTestMethod().orElseThrow().getAnnotation(Breaks.class).value()));
  }

  private static Set<String> checklists(TestInfo test) {
    return intended(test).stream()
        .map(step -> step.split("/")[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Everything that the last attempt at a step says, findings with their places.
  String said(String checklist, String step) {
    return open(checklist)
        .view()
        .step(step)
        .map(view -> view.state())
        .flatMap(StepState::lastAttempt)
        .map(attempt -> attempt.ending())
        .map(ending ->
            ending.outcome().observed()
                + "\n"
                + ending.outcome().findings().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining("\n")))
        .orElse("");
  }

  /// What the last attempt at a step found.
  List<Finding> findings(String checklist, String step) {
    return open(checklist)
        .view()
        .step(step)
        .map(view -> view.state())
        .flatMap(StepState::lastAttempt)
        .map(attempt -> attempt.ending())
        .map(ending -> ending.outcome().findings())
        .orElse(List.of());
  }

  @Override
  public void close() {
    sessions.values().forEach(RunSession::close);
    if (project != null) {
      project.close();
    }
    if (plimsoll != null) {
      plimsoll.close();
    }
    for (var service : services) {
      try {
        service.close();
      } catch (Exception unclosed) {
        throw new IllegalStateException(unclosed);
      }
    }
  }
}

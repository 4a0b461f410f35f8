package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.patience.Patience;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `health`: every service of a compose project runs and is healthy.
///
/// @param ps the program that lists them as JSON
/// @param services names of services or containers that must be among them
/// @param ended services that do their work and end
/// @param until ask again until it is so, or null
record HealthRule(
    List<String> ps, List<String> services, List<String> ended, @Nullable Patience until)
    implements ContainerRule {
  static final List<String> USUAL = List.of("docker", "compose", "ps", "--all", "--format", "json");

  HealthRule {
    ps = List.copyOf(ps);
    services = List.copyOf(services);
    ended = List.copyOf(ended);
  }

  @Override
  public String words() {
    var healthy =
        services.isEmpty() ? "all services healthy" : String.join(", ", services) + " healthy";
    return until == null ? healthy : healthy + " " + until.words();
  }

  @Override
  public String describe() {
    return "runs " + String.join(" ", ps);
  }

  @Override
  public List<Clause> check(StepContext context) throws InterruptedException {
    return until == null ? clauses(context) : until.answer(context, new Asking(context));
  }

  private List<Clause> clauses(StepContext context) throws InterruptedException {
    return List.of(judge(ServiceStates.parse(Asked.output(context, ps))));
  }

  /// One question, which may be asked again.
  private final class Asking implements Patience.Question<List<Clause>> {
    private final StepContext context;

    private Asking(StepContext context) {
      this.context = context;
    }

    @Override
    public List<Clause> ask() throws InterruptedException {
      return clauses(context);
    }

    @Override
    public boolean isEnough(List<Clause> clauses) {
      return Clause.outcome(clauses) instanceof Outcome.Passed;
    }

    @Override
    public String missing(List<Clause> clauses) {
      var findings = Clause.outcome(clauses).findings();
      return findings.isEmpty() ? "nothing was said" : findings.getFirst().message();
    }
  }

  private Clause judge(@Nullable List<ServiceState> states) {
    if (states == null) {
      return Clause.unclear(
          "answer not understood",
          Finding.error(
              ps.getFirst() + " printed neither a JSON array nor lines of JSON.",
              Position.of("stdout.txt"),
              "See what it prints; it must be asked with --format json."));
    }
    if (states.isEmpty()) {
      return Clause.broken(
          "no service",
          Finding.error("Not one service is there. Start them: docker compose up -d"));
    }
    var findings = new ArrayList<Finding>();
    for (var name : services) {
      if (states.stream().noneMatch(state -> state.isNamed(name))) {
        findings.add(Finding.error("The service " + name + " is not there."));
      }
    }
    states.stream()
        .map(this::flaw)
        .filter(flaw -> flaw != null)
        .map(Finding::error)
        .forEach(findings::add);
    var healthy = states.stream().map(ServiceState::name).collect(Collectors.joining(", "));
    return findings.isEmpty()
        ? Clause.held(healthy + " healthy")
        : Clause.broken(findings.size() + " of " + states.size() + " not healthy", findings);
  }

  private @Nullable String flaw(ServiceState state) {
    if (ended.stream().anyMatch(state::isNamed)) {
      return state.state().equals("exited") && state.exitCode() == 0
          ? null
          : state.name() + " is " + state.state() + ", and should have ended with 0.";
    }
    if (!state.state().equals("running")) {
      return state.name() + " is " + state.state() + ", not running.";
    }
    if (state.health().isEmpty()) {
      return state.name() + " runs, and declares no health check.";
    }
    return state.health().equals("healthy")
        ? null
        : state.name() + " runs, and is " + state.health() + ".";
  }
}

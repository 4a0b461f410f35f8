package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.ReleaseDesk;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.run.RunOptions;
import dev.plimsoll.core.run.RunSession;
import dev.plimsoll.core.run.TrafficPlan;
import dev.plimsoll.core.run.report.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Walks a checklist without asking anything.
@Command(
    name = "run",
    description = {
      "Walk a checklist: run everything that runs by itself, take the answers given here, and say"
          + " go or no-go with the reasons.",
      "An open run of the same release is continued. Actions (a tag) and irreversible steps are"
          + " started by name only."
    },
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {
      "",
      "Exit codes: 0 go; 1 no-go, a step failed; 2 no-go, and nothing failed: every blocker is"
          + " unanswered, could-not-tell or untrusted; 64 usage; 130 stopped by Ctrl-C, paused."
    })
final class RunCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "CHECKLIST", description = "Its id: see 'plimsoll checklist list'.")
  String checklistId = "";

  @Option(
      names = "--release",
      paramLabel = "VERSION",
      description = "The release; the version that the project itself proposes by default.")
  @Nullable String release;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the checklist, when its run is opened.")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Mixin RunWords words = new RunWords();

  @Option(
      names = "--step",
      paramLabel = "STEP",
      description = "Start this step and no other; may be repeated.")
  List<String> only = new ArrayList<>();

  @Option(names = "--yes", description = "Said with --step: an irreversible step may start.")
  boolean yes;

  enum Only {
    FAILED
  }

  @Option(
      names = "--only",
      paramLabel = "failed",
      description = "Continue the open run and start again only what was tried and did not pass.")
  @Nullable Only again;

  @Option(
      names = "--plan",
      description =
          "Show how many requests each service would receive and which steps would wait;"
              + " run nothing.")
  boolean planOnly;

  @Option(
      names = "--confirm-burst",
      paramLabel = "HOST",
      description =
          "Agree to the bursts and probes that go to this host, which is not this"
              + " machine; may be repeated.")
  List<String> bursts = new ArrayList<>();

  @Mixin RunOutputs outputs = new RunOutputs();

  @ArgGroup(exclusive = false)
  @Nullable SignerWords signer;

  @Option(
      names = "--new",
      description = "Start another run; the open one is given up and stays in the history.")
  boolean fresh;

  @Option(
      names = "--trust",
      paramLabel = "DIGEST",
      description = "Trust the checklists as they are: see 'plimsoll trust'.")
  @Nullable String trust;

  RunCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      if (project.hasErrors()) {
        project.findings().forEach(each -> invocation.err().line(ChecklistLintCommand.line(each)));
      } else if (trust != null) {
        project.trust(trust);
      }
      var checklist = checklist(project);
      if (planOnly) {
        return plan(project.release(version(project)), checklist);
      }
      outputs.mustBeFree(invocation);
      var question = project.trustQuestion();
      if (!project.hasErrors() && !question.trusted()) {
        return untrusted(project);
      }
      var desk = project.release(version(project));
      return signer == null
          ? walk(plimsoll, desk, checklist, null)
          : signed(plimsoll, project, desk, checklist);
    }
  }

  private int plan(ReleaseDesk desk, Checklist checklist) {
    var plan = desk.traffic(checklist.id(), parameters, fresh);
    if (invocation.isJson()) {
      invocation.say(TrafficTelling.json(plan).with("exit", ExitCode.OK));
    } else {
      TrafficTelling.print(plan, invocation.out());
    }
    return ExitCode.OK;
  }

  private Checklist checklist(OpenProject project) {
    var known = project.checklists().stream().map(Checklist::id).toList();
    var checklist =
        project
            .checklist(checklistId)
            .orElseGet(() -> {
              project.definition();
              throw new Misuse(
                  "The project has no checklist '" + checklistId + "'.",
                  Nearest.hint(checklistId, known));
            });
    var said = new ArrayList<>(words.steps());
    said.addAll(only);
    said.forEach(step -> mustHave(checklist, step));
    only.forEach(step -> mayStart(checklist.step(step).orElseThrow()));
    if (again != null && (fresh || !only.isEmpty())) {
      throw new Misuse(
          "--only failed continues the open run, so it goes with neither --new nor --step.",
          "Leave one of them out.");
    }
    if (!words.waivers.isEmpty() || !words.deferrals.isEmpty()) {
      words.lastDay();
    }
    return checklist;
  }

  private static void mustHave(Checklist checklist, String step) {
    if (checklist.step(step).isEmpty()) {
      throw new Misuse(
          "The checklist " + checklist.id() + " has no step '" + step + "'.",
          Nearest.hint(step, checklist.steps().map(Step::id).toList()));
    }
  }

  private void mayStart(Step step) {
    if (step.rules().irreversible() && !yes) {
      throw new Misuse(
          "The step '" + step.id() + "' cannot be undone, so it does not start without a yes.",
          "If you mean it, add --yes.");
    }
  }

  private int untrusted(OpenProject project) {
    var question = project.trustQuestion();
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OPEN)
              .with("decision", "NO_GO")
              .with("untrusted", TrustTelling.json(question)));
    } else {
      TrustTelling.print(question, project.root(), invocation.out());
      invocation.out().line(Tone.CAUTION, "Nothing was run.");
      invocation
          .out()
          .line("To trust and run: plimsoll run " + checklistId + " --trust " + question.digest());
    }
    return ExitCode.OPEN;
  }

  private String version(OpenProject project) {
    if (release != null) {
      return release;
    }
    var proposed = project.propose();
    invocation.aside().line(Tone.FAINT, "Release " + proposed.source());
    return proposed.version();
  }

  private int signed(Plimsoll plimsoll, OpenProject project, ReleaseDesk desk, Checklist checklist)
      throws InterruptedException {
    var who = java.util.Objects.requireNonNull(signer);
    var signing = new Signing(invocation, plimsoll, project.root());
    try (var key = signing.open(who)) {
      return walk(plimsoll, desk, checklist, new Walk.Person(who.principal, key));
    }
  }

  private int walk(
      Plimsoll plimsoll, ReleaseDesk desk, Checklist checklist, Walk.@Nullable Person person)
      throws InterruptedException {
    var actor =
        person == null
            ? plimsoll.installation().osUser()
            : new Actor(person.principal(), person.signer().publicKey().fingerprint());
    if (!bursts.isEmpty()) {
      var planned = desk.traffic(checklist.id(), parameters, fresh);
      bursts.forEach(host -> BurstQuestion.mustBePlanned(host, planned));
    }
    var options = new RunOptions(parameters, fresh, actor, Answer.Origin.COMMAND_LINE);
    var stop = new Stop();
    try (var session = desk.open(checklist.id(), options);
        var _ =
            stop.guard(invocation.surroundings().interruption(), session, () -> stopped(session))) {
      session.signActionsWith(keyFile(plimsoll));
      var telling = new WalkTelling(invocation, checklist, session.state());
      var card = session.view().whereYouWere();
      if (card != null) {
        telling.continued(card);
      }
      var orders = new Walk.Orders(words, only, again != null, person);
      var sent = session.traffic().plan(orders.started(session));
      if (!sent.isEmpty()) {
        TrafficTelling.print(sent, invocation.aside());
      }
      var refused = new ArrayList<>(new BurstQuestion(invocation, session).ask(bursts, orders));
      refused.addAll(new Walk(session, orders, telling, stop).go());
      outputs.write(invocation, RunReport.of(session.view()));
      return stop.isAsked() ? ExitCode.STOPPED : concluded(session, sent, refused);
    }
  }

  private @Nullable Path keyFile(Plimsoll plimsoll) {
    return signer == null || signer.key == null
        ? null
        : new Signing(invocation, plimsoll, invocation.projectFolder()).file(signer.key);
  }

  private void stopped(RunSession session) {
    invocation
        .err()
        .line(
            Tone.CAUTION,
            "Stopped. Run " + session.state().id() + " is paused; the same command continues it.");
  }

  private int concluded(RunSession session, TrafficPlan sent, List<Problem> refused) {
    var run = session.view();
    var decided = ExitCode.of(run.decision());
    var code = decided == ExitCode.OK && !refused.isEmpty() ? ExitCode.OPEN : decided;
    if (invocation.isJson()) {
      invocation.say(
          RunTelling.json(run, refused, code).with("traffic", TrafficTelling.json(sent)));
    } else {
      RunTelling.print(run, invocation.out());
    }
    for (var no : refused) {
      invocation.err().line(Tone.BAD, no.what() + ": " + no.where());
      invocation.err().line(no.next());
    }
    return code;
  }
}

package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.RunState.Phase;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.VerbKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One run, walked and owned by this process.
///
/// Thread-safe. Every call that acts has been recorded durably when it returns; [#start] and
/// [#startAutomatic] return when the work has been handed over, and record by themselves before it
/// starts and when it ends. A refused act throws a [Problem] and records nothing.
public final class RunSession implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /// What makes this process the owner.
  record Owned(String run, RunLocks.Lock lock, @Nullable WhereYouWere whereYouWere) {}

  private record Looked(Binding bound, Instant at) {}

  private final RunSetting setting;
  private final RunTools tools;
  private final RunOptions options;
  private final Owned owned;
  private final MachineAttempt work;
  private final Engine engine;
  private final PersonActs acts;
  private final Readiness readiness;
  private final RunTraffic traffic;
  private volatile @Nullable Looked looked;
  private volatile boolean closed;

  RunSession(RunSetting setting, RunTools tools, RunOptions options, Owned owned) {
    this.setting = setting;
    this.tools = tools;
    this.options = options;
    this.owned = owned;
    var captured = new CapturedValues();
    this.work = new MachineAttempt(setting, tools, options, owned.run(), captured);
    this.readiness = new Readiness(setting, options.actor());
    this.engine = new Engine(work, tools.clock(), this::lookAgain);
    this.acts = new PersonActs(setting, tools, options, owned.run(), captured);
    this.traffic = new RunTraffic(setting, tools, options, owned, work::waits);
  }

  /// The run as it stands. The repository is looked at afresh when the last look is older than two
  /// seconds, so call it off the window's thread.
  public RunView view() {
    var waits = traffic.waits();
    var live = new Views.Live(step -> engine.going(step, waits), owned.whereYouWere(), !closed);
    return Views.of(setting, state(), moment(), live);
  }

  public RunState state() {
    return tools.ledger().run(owned.run()).orElseThrow();
  }

  /// The live output of a step's present or last attempt in this process.
  public Output output(String step) {
    return engine.output(step);
  }

  /// What it sends to services, and what a person must agree to before.
  public RunTraffic traffic() {
    return traffic;
  }

  private Judgements.Moment moment() {
    var now = tools.clock().instant();
    var last = looked;
    if (last == null || Duration.between(last.at(), now).abs().compareTo(LOOK_AGAIN) > 0) {
      last = new Looked(setting.binding().get(), now);
      looked = last;
    }
    return new Judgements.Moment(last.bound(), now, engine.running());
  }

  private void lookAgain() {
    looked = null;
  }

  /// The key file that actions sign with (a tag); null leaves it to git's own configuration.
  public void signActionsWith(@Nullable Path key) {
    work.signWith(key);
  }

  /// Starts one check or action in the background.
  ///
  /// @throws Problem where the run is paused, the step is a question, is held back by the order, or
  ///   runs already
  public synchronized void start(String id) {
    var step = open(id);
    if (step.verb().kind() == VerbKind.QUESTION) {
      throw PersonActs.refused(step, "A person answers this step; nothing runs.", "Answer it.");
    }
    readiness.mustPlay(step);
    if (step.rules().irreversible() || step.verb().kind() == VerbKind.ACTION) {
      lookAgain();
      readiness.mustNotWait(step);
    }
    notHeldBack(step);
    traffic.mustBeConfirmed(step);
    if (!engine.start(step)) {
      throw PersonActs.refused(step, "It is running already.", "Wait for it, or cancel it.");
    }
  }

  /// Starts every automatic step that has no passing, fresh evidence: batch after batch, the steps
  /// of a batch side by side. A strict or read-do list stops at the first step that a person must
  /// settle.
  ///
  /// A burst or probe that a person has to agree to ([#traffic]) and has not is left out.
  public synchronized void startAutomatic() {
    start(Order.NOT_PASSED_YET);
  }

  /// Starts again, in the same way, every automatic step that was tried and did not pass.
  ///
  /// @return how many steps that concerns; none is a reason to say so
  public synchronized int startFailed() {
    return start(Order.TRIED_IN_VAIN);
  }

  /// What [#startAutomatic] would start, or [#startFailed], as far as nothing is in the way.
  public Set<String> wouldStart(boolean failedAlone) {
    return Order.wanted(view(), failedAlone ? Order.TRIED_IN_VAIN : Order.NOT_PASSED_YET);
  }

  private int start(Set<Standing> which) {
    live();
    var wanted = Order.wanted(view(), which);
    engine.startPlan(
        Order.batches(setting.checklist(), wanted, traffic.variables()), this::mayProceed);
    return wanted.size();
  }

  private List<Step> mayProceed(List<Step> batch) {
    var state = state();
    var over = closed || state.phase() != Phase.OPEN;
    return over ? List.of() : traffic.agreed(readiness.ready(batch, state, moment()));
  }

  public void awaitIdle() throws InterruptedException {
    engine.awaitIdle();
  }

  /// Who walks it here.
  public RunOptions options() {
    return options;
  }

  public boolean isClosed() {
    return closed;
  }

  public boolean isBusy() {
    return engine.isBusy();
  }

  /// Stops a running attempt with its whole tree of processes; it concludes as interrupted.
  public void cancel(String step) {
    engine.cancel(step);
  }

  public void cancelAll() {
    engine.cancelAll();
  }

  /// Answers the question of a step. `attachments` are kept as its evidence.
  public synchronized void answer(String id, Answer answer, List<Attachment> attachments) {
    var step = open(id);
    if (!(step.verb() instanceof Question question)) {
      throw PersonActs.refused(step, "It asks nothing.", "Run it.");
    }
    notHeldBack(step);
    acts.answer(step, question, answer, attachments);
  }

  public synchronized void attach(String step, Attachment attachment) {
    acts.attach(open(step), attachment);
  }

  public synchronized void note(String step, String text) {
    acts.note(open(step), text);
  }

  /// Accepts the last attempt of a step that did not pass, through the whole of `expiresOn` (UTC).
  public synchronized void waive(String step, String reason, LocalDate expiresOn) {
    acts.waive(idle(step), reason, expiresOn);
  }

  public synchronized void revokeWaiver(String step, String reason) {
    acts.revokeWaiver(open(step), reason);
  }

  public synchronized void defer(String step, String reason, LocalDate dueOn) {
    acts.defer(idle(step), reason, dueOn);
  }

  public synchronized void notApplicable(String step, String reason) {
    acts.notApplicable(idle(step), reason);
  }

  public synchronized void reopen(String step, String reason) {
    acts.reopen(idle(step), reason);
  }

  /// What the person at a sign-off step is asked to sign, over everything before it as it stands
  /// now.
  public SignOffRequest signOffRequest(String id) {
    var step = step(id);
    if (!(step.verb() instanceof SignOff signOff)) {
      throw PersonActs.refused(step, "It is not a sign-off.", "Choose a sign-off step.");
    }
    var moment = moment();
    var judgements = Judgements.of(setting, state(), moment);
    var covered = Judgements.covered(setting, state(), moment, judgements, id);
    var onScreen =
        setting
            .checklist()
            .steps()
            .takeWhile(earlier -> !earlier.id().equals(id))
            .map(earlier -> {
              var judgement = judgements.get(earlier.id());
              return earlier.title()
                  + " · "
                  + (judgement == null ? "NOT RUN" : judgement.standing().words());
            })
            .toList();
    return new SignOffRequest(
        id,
        Judgements.statement(setting, state(), moment, id),
        signOff.meaning(),
        signOff.role(),
        setting.rules().form().digest(covered),
        onScreen);
  }

  /// Signs. Refused where something changed since the request was made.
  public synchronized void signOff(SignOffRequest request, PersonSigner person) {
    var step = open(request.step());
    lookAgain();
    notHeldBack(step);
    if (!signOffRequest(step.id()).equals(request)) {
      throw Problem.of(
          "Not signed",
          "Something that the sign-off covers has changed since it was shown.",
          "Look at it again, then sign.");
    }
    var moment = moment();
    var judgements = Judgements.of(setting, state(), moment);
    var covered = Judgements.covered(setting, state(), moment, judgements, step.id());
    new SignOffs(tools.ledger(), tools.evidence(), tools.clock(), setting.rules().form())
        .give(
            new SignOffs.Subject(
                setting.project(),
                setting.candidate().at(moment.bound()),
                setting.rules().trusted()),
            request,
            person,
            covered,
            Map.of("run", owned.run(), "step", step.id()));
  }

  /// Takes an approval back.
  public synchronized void rescind(String step, String principal, String reason) {
    acts.rescind(open(step), principal, reason);
  }

  /// Stops everything that runs, then marks the run as paused.
  public synchronized void pause(String reason) {
    if (state().phase() != Phase.OPEN) {
      return;
    }
    stopWork();
    var data = new LinkedHashMap<String, Object>();
    data.put("run", owned.run());
    data.put("reason", acts.reason(reason));
    try {
      var decision = view().decision();
      data.put("decision", decision.isGo() ? "GO" : "NO_GO");
      data.put("completion", decision.completion().words());
    } catch (Problem notReadable) {
      // The repository is gone or broken: the pause is recorded all the same, without the gate's
      // word.
    }
    tools.ledger().append(Event.RUN_PAUSED, options.actor(), data);
  }

  public synchronized void resume() {
    if (state().phase() == Phase.PAUSED) {
      tools
          .ledger()
          .append(
              Event.RUN_RESUMED,
              options.actor(),
              Map.of("run", owned.run(), "crashed", false, "changes", List.of()));
    }
  }

  /// Gives the run up for good; it stays in the history and counts for nothing.
  public synchronized void abort(String reason) {
    live();
    stopWork();
    tools
        .ledger()
        .append(
            Event.RUN_ABORTED,
            options.actor(),
            Map.of("run", owned.run(), "reason", acts.reason(reason)));
  }

  private void stopWork() {
    engine.cancelAll();
    try {
      engine.awaitIdle();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private Step step(String id) {
    return setting
        .checklist()
        .step(id)
        .orElseThrow(() ->
            Problem.of(
                "Step not found",
                "The checklist " + setting.checklist().id() + " has no step " + id + ".",
                dev.plimsoll.core.checklist.Nearest.hint(
                    id, setting.checklist().steps().map(Step::id).toList())));
  }

  private Step open(String id) {
    live();
    return step(id);
  }

  private Step idle(String id) {
    var step = open(id);
    if (engine.running().contains(id)) {
      throw PersonActs.refused(step, "It is running.", "Wait for it to end, or cancel it.");
    }
    return step;
  }

  private void live() {
    var phase = state().phase();
    if (closed || phase != Phase.OPEN) {
      throw Problem.of(
          "Run not changed",
          "The run is "
              + (closed ? "closed" : phase.name().toLowerCase(java.util.Locale.ROOT))
              + ".",
          phase == Phase.PAUSED ? "Resume it first." : "Open it again.");
    }
  }

  private void notHeldBack(Step step) {
    readiness.mustBeItsTurn(step, state(), moment());
  }

  /// Lets go of the run as a dying process would: nothing more is written.
  void letGo() {
    closed = true;
    owned.lock().close();
  }

  /// Stops everything, pauses the run where it is open, and lets go of it.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    try {
      pause("closed");
    } finally {
      closed = true;
      owned.lock().close();
    }
  }
}

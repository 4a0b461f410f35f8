package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One attempt at a check or an action, with the retries its rules allow: recorded before, carried
/// out, recorded after.
final class MachineAttempt implements Engine.Work {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(10);

  private final RunSetting setting;
  private final RunTools tools;
  private final RunOptions options;
  private final String run;
  private final CapturedValues captured;
  private final SharedLook<Binding> binding;
  private final Quotas quotas;
  private final AtomicReference<@Nullable Path> signingKey = new AtomicReference<>();

  MachineAttempt(
      RunSetting setting, RunTools tools, RunOptions options, String run, CapturedValues captured) {
    this.setting = setting;
    this.tools = tools;
    this.options = options;
    this.run = run;
    this.captured = captured;
    this.binding = new SharedLook<>(setting.binding());
    this.quotas = new Quotas(new RecentWalks(setting.checklist(), tools)::all, tools.clock());
  }

  @Override
  public void ready(Step step, LiveOutput output) throws InterruptedException {
    quotas.enter(step, parameters(), output);
  }

  @Override
  public void done(Step step) {
    quotas.leave(step);
  }

  /// The steps that wait for a service's quota, by id.
  Map<String, QuotaWait> waits() {
    return quotas.waits();
  }

  private Variables parameters() {
    var state = tools.ledger().run(run).orElseThrow();
    return new Variables(RunVariables.plain(setting, state, setting.candidate()));
  }

  void signWith(@Nullable Path key) {
    signingKey.set(key);
  }

  @Override
  public void attempt(Step step, LiveOutput output) throws InterruptedException {
    for (var tries = 0; ; tries++) {
      var standing = once(step, output);
      var again =
          !standing.isPass()
              && standing != Standing.NOT_APPLICABLE
              && tries < step.rules().pace().retries();
      if (!again) {
        return;
      }
      output.add("note", "retry " + (tries + 1) + " of " + step.rules().pace().retries());
      Thread.sleep(step.rules().pace().retryWait());
      quotas.leave(step);
      quotas.enter(step, parameters(), output);
    }
  }

  private Standing once(Step step, LiveOutput output) throws InterruptedException {
    var state = tools.ledger().run(run).orElseThrow();
    var bound = binding.get();
    var candidate = setting.candidate().at(bound);
    var inputs = Covered.inputs(step, state);
    var cutShort = wasCutShort(state.step(step.id()).attempts(), bound, inputs);
    var attempts = new Attempts(tools.ledger(), run);
    var by = options.origin() == Answer.Origin.COMMAND_LINE ? "command-line" : "machine";
    var number = attempts.started(step.id(), options.actor(), bound, inputs, by);
    var secrets = RunVariables.secrets(setting, tools.environment());
    captured.forget(step.id());
    var masked = captured.masking(secrets);
    var redactor = new Redactor(masked, step.rules().redact());
    output.samples().clear();
    var tap = new AttemptTap(redactor, tools.evidence(), output);
    Conclusion conclusion;
    var cancelled = false;
    try {
      var context =
          new StepContext(
              new StepContext.Subject(setting.project(), candidate, setting.root()),
              RunVariables.all(setting, state, candidate, secrets)
                  .with(captured.values(state, tools.evidence())),
              new StepContext.Workplace(environment(), masked, tools.clock(), timeout(step)),
              tap,
              new Access(
                  setting,
                  tools.ledger(),
                  options.actor(),
                  signingKey.get(),
                  new Access.Place(run, step.id(), captured)));
      conclusion = new Carrying(tools.verbs()).carryOut(step, context, cutShort);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      conclusion = heldStill(conclusion, bound);
    } catch (InterruptedException stopped) {
      cancelled = true;
      conclusion =
          Conclusion.of(new Outcome.Interrupted("cancelled while it ran"), step.verb().expected());
    } catch (RuntimeException unforeseen) {
      conclusion =
          Conclusion.of(
              new Outcome.Inconclusive(
                  "the check itself went wrong: " + unforeseen.getClass().getSimpleName()),
              step.verb().expected());
    }
    // Written even when the thread was interrupted: the flag is cleared above and set again below.
    var late = lateRedactor(step, secrets, masked, output);
    var last = late == null ? redactor : late;
    conclusion = withResponses(conclusion, tap, last);
    attempts.concluded(
        step.id(),
        number,
        options.actor(),
        masked(conclusion, last),
        new Attempts.Left(
            tap.kept(), redactor.replacements() + (late == null ? 0 : late.replacements())));
    if (cancelled) {
      throw new InterruptedException();
    }
    return conclusion.outcome().standing();
  }

  /// Masks what an answer of this attempt gave away, too, or null where none did.
  private @Nullable Redactor lateRedactor(
      Step step, Map<String, String> secrets, Map<String, String> before, LiveOutput output) {
    var now = captured.masking(secrets);
    if (now.equals(before)) {
      return null;
    }
    var late = new Redactor(now, step.rules().redact());
    output.samples().mask(late::redact);
    return late;
  }

  private static Conclusion withResponses(Conclusion conclusion, AttemptTap tap, Redactor last) {
    try {
      tap.keepResponses(last::redact);
      return conclusion;
    } catch (IOException full) {
      return new Conclusion(
          new Outcome.Inconclusive(
              "its responses cannot be kept; see whether the disk is full: "
                  + conclusion.outcome().observed(),
              conclusion.outcome().findings()),
          conclusion.expected(),
          conclusion.exit());
    }
  }

  /// A pass counts only where the commit is the same after it as before it.
  private Conclusion heldStill(Conclusion conclusion, Binding before) {
    var after = binding.get();
    if (!conclusion.outcome().standing().isPass() || after.commit().equals(before.commit())) {
      return conclusion;
    }
    return new Conclusion(
        new Outcome.Inconclusive(
            "the repository moved to commit "
                + after.shortCommit()
                + " while it ran: "
                + conclusion.outcome().observed()),
        conclusion.expected(),
        conclusion.exit());
  }

  private static boolean wasCutShort(List<Attempt> attempts, Binding bound, String inputs) {
    for (var attempt : attempts.reversed()) {
      var ending = attempt.ending();
      if (ending == null || ending.outcome() instanceof Outcome.Interrupted) {
        return attempt.bound().commit().equals(bound.commit()) && attempt.inputs().equals(inputs);
      }
      if (!(ending.outcome() instanceof Outcome.Inconclusive)) {
        return false;
      }
    }
    return false;
  }

  private Map<String, String> environment() {
    var inherited = new HashMap<>(tools.environment());
    setting.project().secrets().forEach(inherited::remove);
    return inherited;
  }

  private static Duration timeout(Step step) {
    var timeout = step.rules().pace().timeout();
    return timeout == null ? USUAL_TIMEOUT : timeout;
  }

  private static Conclusion masked(Conclusion conclusion, Redactor redactor) {
    var outcome = conclusion.outcome();
    List<Finding> findings =
        outcome.findings().stream()
            .map(finding ->
                new Finding(
                    finding.severity(),
                    WellFormed.text(redactor.redact(finding.message())),
                    finding.at(),
                    finding.next() == null
                        ? null
                        : WellFormed.text(redactor.redact(finding.next()))))
            .toList();
    return new Conclusion(
        Outcome.of(outcome.word(), WellFormed.text(redactor.redact(outcome.observed())), findings),
        WellFormed.text(redactor.redact(conclusion.expected())),
        conclusion.exit());
  }
}

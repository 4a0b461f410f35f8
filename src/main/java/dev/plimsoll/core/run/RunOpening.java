package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.gate.ReleaseGate;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.RunState.Phase;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens a run or continues the one that is open, taking ownership of it.
public final class RunOpening {
  /// Bytes that the list of steps may take of an entry; long titles are cut there; the checklist's
  /// digest names them whole.
  private static final int ROOM_FOR_STEPS = 40 * 1024;

  private RunOpening() {}

  /// @param ids makes identifiers of runs, unique and sortable by time
  /// @param stepsRemoved steps that the checklist had at its last run and has no more
  /// @throws Problem where another process owns the run, a parameter is wrong, or the release is
  ///   sealed
  public static RunSession open(
      RunSetting setting,
      RunTools tools,
      RunOptions options,
      Supplier<String> ids,
      List<String> stepsRemoved) {
    try (var _ =
        tools.locks().takeOpening(setting.candidate().version(), setting.checklist().id())) {
      return openOwned(setting, tools, options, ids, stepsRemoved);
    }
  }

  private static RunSession openOwned(
      RunSetting setting,
      RunTools tools,
      RunOptions options,
      Supplier<String> ids,
      List<String> stepsRemoved) {
    var ledger = tools.ledger();
    ledger.refresh();
    var release = ledger.release(setting.candidate());
    if (release.sealed() != null) {
      throw Problem.of(
          "Run not opened",
          "The release "
              + setting.candidate().version()
              + " is sealed; nothing may be added to it.",
          "Prepare the next version.");
    }
    var last = release.run(setting.checklist().id());
    if (last.isEmpty() || options.fresh()) {
      // a wrong parameter is refused before the open run is given up
      RunVariables.parameters(setting, options.parameters(), tools.environment());
      if (last.isPresent()) {
        abortEarlier(last.get(), tools, options);
      }
      return opened(setting, tools, options, ids.get(), stepsRemoved);
    }
    return continued(setting, tools, options, last.get());
  }

  private static void abortEarlier(RunState run, RunTools tools, RunOptions options) {
    try (var _ = tools.locks().take(run.id())) {
      tools
          .ledger()
          .append(
              Event.RUN_ABORTED,
              options.actor(),
              Map.of("run", run.id(), "reason", "another run was started in its place"));
    }
  }

  private static RunSession opened(
      RunSetting setting,
      RunTools tools,
      RunOptions options,
      String id,
      List<String> stepsRemoved) {
    var parameters = RunVariables.parameters(setting, options.parameters(), tools.environment());
    var lock = tools.locks().take(id);
    try {
      new KeptChecklists(tools.evidence()).keep(setting.checklist());
      tools
          .ledger()
          .append(
              Event.RUN_OPENED, options.actor(), opening(setting, id, parameters, stepsRemoved));
    } catch (RuntimeException notWritten) {
      lock.close();
      throw notWritten;
    }
    return new RunSession(setting, tools, options, new RunSession.Owned(id, lock, null));
  }

  private static Map<String, Object> opening(
      RunSetting setting, String id, Map<String, String> parameters, List<String> stepsRemoved) {
    var checklist = setting.checklist();
    var candidate = setting.candidate();
    var bound = setting.binding().get();
    var count = checklist.steps().count();
    var room = (int) Math.max(0, ROOM_FOR_STEPS / Math.max(1, count) - 120);
    var steps = new ArrayList<Map<String, Object>>();
    for (var section : checklist.sections()) {
      for (var step : section.steps()) {
        var title =
            step.title()
                .substring(
                    0,
                    step.title()
                        .offsetByCodePoints(
                            0,
                            Math.min(room, step.title().codePointCount(0, step.title().length()))));
        steps.add(Map.of("id", step.id(), "title", title, "section", section.id()));
      }
    }
    var data = new LinkedHashMap<String, Object>();
    data.put("run", id);
    data.put(
        "checklist",
        Map.of(
            "id", checklist.id(),
            "title", checklist.title(),
            "sha256", checklist.source().sha256()));
    data.put(
        "release",
        Map.of(
            "product", candidate.product(),
            "version", candidate.version(),
            "tag", candidate.tag(),
            "type", candidate.type().word()));
    data.put("binding", Payload.of(bound));
    data.put("parameters", parameters);
    data.put("solo", ReleaseGate.isSolo(setting.project()));
    data.put("rehearsal", bound.dirty());
    data.put("stepsRemovedSinceLast", stepsRemoved);
    data.put("steps", steps);
    return data;
  }

  private static RunSession continued(
      RunSetting setting, RunTools tools, RunOptions options, RunState run) {
    for (var given : options.parameters().entrySet()) {
      var had = run.opening().parameters().get(given.getKey());
      if (!given.getValue().equals(had)) {
        throw Problem.of(
            "Run not continued",
            "The open run of "
                + run.opening().checklist()
                + " has "
                + given.getKey()
                + "="
                + had
                + ".",
            "Leave the parameter out to continue it, or start another run with --new.");
      }
    }
    var lock = tools.locks().take(run.id());
    try {
      // Read again under the lock: its last owner may have written until a moment ago.
      tools.ledger().refresh();
      var state = tools.ledger().run(run.id()).orElseThrow();
      if (state.phase() == Phase.ABORTED
          || tools.ledger().release(setting.candidate()).sealed() != null) {
        throw Problem.of(
            "Run not continued",
            "It was given up or sealed a moment ago by another window or process.",
            "Look at the release again.");
      }
      var crashed = state.phase() == Phase.OPEN;
      var card = whereYouWere(setting, tools, state, crashed);
      var attempts = new Attempts(tools.ledger(), run.id());
      for (var step : Views.underWay(state)) {
        var number = state.step(step).attempts().size();
        attempts.interrupted(step, number, options.actor());
      }
      tools
          .ledger()
          .append(
              Event.RUN_RESUMED,
              options.actor(),
              Map.of("run", run.id(), "crashed", crashed, "changes", card.changes()));
      return new RunSession(setting, tools, options, new RunSession.Owned(run.id(), lock, card));
    } catch (RuntimeException notWritten) {
      lock.close();
      throw notWritten;
    }
  }

  private static WhereYouWere whereYouWere(
      RunSetting setting, RunTools tools, RunState run, boolean crashed) {
    var now = tools.clock().instant();
    var bound = setting.binding().get();
    var changes = new ArrayList<String>();
    var seen = lastBinding(run);
    if (!seen.commit().equals(bound.commit())) {
      changes.add(
          "The repository moved from commit "
              + seen.shortCommit()
              + " to "
              + bound.shortCommit()
              + ".");
    }
    if (seen.dirty() != bound.dirty()) {
      changes.add(
          bound.dirty()
              ? "There are uncommitted changes now."
              : "The uncommitted changes of then are gone.");
    }
    var judgements = Judgements.of(setting, run, new Judgements.Moment(bound, now, Set.of()));
    var stale = judgements.values().stream().filter(j -> j.standing() == Standing.STALE).count();
    if (stale > 0) {
      changes.add(stale + (stale == 1 ? " step is stale." : " steps are stale."));
    }
    var away = Duration.between(run.span().lastOn(), now);
    if (away.isNegative()) {
      changes.add(
          "The clock was set back by " + Plural.of(away.negated().toSeconds(), "second") + ".");
    }
    if (!run.opening().checklistSha256().equals(setting.checklist().source().sha256())) {
      changes.add("The checklist file was edited since the run began.");
    }
    gone(setting, run)
        .forEach(step -> changes.add("The step " + step + " is no longer in the checklist."));
    return new WhereYouWere(
        lastSteps(setting, run), away.isNegative() ? Duration.ZERO : away, crashed, changes);
  }

  private static List<String> gone(RunSetting setting, RunState run) {
    return run.steps().keySet().stream()
        .filter(step -> !step.isEmpty() && setting.checklist().step(step).isEmpty())
        .sorted()
        .toList();
  }

  private static dev.plimsoll.core.model.Binding lastBinding(RunState run) {
    return run.steps().values().stream()
        .flatMap(state -> state.attempts().stream())
        .max(java.util.Comparator.comparingLong(Attempt::seq))
        .map(Attempt::bound)
        .orElse(run.opening().candidate().bound());
  }

  private record Ended(String step, Attempt.Ending ending) {}

  private static List<String> lastSteps(RunSetting setting, RunState run) {
    var ended = new ArrayList<Ended>();
    run.steps()
        .forEach((step, state) ->
            state
                .attempts()
                .forEach(attempt -> {
                  var ending = attempt.ending();
                  if (ending != null) {
                    ended.add(new Ended(step, ending));
                  }
                }));
    return ended.stream()
        .sorted(java.util.Comparator.comparingLong((Ended e) -> e.ending().seq()).reversed())
        .limit(3)
        .map(e -> title(setting, e.step()) + " · " + e.ending().outcome().standing().words())
        .toList();
  }

  private static String title(RunSetting setting, @Nullable String step) {
    return step == null ? "" : setting.checklist().step(step).map(Step::title).orElse(step);
  }
}

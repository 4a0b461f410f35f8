package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.kit.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What the auditor will see of this run: exceptions first. Values only; pure.
///
/// @param exceptions waived, deferred, ruled out by a person, flaky
/// @param evidence kept files, newest first
/// @param bound what the evidence belongs to
/// @param people who walks and who signed
/// @param interruptions pauses and crashes, in order
record RecordSoFar(
    List<Exempt> exceptions,
    List<Kept> evidence,
    Bound bound,
    List<String> people,
    List<String> interruptions) {
  /// @param about the step's title
  record Exempt(String step, String about, Standing standing, String sentence) {}

  record Kept(String step, Evidence file) {}

  /// @param moved what changed since the run began, or empty
  record Bound(String commit, String branch, String tree, Tone tone, String moved) {}

  static RecordSoFar of(RunView view, Times times) {
    return new RecordSoFar(
        view.steps().stream().flatMap(RecordSoFar::exempt).toList(),
        kept(view),
        bound(view),
        people(view.state(), view),
        interruptions(view.state(), times));
  }

  /// `14 files · 2.1 MB`
  String evidenceWords() {
    var size = evidence.stream().mapToLong(kept -> kept.file().size()).sum();
    return evidence.isEmpty()
        ? "No file kept yet."
        : Texts.count(evidence.size(), "file") + " · " + Texts.bytes(size);
  }

  private static Stream<Exempt> exempt(StepView view) {
    var title = view.step().title();
    var id = view.step().id();
    var state = view.state();
    return switch (view.standing()) {
      case WAIVED -> {
        var waiver = state.waiver();
        yield waiver == null
            ? Stream.empty()
            : Stream.of(
                new Exempt(
                    id,
                    title,
                    view.standing(),
                    "waived by "
                        + waiver.owner().id()
                        + " until "
                        + Times.day(waiver.expiresOn())
                        + ": “"
                        + waiver.reason()
                        + "”"));
      }
      case DEFERRED -> {
        var deferral = state.deferral();
        yield deferral == null
            ? Stream.empty()
            : Stream.of(
                new Exempt(
                    id,
                    title,
                    view.standing(),
                    "deferred by "
                        + deferral.owner().id()
                        + " to "
                        + Times.day(deferral.dueOn())
                        + ": “"
                        + deferral.reason()
                        + "”"));
      }
      case NOT_APPLICABLE ->
          state
              .lastAttempt()
              .map(Attempt::ending)
              .filter(Objects::nonNull)
              .map(ending ->
                  new Exempt(
                      id,
                      title,
                      view.standing(),
                      "does not apply, says a person: “" + ending.outcome().observed() + "”"))
              .stream();
      default ->
          state.isFlaky()
              ? Stream.of(
                  new Exempt(
                      id, title, Standing.WARNED, "flaky: it failed before on the same commit"))
              : Stream.empty();
    };
  }

  private static List<Kept> kept(RunView view) {
    record Dated(long seq, Kept kept) {}
    var files = new ArrayList<Dated>();
    for (var step : view.steps()) {
      var id = step.step().id();
      for (var attempt : step.state().attempts()) {
        var ending = attempt.ending();
        if (ending != null) {
          ending.evidence().forEach(file -> files.add(new Dated(ending.seq(), new Kept(id, file))));
        }
      }
      step.state()
          .attached()
          .forEach(file -> files.add(new Dated(last(step.state()), new Kept(id, file))));
    }
    return files.stream()
        .sorted(Comparator.comparingLong(Dated::seq).reversed())
        .map(Dated::kept)
        .toList();
  }

  private static long last(StepState state) {
    return state.lastAttempt().map(Attempt::seq).orElse(Long.MAX_VALUE);
  }

  private static Bound bound(RunView view) {
    var now = view.now();
    var then = view.state().opening().candidate().bound();
    var moved = then.sameContent(now) ? "" : "The run began on commit " + then.shortCommit() + ".";
    return new Bound(
        now.shortCommit(),
        now.branch(),
        now.dirty() ? "uncommitted changes: a rehearsal, cannot be sealed" : "tree clean",
        now.dirty() ? Tone.CAUTION : Tone.GOOD,
        moved);
  }

  private static List<String> people(RunState run, RunView view) {
    var people = new ArrayList<String>();
    var operator = run.opening().operator();
    people.add(
        operator.id() + " · operator" + (operator.isAuthenticated() ? "" : " (unauthenticated)"));
    for (var step : view.steps()) {
      for (var approval : step.state().approvals()) {
        people.add(approval.signer().id() + " · " + approval.role() + ": " + approval.meaning());
      }
    }
    if (run.opening().solo()) {
      people.add("One person plays all roles: the record says single-person control.");
    }
    return List.copyOf(people);
  }

  private static List<String> interruptions(RunState run, Times times) {
    return run.pauses().stream()
        .map(pause -> {
          var resumed = pause.resumedOn();
          var span =
              resumed == null
                  ? "since " + times.moment(pause.pausedOn())
                  : times.minute(pause.pausedOn())
                      + " to "
                      + times.minute(resumed)
                      + " ("
                      + Times.span(Duration.between(pause.pausedOn(), resumed))
                      + ")";
          return (pause.crashed() ? "Ended without a word " : "Paused ")
              + span
              + (pause.reason().isBlank() ? "" : ", " + pause.reason());
        })
        .toList();
  }
}

package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.record.ReleaseRecord.Approved;
import dev.plimsoll.core.record.ReleaseRecord.Clockwork;
import dev.plimsoll.core.record.ReleaseRecord.Exempted;
import dev.plimsoll.core.record.ReleaseRecord.Ground;
import dev.plimsoll.core.record.ReleaseRecord.Identity;
import dev.plimsoll.core.record.ReleaseRecord.LogPosition;
import dev.plimsoll.core.record.ReleaseRecord.Need;
import dev.plimsoll.core.record.ReleaseRecord.Policy;
import dev.plimsoll.core.record.ReleaseRecord.Publication;
import dev.plimsoll.core.record.ReleaseRecord.Release;
import dev.plimsoll.core.record.ReleaseRecord.Subject;
import dev.plimsoll.core.record.SealingRequest.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the record out of what is to be sealed. Pure: the same request, sign-offs and log give the
/// same record.
final class Draft {
  private final SealingRequest request;
  private final List<Exempted> exceptions;

  Draft(SealingRequest request) {
    this.request = request;
    this.exceptions = DraftedExceptions.exceptions(request.runs());
  }

  /// @param log checkpoint A
  ReleaseRecord record(List<Approved> signoffs, LogPosition log, long backwardSteps) {
    var surroundings = request.surroundings();
    return new ReleaseRecord(
        new Identity(
            subjects(), release(), outcome(), properties(), policy(signoffs), publication()),
        request.runs().stream().map(DraftedRuns::run).toList(),
        exceptions,
        DraftedExceptions.obligations(request.runs()),
        signoffs,
        new Ground(
            surroundings.environment(),
            request.matter().lineage().rollbackPoint(),
            log,
            request.matter().lineage().chains(),
            surroundings.redaction(),
            new Clockwork(surroundings.clockSource(), backwardSteps),
            surroundings.tool()));
  }

  private List<Subject> subjects() {
    var subjects = new ArrayList<Subject>();
    var state = request.matter().release();
    state
        .artifacts()
        .forEach(file -> subjects.add(new Subject(file.name(), Subject.SHA256, file.sha256())));
    subjects.add(
        new Subject(
            "git:" + request.matter().lineage().repository(),
            Subject.GIT_COMMIT,
            state.candidate().bound().commit()));
    var tag = state.tag();
    if (tag != null) {
      subjects.add(new Subject("tag:" + tag.name(), Subject.GIT_TAG, tag.object()));
    }
    return subjects;
  }

  private Release release() {
    var candidate = request.matter().release().candidate();
    var lineage = request.matter().lineage();
    return new Release(
        candidate.product(),
        candidate.version(),
        candidate.type().word(),
        lineage.target(),
        request.matter().release().number(),
        lineage.purl(),
        lineage.previousRecord());
  }

  RecordOutcome outcome() {
    return switch (request.matter().ending()) {
      case Ending.Ready _ -> RecordOutcome.READY;
      case Ending.Published _ ->
          exceptions.isEmpty() ? RecordOutcome.RELEASED : RecordOutcome.RELEASED_WITH_EXCEPTIONS;
      case Ending.RolledBack _ -> RecordOutcome.ROLLED_BACK;
      case Ending.Aborted _ -> RecordOutcome.ABORTED;
    };
  }

  private @Nullable Publication publication() {
    return switch (request.matter().ending()) {
      case Ending.Published it -> new Publication(it.probedOn(), it.probe());
      case Ending.RolledBack it -> new Publication(it.probedOn(), it.probe());
      case Ending.Ready _, Ending.Aborted _ -> null;
    };
  }

  private List<String> properties() {
    var properties = new ArrayList<String>();
    if (outcome().isGo() && exceptions.isEmpty() && everyStepMet()) {
      properties.add(ReleaseRecord.NO_EXCEPTIONS);
    }
    if (request.signers().stream().map(RecordSigner::principal).distinct().count() > 1) {
      properties.add(ReleaseRecord.FOUR_EYES);
    }
    var back = request.matter().lineage().rollbackPoint();
    if (back != null && back.provenOn() != null) {
      properties.add(ReleaseRecord.RESTORE_PROVEN);
    }
    return properties;
  }

  private boolean everyStepMet() {
    return request.runs().stream()
        .allMatch(walk ->
            walk.checklist()
                .steps()
                .map(step -> walk.standing(step.id()))
                .allMatch(it -> it.isPass() || it == Standing.NOT_APPLICABLE));
  }

  private Policy policy(List<Approved> signoffs) {
    var second = signoffs.stream().anyMatch(it -> it.control().equals(ReleaseRecord.SECOND_PERSON));
    return new Policy(
        request.matter().project().source().sha256(),
        DraftedRuns.word(request.decision()),
        DraftedRuns.reasons(request.decision()),
        request.matter().approvals().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(need -> new Need(need.getKey(), need.getValue()))
            .toList(),
        second ? ReleaseRecord.SECOND_PERSON : ReleaseRecord.SINGLE_PERSON);
  }

  /// What the people who seal have before their eyes.
  SignOffSubject subject() {
    var state = request.matter().release();
    var candidate = state.candidate();
    return new SignOffSubject(
        new SignOffSubject.Release(
            candidate.product(), candidate.version(), candidate.tag(), candidate.bound().commit()),
        SealedSights.shown(request),
        SealedSights.evidence(request),
        state.artifacts(),
        exceptions.stream().map(Draft::line).toList());
  }

  private static String line(Exempted exempted) {
    return exempted.step()
        + " "
        + exempted.kind()
        + " by "
        + exempted.owner()
        + ": "
        + exempted.reason();
  }
}

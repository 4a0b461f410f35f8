package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.record.ReleaseRecord.Approved;
import dev.plimsoll.core.record.ReleaseRecord.Attempt;
import dev.plimsoll.core.record.ReleaseRecord.Beside;
import dev.plimsoll.core.record.ReleaseRecord.Checklist;
import dev.plimsoll.core.record.ReleaseRecord.Clockwork;
import dev.plimsoll.core.record.ReleaseRecord.Ending;
import dev.plimsoll.core.record.ReleaseRecord.Environment;
import dev.plimsoll.core.record.ReleaseRecord.Exempted;
import dev.plimsoll.core.record.ReleaseRecord.Ground;
import dev.plimsoll.core.record.ReleaseRecord.Identity;
import dev.plimsoll.core.record.ReleaseRecord.LogPosition;
import dev.plimsoll.core.record.ReleaseRecord.Need;
import dev.plimsoll.core.record.ReleaseRecord.Note;
import dev.plimsoll.core.record.ReleaseRecord.Obligation;
import dev.plimsoll.core.record.ReleaseRecord.Policy;
import dev.plimsoll.core.record.ReleaseRecord.Publication;
import dev.plimsoll.core.record.ReleaseRecord.Reason;
import dev.plimsoll.core.record.ReleaseRecord.Redaction;
import dev.plimsoll.core.record.ReleaseRecord.Release;
import dev.plimsoll.core.record.ReleaseRecord.Run;
import dev.plimsoll.core.record.ReleaseRecord.Seen;
import dev.plimsoll.core.record.ReleaseRecord.Step;
import dev.plimsoll.core.record.ReleaseRecord.Subject;
import dev.plimsoll.core.record.ReleaseRecord.Tool;
import dev.plimsoll.core.record.ReleaseRecord.Walked;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The strict reading of a release record's JSON tree. A member that this version does not know is
/// left alone: none can make the record say more than its known members prove.
final class StatementReader {
  private static final Set<String> ALGORITHMS =
      Set.of(Subject.SHA256, Subject.GIT_COMMIT, Subject.GIT_TAG);
  private static final Set<String> DECISIONS = Set.of(Ending.GO, Ending.NO_GO);
  private static final Set<String> CONTROLS =
      Set.of(ReleaseRecord.SECOND_PERSON, ReleaseRecord.SINGLE_PERSON);

  private StatementReader() {}

  /// @throws NotARecord naming the first member that is missing or of another shape
  static ReleaseRecord read(Map<String, @Nullable Object> document) {
    var statement = Members.of(document, "");
    statement.oneOf("_type", Set.of(Statement.TYPE));
    statement.oneOf("predicateType", Set.of(Statement.PREDICATE_TYPE));
    var subjects = statement.list("subject", StatementReader::subject);
    var predicate = statement.object("predicate");
    var outcome =
        RecordOutcome.ofWord(predicate.text("outcome"))
            .orElseThrow(() ->
                new NotARecord("predicate.outcome is a word that this version does not know"));
    return new ReleaseRecord(
        new Identity(
            subjects,
            release(predicate.object("release")),
            outcome,
            predicate.texts("properties"),
            policy(predicate.object("policy")),
            predicate.has("publication") ? publication(predicate.object("publication")) : null),
        predicate.list("runs", StatementReader::run),
        predicate.list("exceptions", StatementReader::exempted),
        predicate.list("obligations", StatementReader::obligation),
        predicate.list("signoffs", StatementReader::approved),
        ground(predicate));
  }

  static Subject subject(Members subject) {
    var digest = subject.object("digest");
    for (var algorithm : ALGORITHMS) {
      if (digest.has(algorithm)) {
        return new Subject(subject.text("name"), algorithm, digest.text(algorithm));
      }
    }
    throw new NotARecord("a subject has no digest that this version knows");
  }

  private static Publication publication(Members publication) {
    return new Publication(publication.time("probedOn"), evidence(publication.object("evidence")));
  }

  private static Release release(Members release) {
    return new Release(
        release.text("product"),
        release.text("version"),
        release.text("type"),
        release.text("target"),
        release.count("candidate"),
        release.textOrNull("purl"),
        release.sha256OrNull("previousRecord"));
  }

  private static Policy policy(Members policy) {
    return new Policy(
        policy.sha256("project"),
        policy.oneOf("decision", DECISIONS),
        policy.list("reasons", StatementReader::reason),
        policy.list("approvals", need -> new Need(need.text("role"), need.count("people"))),
        policy.oneOf("control", CONTROLS));
  }

  private static Reason reason(Members reason) {
    return new Reason(reason.text("weight"), reason.text("sentence"), reason.textOrNull("step"));
  }

  private static Run run(Members run) {
    var checklist = run.object("checklist");
    return new Run(
        run.text("id"),
        new Checklist(
            checklist.text("id"),
            checklist.text("title"),
            checklist.sha256("digest"),
            checklist.texts("stepsRemovedSinceLast")),
        new Ending(
            run.oneOf("decision", DECISIONS),
            run.list("reasons", StatementReader::reason),
            run.text("completion")),
        run.time("startedOn"),
        run.time("finishedOn"),
        run.list("steps", StatementReader::step));
  }

  private static Step step(Members step) {
    return new Step(
        step.text("id"),
        step.text("title"),
        step.text("raw"),
        step.text("effective"),
        step.flag("optional"),
        new Seen(step.text("expected"), step.text("observed")),
        step.has("auditSeq") ? walked(step) : null,
        step.list("attempts", StatementReader::attempt),
        new Beside(
            step.listOrNone("attached", StatementReader::evidence),
            step.listOrNone("notes", StatementReader::note)));
  }

  private static Walked walked(Members step) {
    var actor = step.object("actor");
    var seq = step.range("auditSeq");
    return new Walked(
        new Actor(actor.text("id"), actor.textOrNull("key")),
        step.time("startedOn"),
        step.timeOrNull("finishedOn"),
        seq[0],
        seq[1]);
  }

  private static Attempt attempt(Members attempt) {
    return new Attempt(
        attempt.count("n"),
        attempt.text("raw"),
        attempt.time("startedOn"),
        attempt.timeOrNull("finishedOn"),
        attempt.exitOrNull("exit"),
        attempt.list("evidence", StatementReader::evidence));
  }

  static Evidence evidence(Members evidence) {
    return new Evidence(
        evidence.text("name"),
        evidence.sha256("digest"),
        evidence.text("mediaType"),
        evidence.number("size"));
  }

  private static Note note(Members note) {
    return new Note(note.text("author"), note.time("writtenOn"), note.text("text"));
  }

  private static Exempted exempted(Members exempted) {
    return new Exempted(
        exempted.text("step"),
        exempted.text("kind"),
        exempted.text("reason"),
        exempted.text("owner"),
        exempted.dateOrNull("expiresOn"),
        exempted.textOrNull("countersignedBy"));
  }

  private static Obligation obligation(Members obligation) {
    return new Obligation(
        obligation.text("id"),
        obligation.text("owner"),
        obligation.date("dueOn"),
        obligation.text("state"));
  }

  private static Approved approved(Members approved) {
    return new Approved(
        approved.text("principal"),
        approved.text("printedName"),
        approved.text("role"),
        approved.text("meaning"),
        approved.sha256("statementDigest"),
        approved.time("signedOn"),
        approved.oneOf("control", CONTROLS));
  }

  private static Ground ground(Members predicate) {
    var environment = predicate.object("environment");
    var log = predicate.object("auditLog");
    var redaction = predicate.object("redaction");
    var clock = predicate.object("clock");
    return new Ground(
        new Environment(
            environment.text("os"),
            environment.text("jvm"),
            environment.list("tools", StatementReader::tool)),
        predicate.has("rollbackPoint") ? rollback(predicate.object("rollbackPoint")) : null,
        new LogPosition(
            log.text("origin"),
            log.hex("genesis"),
            log.number("size"),
            log.hex("rootHash"),
            log.hex("head")),
        predicate.listOrNone("foreignChains", StatementReader::chain),
        new Redaction(
            redaction.text("rulesVersion"), redaction.number("replaced"), redaction.text("canary")),
        new Clockwork(clock.text("source"), clock.number("backwardSteps")),
        tool(predicate.object("tool")));
  }

  private static RollbackPoint rollback(Members point) {
    var backup = point.object("backup");
    return new RollbackPoint(
        backup.text("set"),
        backup.text("id"),
        backup.sha256("digest"),
        point.timeOrNull("provenRestorableOn"));
  }

  static ChainHead chain(Members chain) {
    return new ChainHead(
        chain.text("name"), chain.text("recipe"), chain.number("entries"), chain.text("head"));
  }

  private static Tool tool(Members tool) {
    return new Tool(tool.text("name"), tool.text("version"));
  }
}

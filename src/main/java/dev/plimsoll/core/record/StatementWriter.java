package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.Times;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.record.ReleaseRecord.Approved;
import dev.plimsoll.core.record.ReleaseRecord.Attempt;
import dev.plimsoll.core.record.ReleaseRecord.Exempted;
import dev.plimsoll.core.record.ReleaseRecord.Ground;
import dev.plimsoll.core.record.ReleaseRecord.Identity;
import dev.plimsoll.core.record.ReleaseRecord.Note;
import dev.plimsoll.core.record.ReleaseRecord.Obligation;
import dev.plimsoll.core.record.ReleaseRecord.Policy;
import dev.plimsoll.core.record.ReleaseRecord.Publication;
import dev.plimsoll.core.record.ReleaseRecord.Reason;
import dev.plimsoll.core.record.ReleaseRecord.Release;
import dev.plimsoll.core.record.ReleaseRecord.Run;
import dev.plimsoll.core.record.ReleaseRecord.Step;
import dev.plimsoll.core.record.ReleaseRecord.Subject;
import dev.plimsoll.core.record.ReleaseRecord.Tool;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A release record as the tree of its JSON document. Names and shapes are those of
/// docs/formats/release-record.md.
final class StatementWriter {
  private StatementWriter() {}

  static Map<String, Object> write(ReleaseRecord record) {
    return new Tree()
        .with("_type", Statement.TYPE)
        .with("subject", record.identity().subjects(), StatementWriter::subject)
        .with("predicateType", Statement.PREDICATE_TYPE)
        .with("predicate", predicate(record))
        .members();
  }

  static Tree subject(Subject subject) {
    return new Tree()
        .with("name", subject.name())
        .with("digest", Map.of(subject.algorithm(), subject.digest()));
  }

  private static Tree predicate(ReleaseRecord record) {
    Identity identity = record.identity();
    Ground ground = record.ground();
    return new Tree()
        .with("release", release(identity.release()))
        .with("outcome", identity.outcome().name())
        .with("publication", publication(identity.publication()))
        .with("properties", identity.properties())
        .with("policy", policy(identity.policy()))
        .with("runs", record.runs(), StatementWriter::run)
        .with("exceptions", record.exceptions(), StatementWriter::exempted)
        .with("obligations", record.obligations(), StatementWriter::obligation)
        .with("signoffs", record.signoffs(), StatementWriter::approved)
        .with("environment", environment(ground))
        .with("rollbackPoint", rollback(ground.rollbackPoint()))
        .withAny("foreignChains", ground.foreignChains(), StatementWriter::chain)
        .with("auditLog", auditLog(ground))
        .with("redaction", redaction(ground))
        .with("clock", clock(ground))
        .with("tool", tool(ground.tool()));
  }

  private static @Nullable Tree rollback(@Nullable RollbackPoint point) {
    return point == null
        ? null
        : new Tree()
            .with(
                "backup",
                new Tree()
                    .with("set", point.set())
                    .with("id", point.id())
                    .withSha256("digest", point.manifest()))
            .with(
                "provenRestorableOn",
                point.provenOn() == null ? null : Times.text(point.provenOn()));
  }

  private static @Nullable Tree publication(@Nullable Publication publication) {
    return publication == null
        ? null
        : new Tree()
            .with("probedOn", Times.text(publication.probedOn()))
            .with("evidence", evidence(publication.probe()));
  }

  private static Tree release(Release release) {
    return new Tree()
        .with("product", release.product())
        .with("version", release.version())
        .with("purl", release.purl())
        .with("type", release.type())
        .with("target", release.target())
        .with("candidate", release.candidate())
        .withSha256("previousRecord", release.previousRecord());
  }

  private static Tree policy(Policy policy) {
    return new Tree()
        .withSha256("project", policy.project())
        .with("decision", policy.decision())
        .with("reasons", policy.reasons(), StatementWriter::reason)
        .with(
            "approvals",
            policy.approvals(),
            need -> new Tree().with("role", need.role()).with("people", need.people()))
        .with("control", policy.control());
  }

  private static Tree reason(Reason reason) {
    return new Tree()
        .with("weight", reason.weight())
        .with("sentence", reason.sentence())
        .with("step", reason.step());
  }

  private static Tree run(Run run) {
    return new Tree()
        .with("id", run.id())
        .with(
            "checklist",
            new Tree()
                .with("id", run.checklist().id())
                .with("title", run.checklist().title())
                .withSha256("digest", run.checklist().sha256())
                .with("stepsRemovedSinceLast", run.checklist().stepsRemovedSinceLast()))
        .with("decision", run.ending().decision())
        .with("reasons", run.ending().reasons(), StatementWriter::reason)
        .with("completion", run.ending().completion())
        .with("startedOn", Times.text(run.startedOn()))
        .with("finishedOn", Times.text(run.finishedOn()))
        .with("steps", run.steps(), StatementWriter::step);
  }

  private static Tree step(Step step) {
    var tree =
        new Tree()
            .with("id", step.id())
            .with("title", step.title())
            .with("raw", step.raw())
            .with("effective", step.effective())
            .with("optional", step.optional() ? true : null)
            .with("expected", step.seen().expected())
            .with("observed", step.seen().observed())
            .with("attempts", step.attempts(), StatementWriter::attempt)
            .withAny("attached", step.beside().attached(), StatementWriter::evidence)
            .withAny("notes", step.beside().notes(), StatementWriter::note);
    var walked = step.walked();
    if (walked != null) {
      tree.with("actor", actor(walked.actor()))
          .with("startedOn", Times.text(walked.startedOn()))
          .with("finishedOn", time(walked.finishedOn()))
          .with("auditSeq", List.of(walked.firstSeq(), walked.lastSeq()));
    }
    return tree;
  }

  private static Tree attempt(Attempt attempt) {
    return new Tree()
        .with("n", attempt.number())
        .with("raw", attempt.raw())
        .with("startedOn", Times.text(attempt.startedOn()))
        .with("finishedOn", time(attempt.finishedOn()))
        .with("exit", attempt.exit())
        .with("evidence", attempt.evidence(), StatementWriter::evidence);
  }

  static Tree evidence(Evidence evidence) {
    return new Tree()
        .with("name", evidence.name())
        .withSha256("digest", evidence.sha256())
        .with("mediaType", evidence.mediaType())
        .with("size", evidence.size());
  }

  private static Tree note(Note note) {
    return new Tree()
        .with("author", note.author())
        .with("writtenOn", Times.text(note.writtenOn()))
        .with("text", note.text());
  }

  private static Tree exempted(Exempted exempted) {
    var expires = exempted.expiresOn();
    return new Tree()
        .with("step", exempted.step())
        .with("kind", exempted.kind())
        .with("reason", exempted.reason())
        .with("owner", exempted.owner())
        .with("expiresOn", expires == null ? null : expires.toString())
        .with("countersignedBy", exempted.countersignedBy());
  }

  private static Tree obligation(Obligation obligation) {
    return new Tree()
        .with("id", obligation.id())
        .with("owner", obligation.owner())
        .with("dueOn", obligation.dueOn().toString())
        .with("state", obligation.state());
  }

  private static Tree approved(Approved approved) {
    return new Tree()
        .with("principal", approved.principal())
        .with("printedName", approved.printedName())
        .with("role", approved.role())
        .with("meaning", approved.meaning())
        .withSha256("statementDigest", approved.statement())
        .with("signedOn", Times.text(approved.signedOn()))
        .with("control", approved.control());
  }

  private static Tree environment(Ground ground) {
    Collection<Tool> tools = ground.environment().tools();
    return new Tree()
        .with("os", ground.environment().os())
        .with("jvm", ground.environment().jvm())
        .with("tools", tools, StatementWriter::tool);
  }

  private static Tree auditLog(Ground ground) {
    var log = ground.auditLog();
    return new Tree()
        .with("origin", log.origin())
        .with("genesis", log.genesis())
        .with("size", log.size())
        .with("rootHash", log.rootHash())
        .with("head", log.head());
  }

  static Tree chain(ChainHead chain) {
    return new Tree()
        .with("name", chain.name())
        .with("recipe", chain.recipe())
        .with("entries", chain.entries())
        .with("head", chain.head());
  }

  private static Tree redaction(Ground ground) {
    var redaction = ground.redaction();
    return new Tree()
        .with("rulesVersion", redaction.rulesVersion())
        .with("replaced", redaction.replaced())
        .with("canary", redaction.canary());
  }

  private static Tree clock(Ground ground) {
    return new Tree()
        .with("source", ground.clock().source())
        .with("backwardSteps", ground.clock().backwardSteps());
  }

  private static Tree tool(Tool tool) {
    return new Tree().with("name", tool.name()).with("version", tool.version());
  }

  private static Tree actor(Actor actor) {
    return new Tree().with("id", actor.id()).with("key", actor.key());
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : Times.text(time);
  }
}

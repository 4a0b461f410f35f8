package dev.plimsoll.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Artifact;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Note;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.model.Waiver;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.Signer;
import dev.plimsoll.core.trust.SshSig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A release that was walked: one checklist of four steps, run by Olga, reviewed by Ada, with a
/// log, kept evidence and a trust file. The same every time.
final class RecordDesk {
  static final String OLGA = "olga@example.org";
  static final String ADA = "ada@example.org";
  static final Binding BOUND =
      new Binding("4be19f7a".repeat(5), "a1b2c3d4".repeat(5), "main", false);

  final LogDesk logDesk = new LogDesk();
  final AuditLog log = logDesk.open();
  final EvidenceInFolder evidence;
  final Signer olga = new SeededKey(11);
  final Signer ada = new SeededKey(12);
  final Map<String, StepState> steps = new LinkedHashMap<>();
  final Candidate candidate =
      new Candidate("customer-ops", "1.4.2", "v1.4.2", ReleaseType.MINOR, BOUND);
  private final Instant openedOn;
  private final long firstSeq;

  RecordDesk(Path folder) {
    evidence = new EvidenceInFolder(folder.resolve("evidence"));
    openedOn = logDesk.clock.instant();
    firstSeq = append(Event.RUN_OPENED, Map.of("run", "run-1"));
    attempt("unit", new Outcome.Failed("2 of 214 tests failed"), 1, "stdout.txt", "FAILED 2");
    attempt("unit", new Outcome.Passed("214 tests passed"), 0, "stdout.txt", "OK 214");
    attempt("changelog", new Outcome.Passed("section 1.4.2 found"), null, null, "");
    attempt("limits", new Outcome.Failed("rate limit not reviewed"), null, null, "");
    waive("limits", "unchanged since 1.4.0 <script>alert(1)</script>");
    note("unit", "The first attempt ran out of disk & \u202Etxt.");
  }

  AllowedSigners trusted() {
    return AllowedSigners.parse(allowedSigners(), "allowed_signers");
  }

  String allowedSigners() {
    return line(OLGA, olga) + line(ADA, ada);
  }

  static String line(String principal, Signer key) {
    var namespaces = List.of(Statement.NAMESPACE, SignOffStatement.NAMESPACE);
    return AllowedSigners.line(principal, key.publicKey(), namespaces) + "\n";
  }

  Actor operator() {
    return new Actor(OLGA, olga.publicKey().fingerprint());
  }

  long append(Event event, Map<String, ?> payload) {
    logDesk.clock.turn(Duration.ofSeconds(7));
    return log.append(event, operator(), payload).seq();
  }

  Evidence keep(String name, String text) {
    try {
      return evidence.keep(
          name, "text/plain; charset=utf-8", new ByteArrayInputStream(text.getBytes(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StepState state(String step) {
    return steps.computeIfAbsent(step, StepState::untouched);
  }

  void attempt(
      String step, Outcome outcome, @Nullable Integer exit, @Nullable String file, String text) {
    var number = state(step).attempts().size() + 1;
    var started =
        append(Event.STEP_STARTED, Map.of("run", "run-1", "step", step, "attempt", number));
    var startedOn = logDesk.clock.instant();
    var kept = file == null ? List.<Evidence>of() : List.of(keep(file, text));
    var concluded =
        append(
            Event.STEP_CONCLUDED,
            Map.of("run", "run-1", "step", step, "attempt", number, "outcome", outcome.word()));
    var ending =
        new Attempt.Ending(
            outcome, "as it should be", exit, logDesk.clock.instant(), kept, concluded);
    add(
        step,
        new Attempt(
            number,
            operator(),
            BOUND,
            startedOn,
            Digests.sha256Hex(step.getBytes(UTF_8)),
            ending,
            started));
  }

  private void add(String step, Attempt attempt) {
    var attempts = new ArrayList<>(state(step).attempts());
    attempts.add(attempt);
    var it = state(step);
    steps.put(
        step,
        new StepState(
            step,
            attempts,
            it.waiver(),
            it.deferral(),
            it.approvals(),
            it.notes(),
            it.attached(),
            null,
            null));
  }

  void waive(String step, String reason) {
    var it = state(step);
    append(Event.WAIVER_GRANTED, Map.of("run", "run-1", "step", step, "reason", reason));
    var waiver =
        new Waiver(
            step,
            operator(),
            reason,
            LocalDate.of(2026, 4, 1),
            logDesk.clock.instant(),
            it.attempts().size());
    steps.put(
        step,
        new StepState(
            step, it.attempts(), waiver, null, List.of(), it.notes(), it.attached(), null, null));
  }

  void note(String step, String text) {
    var it = state(step);
    var note = new Note(operator(), logDesk.clock.instant(), text);
    steps.put(
        step,
        new StepState(
            step,
            it.attempts(),
            it.waiver(),
            null,
            it.approvals(),
            List.of(note),
            List.of(keep("note.png", "picture")),
            null,
            null));
  }

  /// Ada signs the sign-off step off, as runs do.
  Approval approve(String step, Signer signer, String principal) {
    var approval = approval(step.isEmpty() ? "" : "pre-release/" + step, signer, principal);
    if (!step.isEmpty()) {
      var it = state(step);
      steps.put(
          step,
          new StepState(
              step,
              it.attempts(),
              null,
              null,
              List.of(approval),
              List.of(),
              List.of(),
              null,
              null));
    }
    return approval;
  }

  Approval approval(String step, Signer signer, String principal) {
    var subject =
        new SignOffSubject(
            new SignOffSubject.Release("customer-ops", "1.4.2", "v1.4.2", BOUND.commit()),
            new SignOffSubject.Shown(List.of(), List.of("Unit tests \u00b7 PASSED"), Map.of()),
            List.of(),
            artifacts(),
            List.of());
    var signedOn = logDesk.clock.instant();
    var statement =
        SignOffStatement.of(
            subject,
            new SignOffStatement.Given(
                step,
                new SignOffStatement.Signatory(principal, principal, "approver"),
                "I have read the evidence.",
                "approved",
                signedOn));
    var signature = SshSig.sign(signer, SignOffStatement.NAMESPACE, statement);
    append(Event.SIGNOFF_GIVEN, Map.of("principal", principal));
    return new Approval(
        step,
        new Actor(principal, signer.publicKey().fingerprint()),
        "approver",
        "approved",
        keep("sign-off.json", new String(statement, UTF_8)),
        keep("sign-off.json.sig", signature),
        subject.digest(),
        signedOn);
  }

  static List<Artifact> artifacts() {
    return List.of(
        new Artifact(
            "customer-ops-1.4.2.tar.gz", Digests.sha256Hex("artifact".getBytes(UTF_8)), 8));
  }

  RunState run() {
    var opening =
        new RunState.Opening(
            candidate,
            "pre-release",
            "Pre-release",
            RecordSamples.checklist().source().sha256(),
            Map.of("url", "http://localhost:8000"),
            operator(),
            openedOn,
            false,
            List.of("unit", "changelog", "limits", "approve"),
            List.of("old-step"));
    return new RunState(
        "run-1",
        opening,
        RunState.Phase.OPEN,
        steps,
        List.of(),
        new RunState.Span(firstSeq, log.head().size() - 1, logDesk.clock.instant()));
  }

  ReleaseState release(Approval... approvals) {
    return new ReleaseState(
        candidate, 2, List.of(run()), artifacts(), List.of(approvals), null, null);
  }

  RecordSigner olgaSigns() {
    return new RecordSigner(OLGA, "Olga Operator", "operator", "sealed", olga);
  }

  RecordSigner adaSigns() {
    return new RecordSigner(ADA, "Ada Approver", "approver", "sealed", ada);
  }

  Clock clock() {
    return Clock.fixed(logDesk.clock.instant(), ZoneOffset.UTC);
  }

  Sealing sealing() {
    return new Sealing(log, evidence, trusted(), clock());
  }

  /// Everything in order: signed off by Ada, sealed by Olga and Ada.
  SealedRecord seal(Path folder) {
    approve("approve", ada, ADA);
    return sealing().seal(RecordSamples.request(this, release(), olgaSigns(), adaSigns()), folder);
  }

  RecordVerification.Against against() {
    return new RecordVerification.Against(trusted(), logDesk.clock.instant(), List.of(), null);
  }
}

package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.record.ReleaseRecord.Approved;
import dev.plimsoll.core.record.ReleaseRecord.Exempted;
import dev.plimsoll.core.record.ReleaseRecord.Run;
import dev.plimsoll.core.record.ReleaseRecord.Step;
import dev.plimsoll.core.trust.Printable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Do the record's own contents bear out its outcome? Nothing is taken from its decisions but what
/// steps, exceptions and verified sign-offs prove: no-go unless proven.
final class PolicyExam {
  private static final Set<String> PASSES = Set.of("PASSED", "WARNED");

  private final Examination examination;
  private final ReleaseRecord record;
  private final Tally tally = new Tally(Aspect.POLICY);
  private final VerifiedSignOffs signOffs;

  private PolicyExam(Examination examination, ReleaseRecord record) throws IOException {
    this.examination = examination;
    this.record = record;
    this.signOffs = VerifiedSignOffs.of(examination, record, tally);
  }

  static Verdict verdict(Examination examination) throws IOException {
    var statement = examination.statement();
    if (statement == null) {
      return Verdict.couldNotTell(
          Aspect.POLICY, "The record cannot be read: " + examination.unreadable() + ".");
    }
    var exam = new PolicyExam(examination, statement.record());
    exam.outcome();
    statement.record().runs().forEach(exam::run);
    statement.record().exceptions().forEach(exam::exempted);
    exam.approvals();
    exam.properties();
    return exam.tally.verdict(exam.proven());
  }

  private String proven() {
    var exceptions = record.exceptions().size();
    var single = record.identity().policy().control().equals(ReleaseRecord.SINGLE_PERSON);
    return "Every step of "
        + record.runs().size()
        + (record.runs().size() == 1 ? " run" : " runs")
        + " is met"
        + (exceptions == 0 ? "" : " or excepted (" + exceptions + ")")
        + ", and every approval needed is given"
        + (single ? ", under single-person control." : ".");
  }

  private void unmet(String why, String bad) {
    tally.fail(VerdictCode.POLICY_NOT_MET, why, bad);
  }

  private void outcome() {
    var outcome = record.identity().outcome();
    if (!outcome.isGo()) {
      unmet("The release was not let go: its outcome is " + outcome.words() + ".", "outcome");
    }
    if (!record.identity().policy().decision().equals(ReleaseRecord.Ending.GO)) {
      unmet("The gate said no-go over the release.", "policy");
    }
    if (record.runs().isEmpty()) {
      unmet("No run stands in the record, which proves nothing.", "runs");
    }
    if (outcome != RecordOutcome.READY
        && outcome.isGo()
        && record.identity().publication() == null) {
      unmet("It calls itself released, and no probe saw it published.", "outcome");
    }
    if (outcome == RecordOutcome.RELEASED && !record.exceptions().isEmpty()) {
      unmet("It calls itself released without exceptions, and lists some.", "outcome");
    }
  }

  private void run(Run run) {
    if (!run.ending().isGo()) {
      unmet(
          "The gate said no-go for \u201c" + Printable.of(run.checklist().title()) + "\u201d.",
          run.checklist().id());
    }
    if (run.steps().isEmpty()) {
      unmet(
          "\u201c"
              + Printable.of(run.checklist().title())
              + "\u201d has no steps, which proves nothing.",
          run.checklist().id());
    }
    for (var step : run.steps()) {
      var name = run.checklist().id() + "/" + step.id();
      step(name, step);
      asLogged(run.id(), name, step);
    }
  }

  /// A retry never hides what came before it: every attempt ended as the log says, and none is left
  /// out.
  private void asLogged(String run, String name, Step step) {
    var log = examination.log();
    if (log == null) {
      return;
    }
    for (var attempt : step.attempts()) {
      var logged = log.attempts().outcomes(run, step.id(), attempt.number());
      if (!logged.isEmpty() && !logged.contains(attempt.raw())) {
        unmet(
            "Attempt "
                + attempt.number()
                + " of the step "
                + name
                + " calls itself "
                + attempt.raw()
                + ", and the log says "
                + String.join(", ", logged)
                + ".",
            name);
      }
    }
    var listed = step.attempts().stream().mapToInt(ReleaseRecord.Attempt::number).max().orElse(0);
    var most = log.attempts().most(run, step.id());
    if (most > listed || step.attempts().size() < listed) {
      unmet(
          "The log has "
              + most
              + " attempts at the step "
              + name
              + ", and the record leaves some out.",
          name);
    }
  }

  private void step(String name, Step step) {
    var last = step.attempts().isEmpty() ? "NOT_RUN" : step.attempts().getLast().raw();
    if (!step.raw().equals(last)) {
      unmet(
          "The step "
              + name
              + " calls itself "
              + step.raw()
              + ", but its last attempt was "
              + last
              + ".",
          name);
    } else if (PASSES.contains(step.effective())) {
      if (!PASSES.contains(last) && !signOffs.open() && !signOffs.covers(step.id(), name)) {
        unmet(
            "The step "
                + name
                + " counts as passed without a passing attempt or a verified sign-off.",
            name);
      }
    } else if (step.effective().equals("NOT_APPLICABLE")) {
      if (!isExcepted(name, step) && last.equals("NOT_APPLICABLE")) {
        unmet(
            "A person said that the step "
                + name
                + " does not apply, and it is not listed as an exception.",
            name);
      }
    } else if (!isExcepted(name, step) && !step.optional()) {
      unmet(
          "The step " + name + " is " + step.effective() + ": neither met nor accepted by anybody.",
          name);
    }
  }

  /// Whether an exception is listed for the step, of the kind that its standing names.
  private boolean isExcepted(String name, Step step) {
    var kind =
        switch (step.effective()) {
          case "WAIVED" -> DraftedExceptions.WAIVED;
          case "DEFERRED" -> DraftedExceptions.DEFERRED;
          case "NOT_APPLICABLE" -> DraftedExceptions.NOT_APPLICABLE;
          default -> "";
        };
    return record.exceptions().stream()
        .anyMatch(it -> it.step().equals(name) && it.kind().equals(kind));
  }

  private void exempted(Exempted it) {
    if (it.reason().isBlank() || it.owner().isBlank()) {
      unmet("The exception for " + it.step() + " lacks a reason or a person.", it.step());
    }
    var expires = it.expiresOn();
    if (expires == null && !it.kind().equals(DraftedExceptions.NOT_APPLICABLE)) {
      unmet("The exception for " + it.step() + " has no end.", it.step());
    }
    if (expires != null && sealedOn().map(expires::isBefore).orElse(false)) {
      unmet(
          "The exception for "
              + it.step()
              + " had expired on "
              + expires
              + ", before the record was sealed.",
          it.step());
    }
  }

  private Optional<LocalDate> sealedOn() {
    Optional<Instant> signed = examination.logged().map(LoggedRecord::signedOn);
    return signed.map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC));
  }

  private void approvals() {
    for (var need : record.identity().policy().approvals()) {
      var given = signOffs.releasePeople(need.role());
      var role = Printable.of(need.role());
      if (given.size() < need.people() && signOffs.open()) {
        tally.unsure(
            "Whether the sign-offs as " + role + " verify only the bundle can show.", role);
      } else if (given.size() < need.people()) {
        tally.fail(
            VerdictCode.SIG_THRESHOLD,
            given.size() + " of " + need.people() + " sign-offs as " + role + " verify.",
            role);
      }
    }
  }

  private void properties() throws IOException {
    var people = AuthenticityExam.people(examination);
    var properties = record.identity().properties();
    if (properties.contains(ReleaseRecord.NO_EXCEPTIONS) && !record.exceptions().isEmpty()) {
      unmet("It says NO_EXCEPTIONS and lists some.", ReleaseRecord.NO_EXCEPTIONS);
    }
    if (properties.contains(ReleaseRecord.FOUR_EYES) && people.size() < 2) {
      unmet(
          "It says FOUR_EYES, but the signatures of fewer than two people hold.",
          ReleaseRecord.FOUR_EYES);
    }
    var back = record.ground().rollbackPoint();
    if (properties.contains(ReleaseRecord.RESTORE_PROVEN)
        && (back == null || back.provenOn() == null)) {
      unmet(
          "It says RESTORE_PROVEN and names no backup that was proven to restore.",
          ReleaseRecord.RESTORE_PROVEN);
    }
    var operators =
        record.runs().stream()
            .flatMap(run -> run.steps().stream())
            .map(Step::walked)
            .flatMap(walked -> walked == null ? Stream.empty() : Stream.of(walked.actor().id()))
            .collect(Collectors.toSet());
    for (var approved : record.signoffs()) {
      if (approved.control().equals(ReleaseRecord.SECOND_PERSON)
          && operators.contains(approved.principal())) {
        unmet(
            Printable.of(approved.principal())
                + " counts as a second person, but ran steps of this release.",
            approved.principal());
      }
    }
    second(record.signoffs());
  }

  private void second(List<Approved> given) {
    var control = record.identity().policy().control();
    var second = given.stream().anyMatch(it -> it.control().equals(ReleaseRecord.SECOND_PERSON));
    if (control.equals(ReleaseRecord.SECOND_PERSON) && !second) {
      unmet("It says second-person control, but no sign-off is one of a second person.", "policy");
    }
  }
}

package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.record.ReleaseRecord.Approved;
import dev.plimsoll.core.record.SealingRequest.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who approved, and whether that was anybody but the people who ran the steps. Pure.
final class DraftedPeople {
  private final SealingRequest request;
  private final Set<String> operators;
  private final Set<String> known;

  DraftedPeople(SealingRequest request) {
    this.request = request;
    var actors = request.runs().stream().flatMap(DraftedPeople::actors).toList();
    this.operators = Set.copyOf(actors.stream().map(Actor::id).toList());
    this.known = new HashSet<>(request.signers().stream().map(RecordSigner::principal).toList());
    actors.stream().filter(Actor::isAuthenticated).map(Actor::id).forEach(known::add);
  }

  private static Stream<Actor> actors(Walk walk) {
    var attempted =
        walk.run().steps().values().stream()
            .flatMap(step -> step.attempts().stream())
            .map(attempt -> attempt.actor());
    return Stream.concat(Stream.of(walk.run().opening().operator()), attempted);
  }

  /// Approvals that still cover what the gate saw: those of steps that passed, and those of the
  /// release. An approval of an earlier state of things is left out; what the newest one covers is
  /// the present state, or the gate had not let go.
  List<Approval> inForce() {
    var all = new ArrayList<Approval>(newest(request.matter().release().approvals()));
    for (var walk : request.runs()) {
      walk.checklist()
          .steps()
          .filter(step -> walk.standing(step.id()) == Standing.PASSED)
          .forEach(step -> all.addAll(newest(walk.run().step(step.id()).approvals())));
    }
    return all;
  }

  private static List<Approval> newest(List<Approval> approvals) {
    return approvals.stream()
        .max(Comparator.comparing(Approval::signedOn))
        .map(last -> approvals.stream().filter(it -> it.subject().equals(last.subject())).toList())
        .orElse(List.of());
  }

  Approved approved(Approval approval) {
    var principal = approval.signer().id();
    return approved(
        new SignOffStatement.Signatory(principal, printedName(principal), approval.role()),
        approval.meaning(),
        approval.statement().sha256(),
        approval.signedOn());
  }

  Approved approved(
      SignOffStatement.Signatory signatory, String meaning, String statement, Instant signedOn) {
    return new Approved(
        signatory.principal(),
        signatory.printedName(),
        signatory.role(),
        meaning,
        statement,
        signedOn,
        control(signatory.principal()));
  }

  /// A second person is somebody who ran no step while somebody else is known by key: an operator
  /// without a key could be anybody, the approver included.
  private String control(String principal) {
    var others = known.stream().anyMatch(other -> !other.equals(principal));
    return others && !operators.contains(principal)
        ? ReleaseRecord.SECOND_PERSON
        : ReleaseRecord.SINGLE_PERSON;
  }

  private String printedName(String principal) {
    var signing =
        request.signers().stream().filter(it -> it.principal().equals(principal)).findFirst();
    return request
        .matter()
        .project()
        .person(principal)
        .map(person -> person.name())
        .or(() -> signing.map(RecordSigner::printedName))
        .orElse(principal);
  }
}

package dev.plimsoll.core;

import dev.plimsoll.core.gate.ReleaseGate;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Deferral;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.model.Waiver;
import dev.plimsoll.core.run.Covered;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.core.run.SignOffContent;
import dev.plimsoll.core.run.SignOffRequest;
import dev.plimsoll.core.run.SignOffs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Approvals of a release as a whole, and the gate over it.
final class ReleaseApproval {
  private static final String MEANING = "approved";

  private final Plimsoll plimsoll;
  private final OpenProject project;
  private final ReleaseDesk desk;

  ReleaseApproval(Plimsoll plimsoll, OpenProject project, ReleaseDesk desk) {
    this.plimsoll = plimsoll;
    this.project = project;
    this.desk = desk;
  }

  Decision decision(ReleaseState state, List<PlanCard> cards) {
    var walked = new LinkedHashMap<String, ReleaseGate.Walked>();
    for (var card : cards) {
      if (card.applies()) {
        walked.put(
            card.checklist().id(),
            new ReleaseGate.Walked(card.checklist().title(), card.decision()));
      }
    }
    return ReleaseGate.decide(
        project.definition(),
        state.candidate().type(),
        walked,
        new ReleaseGate.Approvals(
            state.approvals(),
            Attestation.FORM.digest(covered(state, cards)),
            operators(state),
            lastActOn(state)));
  }

  SignOffRequest request(String role) {
    var state = desk.state();
    var cards = desk.cards(state);
    var onScreen = new ArrayList<String>();
    for (var card : cards) {
      if (card.applies()) {
        var decision = card.decision();
        onScreen.add(
            card.checklist().title()
                + " · "
                + (decision == null ? "NOT STARTED" : decision.completion().words()));
      }
    }
    return new SignOffRequest(
        "",
        statement(state),
        "approved",
        role,
        Attestation.FORM.digest(covered(state, cards)),
        onScreen);
  }

  void give(SignOffRequest request, PersonSigner person) {
    var folder = project.trusted();
    var state = desk.state();
    var covered = covered(state, desk.cards(state, folder));
    if (state.sealed() != null) {
      throw Problem.of(
          "Not signed", "The release is sealed already.", "Nothing may be added to it.");
    }
    var now =
        new SignOffRequest(
            "",
            statement(state),
            MEANING,
            request.role(),
            Attestation.FORM.digest(covered),
            request.onScreen());
    if (!now.equals(request)) {
      throw Problem.of(
          "Not signed",
          "Something that the sign-off covers has changed since it was shown.",
          "Look at it again, then sign.");
    }
    project.ledger().log().checkpoint();
    new SignOffs(
            project.ledger(),
            plimsoll.evidence(),
            plimsoll.installation().clock(),
            Attestation.FORM)
        .give(
            new SignOffs.Subject(folder.usable(), state.candidate(), ReleaseDesk.signers(folder)),
            request,
            person,
            covered,
            Map.of());
  }

  void rescind(String principal, String reason) {
    var state = desk.state();
    if (state.approvals().stream().noneMatch(a -> a.signer().id().equals(principal))) {
      throw Problem.of(
          "Approval not taken back",
          principal + " has not signed this release.",
          "Nothing was changed.");
    }
    if (reason.isBlank()) {
      throw Problem.of(
          "Approval not taken back",
          "The reason is empty.",
          "Say why in a sentence; the record keeps it.");
    }
    var folder = project.folder();
    new SignOffs(
            project.ledger(),
            plimsoll.evidence(),
            plimsoll.installation().clock(),
            Attestation.FORM)
        .rescind(
            new SignOffs.Subject(folder.usable(), state.candidate(), ReleaseDesk.signers(folder)),
            principal,
            plimsoll.installation().osUser(),
            reason);
  }

  private SignOffContent covered(ReleaseState state, List<PlanCard> cards) {
    var runs =
        cards.stream()
            .filter(PlanCard::applies)
            .filter(card -> card.run().isPresent())
            .map(card ->
                new Covered.WalkedRun(
                    card.checklist(), card.run().orElseThrow(), card.judgements()))
            .toList();
    return Covered.release(state, statement(state), runs);
  }

  private static String statement(ReleaseState state) {
    var candidate = state.candidate();
    return "I reviewed the evidence listed and approve release "
        + candidate.version()
        + " of commit "
        + candidate.bound().shortCommit()
        + ".";
  }

  /// Everybody whose hand is in it: opened a run, ran or answered a step, waived or deferred one.
  private static List<Actor> operators(ReleaseState state) {
    var steps = state.runs().stream().flatMap(run -> run.steps().values().stream()).toList();
    return Stream.of(
            state.runs().stream().map(run -> run.opening().operator()),
            steps.stream().flatMap(step -> step.attempts().stream()).map(Attempt::actor),
            steps.stream().map(StepState::waiver).filter(Objects::nonNull).map(Waiver::owner),
            steps.stream().map(StepState::deferral).filter(Objects::nonNull).map(Deferral::owner))
        .flatMap(actors -> actors)
        .distinct()
        .toList();
  }

  private static @Nullable Instant lastActOn(ReleaseState state) {
    return state.runs().stream()
        .flatMap(run -> run.steps().values().stream())
        .flatMap(step -> step.attempts().stream())
        .map(Attempt::ending)
        .filter(Objects::nonNull)
        .map(Attempt.Ending::finishedOn)
        .max(Instant::compareTo)
        .orElse(null);
  }
}

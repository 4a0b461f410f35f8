package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.SshSig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes, signs and records approvals: an in-toto statement of its own
/// (docs/formats/release-record.md), signed as SSHSIG.
public final class SignOffs {
  public static final String NAMESPACE = "sign-off@plimsoll.dev";

  private final Ledger ledger;
  private final EvidenceStore evidence;
  private final Clock clock;
  private final SignOffForm form;

  public SignOffs(Ledger ledger, EvidenceStore evidence, Clock clock, SignOffForm form) {
    this.ledger = ledger;
    this.evidence = evidence;
    this.clock = clock;
    this.form = form;
  }

  /// @param place members that say where it was given: `run` and `step`, or nothing for the release
  ///   as a whole
  /// @param covered what `request.subject()` is the digest of
  public void give(
      Subject subject,
      SignOffRequest request,
      PersonSigner person,
      SignOffContent covered,
      Map<String, Object> place) {
    mayPlay(subject.project(), person.principal(), request.role(), "Not signed");
    mustBeTrusted(subject, person);
    var key = person.signer().publicKey().fingerprint();
    var actor = new Actor(person.principal(), key);
    var asked = new LinkedHashMap<>(place);
    asked.put("release", release(subject.candidate()));
    asked.put("role", request.role());
    asked.put("subject", request.subject());
    ledger.append(Event.SIGNOFF_REQUESTED, actor, asked);

    var statement = statement(subject, request, person, covered);
    var signature = SshSig.sign(person.signer(), NAMESPACE, statement);
    var name = "sign-off-" + (request.step().isEmpty() ? "release" : request.step());
    var given = new LinkedHashMap<>(place);
    given.put("release", release(subject.candidate()));
    given.put("principal", person.principal());
    given.put("key", key);
    given.put("role", request.role());
    given.put("meaning", request.meaning());
    given.put("subject", request.subject());
    given.put("statement", Payload.of(keep(name + ".json", "application/json", statement)));
    given.put(
        "signature",
        Payload.of(
            keep(name + ".json.sig", "text/plain", signature.getBytes(StandardCharsets.US_ASCII))));
    ledger.append(Event.SIGNOFF_GIVEN, actor, given);
  }

  /// Who approves what.
  ///
  /// @param trusted the project's own trust file
  public record Subject(Project project, Candidate candidate, AllowedSigners trusted) {}

  private void mustBeTrusted(Subject subject, PersonSigner person) {
    var found = subject.trusted().check(person.signer().publicKey(), NAMESPACE, clock.instant());
    if (found instanceof AllowedSigners.Known known
        && known.principal().equals(person.principal())) {
      return;
    }
    throw Problem.of(
        "Not signed",
        found instanceof AllowedSigners.Known known
            ? "This key belongs to " + known.principal() + ", not to " + person.principal() + "."
            : found.sentence(),
        "Sign with a key that .plimsoll/allowed_signers names for "
            + person.principal()
            + ", or commit a line for it ('plimsoll key show' prints one).");
  }

  /// Whether the project gives the person the role. One that names nobody leaves roles open.
  static boolean plays(Project project, String principal, String role) {
    if (project.people().isEmpty()) {
      return true;
    }
    var single = project.rules().solo().allowed() && project.people().size() == 1;
    return project
        .person(principal)
        .filter(person -> single || person.roles().contains(role))
        .isPresent();
  }

  /// Refuses a role that the project does not give to the person. A project that names nobody
  /// leaves roles open.
  static void mayPlay(Project project, String principal, String role, String what) {
    if (project.people().isEmpty()) {
      return;
    }
    var person =
        project
            .person(principal)
            .orElseThrow(() ->
                Problem.of(
                    "Not signed",
                    principal + " is not among the project's people.",
                    "Add the person to .plimsoll/project.yaml, or act as someone who is there."));
    var single = project.rules().solo().allowed() && project.people().size() == 1;
    if (!single && !person.roles().contains(role)) {
      throw Problem.of(
          what,
          principal + " does not have the role " + role + ".",
          "Ask someone who has it, or change the person's roles in .plimsoll/project.yaml.");
    }
  }

  /// Takes an approval of the release as a whole back.
  public void rescind(Subject subject, String principal, Actor actor, String reason) {
    ledger.append(
        Event.SIGNOFF_RESCINDED,
        actor,
        Map.of(
            "release", release(subject.candidate()),
            "principal", principal,
            "reason", WellFormed.text(reason)));
  }

  static Map<String, Object> release(Candidate candidate) {
    return Map.of("product", candidate.product(), "version", candidate.version());
  }

  private byte[] statement(
      Subject subject, SignOffRequest request, PersonSigner person, SignOffContent covered) {
    var printed =
        subject
            .project()
            .person(person.principal())
            .map(Project.Person::name)
            .orElse(person.principal());
    return form.statement(
        covered,
        new SignOffForm.Given(
            request.step().isEmpty()
                ? ""
                : covered.checklists().getFirst().id() + "/" + request.step(),
            new SignOffForm.Signatory(person.principal(), printed, request.role()),
            request.statement(),
            request.meaning(),
            clock.instant()));
  }

  private Evidence keep(String name, String mediaType, byte[] bytes) {
    try {
      return evidence.keep(name, mediaType, new ByteArrayInputStream(bytes));
    } catch (IOException full) {
      throw Problem.of(
          "Not signed",
          "The signed statement could not be stored.",
          "Check free space and permissions, then sign again.",
          full);
    }
  }
}

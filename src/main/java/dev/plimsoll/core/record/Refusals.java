package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.SealingRequest.Ending;
import dev.plimsoll.core.record.SealingRequest.Walk;
import dev.plimsoll.core.trust.AllowedSigners;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.SigVerdict;
import dev.plimsoll.core.trust.SshSig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Everything that stands against sealing, looked at before anything is signed or logged. The first
/// one found is thrown.
final class Refusals {
  private static final String WHAT = "Record not sealed";

  private final EvidenceStore store;
  private final AllowedSigners trusted;

  Refusals(EvidenceStore store, AllowedSigners trusted) {
    this.store = store;
    this.trusted = trusted;
  }

  void check(SealingRequest request, Instant now) {
    refuseMatter(request);
    refuseDecision(request);
    request.runs().forEach(walk -> refuseRun(request, walk));
    refuseSigners(request.signers(), now);
    refuseTexts(request);
    Stream.concat(SealedSights.kept(request), probe(request.matter().ending()))
        .distinct()
        .forEach(this::refuseEvidence);
    new DraftedPeople(request).inForce().forEach(this::refuseApproval);
  }

  private static Stream<Evidence> probe(Ending ending) {
    return switch (ending) {
      case Ending.Published published -> Stream.of(published.probe());
      case Ending.RolledBack back -> Stream.of(back.probe());
      case Ending.Ready _, Ending.Aborted _ -> Stream.empty();
    };
  }

  private static void refuseMatter(SealingRequest request) {
    var release = request.matter().release();
    var sealed = release.sealed();
    if (sealed != null) {
      throw refusal(
          "This release was sealed already, as record " + sealed.sha256() + ".",
          "Open that record; what comes after it is an addendum.");
    }
    if (release.candidate().bound().dirty()) {
      throw refusal(
          "The work tree differs from commit "
              + release.candidate().bound().shortCommit()
              + ": this was a rehearsal.",
          "Commit or set aside the changes, run the stale steps again, then seal.");
    }
    if (request.runs().isEmpty()) {
      throw refusal(
          "No run belongs to this release, which proves nothing.",
          "Run the checklists of the plan first.");
    }
  }

  private static void refuseDecision(SealingRequest request) {
    if (request.matter().ending() instanceof Ending.Aborted) {
      return;
    }
    if (!request.decision().isGo()) {
      throw noGo("The gate says no-go", request.decision());
    }
    for (var walk : request.runs()) {
      if (!walk.decision().isGo()) {
        throw noGo(
            "The gate says no-go for \u201c" + walk.checklist().title() + "\u201d",
            walk.decision());
      }
    }
  }

  private static Problem noGo(String where, dev.plimsoll.core.model.Decision decision) {
    var first =
        decision.blockers().isEmpty() ? "" : " " + decision.blockers().getFirst().sentence();
    return refusal(where + "." + first, "Meet, waive or defer what blocks, then seal.");
  }

  private static void refuseRun(SealingRequest request, Walk walk) {
    var opened = walk.run().opening().candidate();
    var candidate = request.matter().release().candidate();
    if (!opened.product().equals(candidate.product())
        || !opened.version().equals(candidate.version())) {
      throw refusal(
          "Run "
              + walk.run().id()
              + " belongs to "
              + opened.product()
              + " "
              + opened.version()
              + ".",
          "Seal the runs of one release together.");
    }
    if (walk.checklist().steps().findAny().isEmpty()) {
      throw refusal(
          "The checklist \u201c"
              + walk.checklist().title()
              + "\u201d has no steps, which proves nothing.",
          "Give it steps, or take it out of the plan.");
    }
  }

  private void refuseSigners(List<RecordSigner> signers, Instant now) {
    if (signers.isEmpty()) {
      throw refusal("Nobody signs it.", "Choose the key of at least one person.");
    }
    var principals = new HashSet<String>();
    var keys = new HashSet<Object>();
    for (var signer : signers) {
      var key = signer.signer().publicKey();
      if (!principals.add(signer.principal()) || !keys.add(key)) {
        throw refusal(
            signer.principal() + " signs twice, or two people with one key.",
            "Let each person sign once, with a key of their own.");
      }
      for (var namespace : List.of(Statement.NAMESPACE, SignOffStatement.NAMESPACE)) {
        refuseKey(signer.principal(), trusted.check(key, namespace, now));
      }
    }
  }

  private static void refuseKey(String principal, AllowedSigners.Lookup lookup) {
    if (!(lookup instanceof AllowedSigners.Known known)) {
      throw refusal(
          lookup.sentence(),
          "Choose another key, or have the trust file .plimsoll/allowed_signers changed.");
    }
    if (!known.principal().equals(principal)) {
      throw refusal(
          "The key of " + principal + " belongs to " + known.principal() + " in the trust file.",
          "Sign as " + known.principal() + ", or with the key of " + principal + ".");
    }
  }

  private static void refuseTexts(SealingRequest request) {
    var project = request.matter().project().source();
    Stream.concat(
            Stream.of(project), request.runs().stream().map(walk -> walk.checklist().source()))
        .filter(source ->
            !Digests.sha256Hex(source.text().getBytes(StandardCharsets.UTF_8))
                .equals(source.sha256()))
        .findFirst()
        .ifPresent(source -> {
          throw refusal(
              "The text of " + source.file() + " is not the one that its digest names.",
              "Save the file as UTF-8 without a byte order mark and open the project again.");
        });
  }

  private void refuseEvidence(Evidence evidence) {
    try (var in = store.open(evidence.sha256())) {
      if (Streams.sha256(in).equals(evidence.sha256())) {
        return;
      }
    } catch (IOException e) {
      throw Problem.of(
          WHAT,
          "The evidence \u201c"
              + evidence.name()
              + "\u201d ("
              + evidence.sha256()
              + ") is missing.",
          "Restore the evidence folder from a backup, or run its step again.",
          e);
    }
    throw refusal(
        "The evidence \u201c"
            + evidence.name()
            + "\u201d ("
            + evidence.sha256()
            + ") was changed on disk.",
        "Restore the evidence folder from a backup, or run its step again.");
  }

  private void refuseApproval(Approval approval) {
    refuseEvidence(approval.statement());
    refuseEvidence(approval.signature());
    var who = "The sign-off of " + approval.signer().id();
    try (var statement = store.open(approval.statement().sha256());
        var signature = store.open(approval.signature().sha256())) {
      var text = new String(signature.readNBytes(BundleLimits.TEXT_MAX), StandardCharsets.UTF_8);
      var verdict =
          SshSig.verify(
              text, statement.readNBytes(CanonicalJson.RECORD_MAX), SignOffStatement.NAMESPACE);
      if (!(verdict instanceof SigVerdict.Valid valid)) {
        throw refusal(who + " does not verify.", "Have it given again.");
      }
      refuseKey(
          approval.signer().id(),
          trusted.check(valid.publicKey(), SignOffStatement.NAMESPACE, approval.signedOn()));
    } catch (IOException e) {
      throw Problem.of(
          WHAT, who + " cannot be read.", "Restore the evidence folder from a backup.", e);
    }
  }

  static Problem refusal(String where, String next) {
    return Problem.of(WHAT, where, next);
  }
}

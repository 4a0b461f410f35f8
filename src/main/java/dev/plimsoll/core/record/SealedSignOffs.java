package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.record.ReleaseRecord.Approved;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.SshSig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The sign-offs that a record lists: the approvals in force, and one of each person who seals
/// without having approved.
///
/// @param approved as the record lists them
/// @param files statements and signatures, as they go into the bundle
record SealedSignOffs(List<Approved> approved, List<BundlePart> files) {
  SealedSignOffs {
    approved = List.copyOf(approved);
    files = List.copyOf(files);
  }

  static SealedSignOffs of(SealingRequest request, EvidenceStore store, Instant now)
      throws IOException {
    var people = new DraftedPeople(request);
    var approved = new ArrayList<Approved>();
    var files = new ArrayList<BundlePart>();
    var inForce = people.inForce();
    for (var approval : inForce) {
      approved.add(people.approved(approval));
      add(
          files,
          approval.statement().sha256(),
          read(store, approval.statement().sha256()),
          read(store, approval.signature().sha256()));
    }
    var released =
        inForce.stream().filter(it -> it.step().isEmpty()).map(it -> it.signer().id()).toList();
    var subject = new Draft(request).subject();
    for (var signer : request.signers()) {
      if (!released.contains(signer.principal())) {
        var statement = SignOffStatement.of(subject, given(request, signer, now));
        var digest = Digests.sha256Hex(statement);
        var signature = SshSig.sign(signer.signer(), SignOffStatement.NAMESPACE, statement);
        approved.add(people.approved(signatory(signer), signer.meaning(), digest, now));
        add(files, digest, statement, signature.getBytes(StandardCharsets.UTF_8));
      }
    }
    return new SealedSignOffs(approved, files);
  }

  static SignOffStatement.Signatory signatory(RecordSigner signer) {
    return new SignOffStatement.Signatory(signer.principal(), signer.printedName(), signer.role());
  }

  private static SignOffStatement.Given given(
      SealingRequest request, RecordSigner signer, Instant now) {
    var candidate = request.matter().release().candidate();
    return new SignOffStatement.Given(
        "",
        signatory(signer),
        "The release record of "
            + candidate.product()
            + " "
            + candidate.version()
            + " says what happened.",
        signer.meaning(),
        now);
  }

  private static void add(
      List<BundlePart> files, String digest, byte[] statement, byte[] signature) {
    var name = BundleNames.signOff(digest);
    if (files.stream().noneMatch(part -> part.name().equals(name))) {
      files.add(BundlePart.of(name, statement));
      files.add(BundlePart.of(name + BundleNames.SIGNATURE_SUFFIX, signature));
    }
  }

  private static byte[] read(EvidenceStore store, String sha256) throws IOException {
    try (var in = store.open(sha256)) {
      return in.readNBytes(CanonicalJson.RECORD_MAX);
    }
  }
}

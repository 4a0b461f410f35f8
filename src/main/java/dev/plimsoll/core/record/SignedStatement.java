package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Dsse;
import dev.plimsoll.core.trust.SigVerdict;
import dev.plimsoll.core.trust.SshSig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// A statement with the signatures of everybody who seals it.
///
/// @param signings who signed, in the order of the request
/// @param files the record, its signatures and envelope, as they go into the bundle
record SignedStatement(Statement statement, List<Signing> signings, List<BundlePart> files) {
  SignedStatement {
    signings = List.copyOf(signings);
    files = List.copyOf(files);
  }

  /// @throws Problem where a key's keeper refuses
  static SignedStatement sign(ReleaseRecord record, List<RecordSigner> signers) {
    var statement = statement(record);
    var pae = Dsse.pae(Dsse.IN_TOTO, statement.bytes());
    var able = signers.stream().filter(it -> it.signer().longestMessage() >= pae.length).toList();
    var files = new ArrayList<BundlePart>();
    var signings = new ArrayList<Signing>();
    var taken = new HashSet<String>();
    files.add(BundlePart.of(BundleNames.RECORD, statement.bytes()));
    for (var signer : signers) {
      var key = signer.signer().publicKey();
      var name = BundleNames.signature(signer.principal(), key, taken);
      files.add(BundlePart.of(name, signature(signer, statement).getBytes(StandardCharsets.UTF_8)));
      signings.add(
          new Signing(
              SealedSignOffs.signatory(signer),
              signer.meaning(),
              key.fingerprint(),
              name,
              able.contains(signer)));
    }
    if (!able.isEmpty()) {
      var envelope =
          Dsse.envelope(
              Dsse.IN_TOTO, statement.bytes(), able.stream().map(RecordSigner::signer).toList());
      files.add(BundlePart.of(BundleNames.DSSE, envelope));
      files.add(BundlePart.of(BundleNames.ATTESTATIONS, line(envelope)));
    }
    return new SignedStatement(statement, signings, files);
  }

  private static Statement statement(ReleaseRecord record) {
    Statement statement;
    try {
      statement = Statement.of(record);
    } catch (IllegalArgumentException e) {
      throw Problem.of(
          "Record not sealed",
          "A text in it cannot be written as JSON: " + e.getMessage() + ".",
          "Find the step with that text, and answer or run it again.",
          e);
    }
    if (statement.bytes().length > CanonicalJson.RECORD_MAX) {
      throw Refusals.refusal(
          "It would take "
              + statement.bytes().length
              + " bytes; a record has at most "
              + CanonicalJson.RECORD_MAX
              + ".",
          "Split the plan, or attach long texts as files instead of notes.");
    }
    return statement;
  }

  /// What a key's keeper returns is looked at before anything is logged about it.
  private static String signature(RecordSigner signer, Statement statement) {
    var signature = SshSig.sign(signer.signer(), Statement.NAMESPACE, statement.bytes());
    if (SshSig.verify(signature, statement.bytes(), Statement.NAMESPACE)
        instanceof SigVerdict.Valid) {
      return signature;
    }
    throw Refusals.refusal(
        "The signature made with the key of " + signer.principal() + " does not verify.",
        "Check the agent or the device that keeps the key, then seal again.");
  }

  private static byte[] line(byte[] envelope) {
    var line = Arrays.copyOf(envelope, envelope.length + 1);
    line[envelope.length] = '\n';
    return line;
  }
}

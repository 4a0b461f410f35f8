package dev.plimsoll.core.record;

/// Somebody who signed the record's bytes, as its renderings and the log name them.
///
/// @param fingerprint `SHA256:...` of the key
/// @param file the signature's file in the bundle
/// @param inDsse whether the DSSE envelope has this person's signature too; an agent cannot sign a
///   large body
record Signing(
    SignOffStatement.Signatory signatory,
    String meaning,
    String fingerprint,
    String file,
    boolean inDsse) {
  String who() {
    return signatory.printedName().equals(signatory.principal())
        ? signatory.principal()
        : signatory.printedName() + " (" + signatory.principal() + ")";
  }
}

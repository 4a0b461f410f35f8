package dev.plimsoll.core.run;

import java.time.Instant;

/// How an approval is written down. The record's format decides (docs/formats/release-record.md);
/// runs only need its digest and its bytes. Stateless.
public interface SignOffForm {
  /// Digest of everything that is covered, lower-case hex.
  String digest(SignOffContent content);

  /// The bytes that are signed.
  byte[] statement(SignOffContent content, Given given);

  /// What a person says about it.
  ///
  /// @param step `checklist/step`, or empty for the release as a whole
  record Given(
      String step, Signatory signatory, String statement, String meaning, Instant signedOn) {}

  record Signatory(String principal, String printedName, String role) {}
}

package dev.plimsoll.core.record;

import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import dev.plimsoll.core.trust.NotCanonical;

/// A release record and its one spelling: an in-toto Statement v1 in canonical JSON without a final
/// line feed (docs/formats/release-record.md). What is signed is [#bytes()], as they lie in
/// `release-record.json`.
@SuppressWarnings("ArrayRecordComponent") // bytes are what a statement is; nobody compares two
public record Statement(ReleaseRecord record, byte[] bytes) {
  public static final String TYPE = "https://in-toto.io/Statement/v1";
  public static final String PREDICATE_TYPE = "https://plimsoll.dev/attestation/release-record/v1";

  /// Namespace of the signatures over a record.
  public static final String NAMESPACE = "release-record@plimsoll.dev";

  /// @throws IllegalArgumentException where a text in it has no canonical spelling
  public static Statement of(ReleaseRecord record) {
    return new Statement(record, CanonicalJson.encode(StatementWriter.write(record)));
  }

  /// Reads the bytes of `release-record.json`.
  ///
  /// @throws NotARecord where they are not canonical, not a release record of version 1, or
  ///   incomplete
  public static Statement parse(byte[] bytes) {
    try {
      return new Statement(
          StatementReader.read(CanonicalJson.decodeObject(bytes, CanonicalJson.RECORD_MAX)), bytes);
    } catch (NotCanonical e) {
      throw new NotARecord("byte " + e.offset() + ": " + e.reason());
    }
  }

  /// SHA-256 of the bytes, lower-case hex: the record's name.
  public String sha256() {
    return Digests.sha256Hex(bytes);
  }
}

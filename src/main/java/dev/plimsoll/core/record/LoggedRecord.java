package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the log says about a record that was signed: the payload of `record.signed`
/// (docs/formats/release-record.md, "In the log").
///
/// @param sha256 of the record's bytes
/// @param signers whose signatures the record needs
/// @param files everything in the bundle but the log itself, its checkpoint and the evidence
/// @param seq of the entry
/// @param signedOn time of the entry
record LoggedRecord(
    String product,
    String version,
    String sha256,
    RecordOutcome outcome,
    List<Signer> signers,
    List<Evidence> files,
    long seq,
    Instant signedOn) {
  LoggedRecord {
    signers = List.copyOf(signers);
    files = List.copyOf(files);
  }

  record Signer(String principal, String key, String file) {}

  static Map<String, Object> payload(SignedStatement signed, List<Evidence> files) {
    var release = signed.statement().record().identity().release();
    return new Tree()
        .with(
            "release",
            new Tree().with("product", release.product()).with("version", release.version()))
        .with("sha256", signed.statement().sha256())
        .with("outcome", signed.statement().record().identity().outcome().name())
        .with("signers", signed.signings(), LoggedRecord::signer)
        .with("files", files, LoggedRecord::file)
        .withAny(
            "foreignChains",
            signed.statement().record().ground().foreignChains(),
            StatementWriter::chain)
        .members();
  }

  private static Tree signer(Signing signing) {
    return new Tree()
        .with("principal", signing.signatory().principal())
        .with("printedName", signing.signatory().printedName())
        .with("role", signing.signatory().role())
        .with("meaning", signing.meaning())
        .with("key", signing.fingerprint())
        .with("file", signing.file());
  }

  /// Evidence as every entry of the log spells it.
  private static Tree file(Evidence evidence) {
    return new Tree()
        .with("name", evidence.name())
        .with("sha256", evidence.sha256())
        .with("mediaType", evidence.mediaType())
        .with("size", evidence.size());
  }

  private static Evidence file(Members evidence) {
    return new Evidence(
        evidence.text("name"),
        evidence.hex("sha256"),
        evidence.text("mediaType"),
        evidence.number("size"));
  }

  static boolean isOf(LogEntry entry, String sha256) {
    return entry.event().equals(Event.RECORD_SIGNED.word())
        && sha256.equals(entry.data().get("sha256"));
  }

  /// @throws NotARecord where the entry is of another shape
  static LoggedRecord of(LogEntry entry) {
    return of(entry.data(), entry.seq(), entry.time());
  }

  static LoggedRecord of(Map<String, Object> payload, long seq, Instant time) {
    var data = Members.of(payload, "record.signed");
    var release = data.object("release");
    return new LoggedRecord(
        release.text("product"),
        release.text("version"),
        data.hex("sha256"),
        RecordOutcome.ofWord(data.text("outcome"))
            .orElseThrow(() ->
                new NotARecord("record.signed.outcome is a word that this version does not know")),
        data.list(
            "signers", it -> new Signer(it.text("principal"), it.text("key"), it.text("file"))),
        data.list("files", LoggedRecord::file),
        seq,
        time);
  }

  /// Payload of the `evidence.attached` that tells where the packed bundle is kept.
  Map<String, Object> attached(Evidence bundle) {
    return new Tree()
        .with("release", new Tree().with("product", product).with("version", version))
        .with("record", sha256)
        .with("evidence", file(bundle))
        .members();
  }
}

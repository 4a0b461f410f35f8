package dev.plimsoll.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.CheckpointInMemory;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LinesInMemory;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.LogKeeper;
import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.record.Verdict.Level;
import dev.plimsoll.core.trust.SshSig;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of a bundle changed, removed, added to or exchanged for another: what was done is
/// named, by its code.
class TamperingTest {
  private static final String OLGA = "release-record.json.olga@example.org.sig";
  private static final String ADA = "release-record.json.ada@example.org.sig";

  @TempDir Path folder;
  private RecordDesk desk;
  private Unpacked bundle;

  interface Tampering {
    void with(Unpacked bundle, RecordDesk desk);
  }

  @BeforeEach
  void seal() throws Exception {
    desk = new RecordDesk(folder);
    bundle = Unpacked.of(desk.seal(folder.resolve("out")).path());
  }

  @Test
  void packed_again_by_another_zip_program_it_is_still_proven() throws Exception {
    assertThat(verify().exitCode()).isZero();
  }

  @ParameterizedTest(name = "{0} -> {2}")
  @MethodSource("tamperings")
  void tampering_fails_with_the_code_of_what_was_done(
      String what, Tampering tampering, VerdictCode code, Aspect aspect) throws Exception {
    tampering.with(bundle, desk);
    var verification = verify();
    assertThat(verification.exitCode()).as(what).isEqualTo(1);
    assertThat(verification.verdict(aspect).level()).isEqualTo(Level.FAILED);
    assertThat(verification.verdict(aspect).codes()).contains(code);
    assertThat(verification.verdict(aspect).firstBad()).isNotBlank();
    assertThat(verification.firstBroken()).isPresent();
  }

  static Stream<Arguments> tamperings() {
    return Stream.of(
        row(
            "the record's version is another",
            (b, d) ->
                b.replace(BundleNames.RECORD, "\"version\":\"1.4.2\"", "\"version\":\"1.4.3\""),
            VerdictCode.SIG_INVALID,
            Aspect.AUTHENTICITY),
        row(
            "a bit of the record is turned so that it is no JSON",
            (b, d) -> b.flip(BundleNames.RECORD, 0),
            VerdictCode.SIG_INVALID,
            Aspect.AUTHENTICITY),
        row(
            "the record is not the one in the log",
            (b, d) -> b.replace(BundleNames.RECORD, "READY", "ABORTED"),
            VerdictCode.REC_NOT_LOGGED,
            Aspect.INTEGRITY),
        row(
            "a signature is turned",
            (b, d) -> b.flip(OLGA, 200),
            VerdictCode.SIG_INVALID,
            Aspect.AUTHENTICITY),
        row(
            "a signature is removed",
            (b, d) -> b.files().remove(ADA),
            VerdictCode.SIG_THRESHOLD,
            Aspect.AUTHENTICITY),
        row(
            "every signature is removed",
            (b, d) -> {
              b.files().remove(ADA);
              b.files().remove(OLGA);
            },
            VerdictCode.SIG_THRESHOLD,
            Aspect.AUTHENTICITY),
        row(
            "two signatures are exchanged",
            TamperingTest::exchange,
            VerdictCode.KEY_UNKNOWN,
            Aspect.AUTHENTICITY),
        row(
            "a signature was made for another purpose",
            (b, d) -> b.put(ADA, SshSig.sign(d.ada, "git", b.bytes(BundleNames.RECORD))),
            VerdictCode.SIG_NAMESPACE,
            Aspect.AUTHENTICITY),
        row(
            "a signature is a stranger's",
            (b, d) ->
                b.put(
                    ADA,
                    SshSig.sign(
                        new SeededKey(66), Statement.NAMESPACE, b.bytes(BundleNames.RECORD))),
            VerdictCode.KEY_UNKNOWN,
            Aspect.AUTHENTICITY),
        row(
            "a signature is made with a key of low order",
            (b, d) ->
                b.put(
                    ADA,
                    SshSig.sign(new WeakKey(), Statement.NAMESPACE, b.bytes(BundleNames.RECORD))),
            VerdictCode.KEY_WEAK,
            Aspect.AUTHENTICITY),
        row(
            "a stranger's signature is added",
            (b, d) ->
                b.put(
                    "release-record.json.eve@example.org.sig",
                    SshSig.sign(
                        new SeededKey(66), Statement.NAMESPACE, b.bytes(BundleNames.RECORD))),
            VerdictCode.KEY_UNKNOWN,
            Aspect.AUTHENTICITY),
        row(
            "the envelope is turned",
            (b, d) -> b.flip(BundleNames.DSSE, 100),
            VerdictCode.SIG_INVALID,
            Aspect.AUTHENTICITY),
        row(
            "the envelope is removed",
            (b, d) -> b.files().remove(BundleNames.DSSE),
            VerdictCode.EVIDENCE_MISSING,
            Aspect.ARTIFACTS),
        row(
            "the attestations are turned",
            (b, d) -> b.flip(BundleNames.ATTESTATIONS, 100),
            VerdictCode.ARTIFACT_MISMATCH,
            Aspect.ARTIFACTS),
        row(
            "a line of the log is edited",
            (b, d) -> b.replace(BundleNames.AUDIT, "FAILED", "PASSED"),
            VerdictCode.CHAIN_PREV,
            Aspect.INTEGRITY),
        row(
            "a line of the log is no canonical JSON",
            (b, d) -> b.replace(BundleNames.AUDIT, "\"run\":\"run-1\"", "\"run\": \"run-1\""),
            VerdictCode.CHAIN_NOT_CANONICAL,
            Aspect.INTEGRITY),
        row(
            "a line of the log is left out",
            (b, d) ->
                b.put(
                    BundleNames.AUDIT,
                    b.text(BundleNames.AUDIT).replaceFirst("(?m)^.*\"_seq\":3,.*\n", "")),
            VerdictCode.CHAIN_SEQ,
            Aspect.INTEGRITY),
        row(
            "the last line of the log is cut",
            (b, d) ->
                b.put(
                    BundleNames.AUDIT,
                    b.text(BundleNames.AUDIT).substring(0, b.text(BundleNames.AUDIT).length() - 9)),
            VerdictCode.CHAIN_TORN_TAIL,
            Aspect.INTEGRITY),
        row(
            "the end of the log is cut off at a line",
            (b, d) -> b.put(BundleNames.AUDIT, withoutLast(b, 2)),
            VerdictCode.CP_TRUNCATED,
            Aspect.COMPLETENESS),
        row(
            "the end of the log is cut off, the record's entry with it",
            (b, d) -> b.put(BundleNames.AUDIT, withoutLast(b, 2)),
            VerdictCode.REC_NOT_LOGGED,
            Aspect.INTEGRITY),
        row(
            "the log is another, whole one",
            (b, d) -> b.put(BundleNames.AUDIT, otherLog().entries(0, 1).getFirst().line() + "\n"),
            VerdictCode.REC_WRONG_LOG,
            Aspect.INTEGRITY),
        row(
            "the log is removed",
            (b, d) -> b.files().remove(BundleNames.AUDIT),
            VerdictCode.EVIDENCE_MISSING,
            Aspect.INTEGRITY),
        row(
            "the checkpoint covers fewer entries",
            (b, d) ->
                b.put(
                    BundleNames.CHECKPOINT,
                    b.text(BundleNames.CHECKPOINT).replaceFirst("\n15\n", "\n12\n")),
            VerdictCode.CP_BAD_SIGNATURE,
            Aspect.COMPLETENESS),
        row(
            "the checkpoint is turned",
            (b, d) -> b.flip(BundleNames.CHECKPOINT, 0),
            VerdictCode.CP_BAD_SIGNATURE,
            Aspect.COMPLETENESS),
        row(
            "the checkpoint is another log's",
            (b, d) -> b.put(BundleNames.CHECKPOINT, otherLog().checkpoint().encode()),
            VerdictCode.CP_REWRITTEN,
            Aspect.COMPLETENESS),
        row(
            "the log is continued by a stranger",
            TamperingTest::takeOver,
            VerdictCode.CP_BAD_SIGNATURE,
            Aspect.COMPLETENESS),
        row(
            "the checkpoint is removed",
            (b, d) -> b.files().remove(BundleNames.CHECKPOINT),
            VerdictCode.EVIDENCE_MISSING,
            Aspect.COMPLETENESS),
        row(
            "evidence is turned",
            (b, d) -> b.flip(b.name(BundleNames.EVIDENCE), 0),
            VerdictCode.ARTIFACT_MISMATCH,
            Aspect.ARTIFACTS),
        row(
            "evidence is removed",
            (b, d) -> b.files().remove(b.name(BundleNames.EVIDENCE)),
            VerdictCode.EVIDENCE_MISSING,
            Aspect.ARTIFACTS),
        row(
            "evidence is added",
            (b, d) -> b.put(BundleNames.evidence("e".repeat(64)), "made up"),
            VerdictCode.ARTIFACT_MISMATCH,
            Aspect.ARTIFACTS),
        row(
            "a checklist is edited",
            (b, d) -> b.flip("checklists/pre-release.yaml", 3),
            VerdictCode.ARTIFACT_MISMATCH,
            Aspect.ARTIFACTS),
        row(
            "a checklist is removed",
            (b, d) -> b.files().remove("checklists/pre-release.yaml"),
            VerdictCode.EVIDENCE_MISSING,
            Aspect.ARTIFACTS),
        row(
            "the project file is removed",
            (b, d) -> b.files().remove(BundleNames.PROJECT),
            VerdictCode.EVIDENCE_MISSING,
            Aspect.ARTIFACTS),
        row(
            "a checklist is added",
            (b, d) -> b.put("checklists/other.yaml", "id: other"),
            VerdictCode.ARTIFACT_MISMATCH,
            Aspect.ARTIFACTS),
        row(
            "a sign-off is edited",
            (b, d) -> b.replace(b.name(BundleNames.SIGNOFFS), "I have read", "I have not read"),
            VerdictCode.SIG_INVALID,
            Aspect.POLICY),
        row(
            "a sign-off is removed",
            (b, d) -> b.files().remove(b.name(BundleNames.SIGNOFFS)),
            VerdictCode.EVIDENCE_MISSING,
            Aspect.POLICY),
        row(
            "a sign-off's signature is a stranger's",
            TamperingTest::signOffByStranger,
            VerdictCode.KEY_UNKNOWN,
            Aspect.POLICY),
        row(
            "the page is edited",
            (b, d) -> b.replace(BundleNames.REPORT, "READY", "RELEASED"),
            VerdictCode.ARTIFACT_MISMATCH,
            Aspect.ARTIFACTS),
        row(
            "the guide is edited",
            (b, d) -> b.replace(BundleNames.GUIDE, "ssh-keygen -Y verify", "true"),
            VerdictCode.ARTIFACT_MISMATCH,
            Aspect.ARTIFACTS),
        row(
            "the guide is removed",
            (b, d) -> b.files().remove(BundleNames.GUIDE),
            VerdictCode.EVIDENCE_MISSING,
            Aspect.ARTIFACTS),
        row(
            "a trust file is slipped in",
            (b, d) ->
                b.put("allowed_signers", RecordDesk.line("eve@example.org", new SeededKey(66))),
            VerdictCode.ARTIFACT_MISMATCH,
            Aspect.ARTIFACTS));
  }

  private static void exchange(Unpacked bundle, RecordDesk desk) {
    var ada = bundle.text(ADA);
    bundle.put(ADA, bundle.text(OLGA));
    bundle.put(OLGA, ada);
  }

  private static void signOffByStranger(Unpacked bundle, RecordDesk desk) {
    var name = bundle.name(BundleNames.SIGNOFFS);
    bundle.put(
        name + ".sig",
        SshSig.sign(new SeededKey(66), SignOffStatement.NAMESPACE, bundle.bytes(name)));
  }

  private static String withoutLast(Unpacked bundle, int dropped) {
    var lines = bundle.text(BundleNames.AUDIT).lines().toList();
    return String.join("\n", lines.subList(0, lines.size() - dropped)) + "\n";
  }

  /// Somebody without the log's key goes on with it and names a key of their own.
  private static void takeOver(Unpacked bundle, RecordDesk desk) {
    var record = Statement.parse(bundle.bytes(BundleNames.RECORD)).record();
    var taken = desk.logDesk.lines.copyOfFirst((int) record.ground().auditLog().size());
    var keeper =
        new LogKeeper(
            desk.logDesk.clock,
            new SeededKey(66),
            new Random(1),
            desk.logDesk.ada,
            desk.logDesk.keeper().tool());
    var log = AuditLog.open(taken, keeper, new CheckpointInMemory());
    log.rotateKey("mine now");
    var signed =
        desk.log.all().filter(it -> it.event().equals("record.signed")).findFirst().orElseThrow();
    log.append(Event.RECORD_SIGNED, desk.logDesk.ada, signed.data());
    bundle.put(BundleNames.CHECKPOINT, log.checkpoint().encode());
    bundle.put(
        BundleNames.AUDIT, log.all().map(it -> it.line() + "\n").collect(Collectors.joining()));
  }

  private static AuditLog otherLog() {
    var desk = new LogDesk();
    var keeper = new LogKeeper(desk.clock, desk.key, new Random(2), desk.ada, desk.keeper().tool());
    return AuditLog.open(new LinesInMemory(), keeper, new CheckpointInMemory());
  }

  private static Arguments row(String what, Tampering tampering, VerdictCode code, Aspect aspect) {
    return arguments(what, tampering, code, aspect);
  }

  private Verification verify() throws Exception {
    return RecordVerification.verify(bundle.zip(folder.resolve("again.zip")), desk.against());
  }
}

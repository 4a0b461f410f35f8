package dev.plimsoll.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.record.ReleaseRecord.LogPosition;
import dev.plimsoll.core.record.Verdict.Level;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Records that are signed, logged and packed as they should be, and whose contents do not bear out
/// what they claim: made by a sealing that was never held to its refusals.
class PolicyTest {
  @TempDir Path folder;
  private RecordDesk desk;

  @BeforeEach
  void walk() {
    desk = new RecordDesk(folder);
    desk.approve("approve", desk.ada, RecordDesk.ADA);
  }

  @Test
  void what_is_borne_out_is_proven() throws Exception {
    assertThat(verdict(text -> text, Map.of()).level()).isEqualTo(Level.PROVEN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void a_claim_that_is_not_borne_out_fails(String what, String from, String to, String why)
      throws Exception {
    var verdict = verdict(text -> replaced(text, from, to), Map.of());
    assertThat(verdict.level()).as(what).isEqualTo(Level.FAILED);
    assertThat(verdict.codes()).contains(VerdictCode.POLICY_NOT_MET);
    assertThat(Stream.concat(Stream.of(verdict.sentence()), verdict.details().stream()))
        .anyMatch(it -> it.contains(why));
  }

  static Stream<Arguments> claims() {
    return Stream.of(
        arguments(
            "the gate over the release said no",
            "\"control\":\"second-person\",\"decision\":\"GO\",\"project\"",
            "\"control\":\"second-person\",\"decision\":\"NO-GO\",\"project\"",
            "no-go over the release"),
        arguments(
            "the gate over a checklist said no",
            "\"decision\":\"GO\",\"finishedOn\"",
            "\"decision\":\"NO-GO\",\"finishedOn\"",
            "no-go for"),
        arguments(
            "a failed step that nobody waived",
            "\"effective\":\"WAIVED\"",
            "\"effective\":\"FAILED\"",
            "neither met nor accepted"),
        arguments(
            "a passed step whose last attempt failed",
            "\"raw\":\"PASSED\",\"startedOn\":\"2026-03-01T09:30:28.000Z\"",
            "\"raw\":\"FAILED\",\"startedOn\":\"2026-03-01T09:30:28.000Z\"",
            "its last attempt was FAILED"),
        arguments(
            "a failed step called passed",
            "\"effective\":\"WAIVED\"",
            "\"effective\":\"PASSED\"",
            "without a passing attempt"),
        arguments(
            "an exception without a reason",
            "\"reason\":\"unchanged since 1.4.0 <script>alert(1)</script>\"",
            "\"reason\":\" \"",
            "lacks a reason"),
        arguments("an exception without an end", "\"expiresOn\":\"2026-04-01\",", "", "has no end"),
        arguments(
            "an exception that had expired",
            "\"expiresOn\":\"2026-04-01\"",
            "\"expiresOn\":\"2026-02-28\"",
            "had expired"),
        arguments(
            "an exception for another step",
            "\"step\":\"pre-release/limits\"",
            "\"step\":\"pre-release/other\"",
            "neither met nor accepted"),
        arguments(
            "no exceptions, with one listed",
            "\"properties\":[\"FOUR_EYES\"]",
            "\"properties\":[\"FOUR_EYES\",\"NO_EXCEPTIONS\"]",
            "NO_EXCEPTIONS"),
        arguments(
            "released without a probe",
            "\"outcome\":\"READY\"",
            "\"outcome\":\"RELEASED_WITH_EXCEPTIONS\"",
            "no probe"),
        arguments(
            "rolled back", "\"outcome\":\"READY\"", "\"outcome\":\"ROLLED_BACK\"", "ROLLED BACK"),
        arguments(
            "an operator counted as a second person",
            "\"control\":\"single-person\",\"meaning\":\"sealed\",\"principal\":\"olga",
            "\"control\":\"second-person\",\"meaning\":\"sealed\",\"principal\":\"olga",
            "ran steps of this release"));
  }

  @Test
  void an_approval_that_a_release_of_this_type_needs_and_lacks_fails() throws Exception {
    var verdict = verdict(text -> text, Map.of("approver", 1));
    assertThat(verdict.codes()).contains(VerdictCode.SIG_THRESHOLD);
    assertThat(verdict.sentence()).contains("0 of 1 sign-offs as approver");
  }

  @Test
  void four_eyes_of_one_person_fail() throws Exception {
    var record = record(Map.of());
    var verdict =
        verdict(
            new ReleaseRecord(
                record.identity(),
                record.runs(),
                record.exceptions(),
                record.obligations(),
                record.signoffs(),
                record.ground()),
            List.of(desk.olgaSigns()));
    assertThat(verdict.sentence()).contains("FOUR_EYES");
  }

  @Test
  void a_record_without_runs_proves_nothing() throws Exception {
    var record = record(Map.of());
    var verdict =
        verdict(
            new ReleaseRecord(
                record.identity(),
                List.of(),
                List.of(),
                List.of(),
                record.signoffs(),
                record.ground()),
            signers());
    assertThat(verdict.sentence()).contains("No run");
  }

  @Test
  void a_sign_off_step_that_nobody_signed_fails() throws Exception {
    var record = record(Map.of());
    var seals =
        record.signoffs().stream()
            .filter(it -> it.meaning().equals(SignOffStatement.SEALED))
            .toList();
    var verdict =
        verdict(
            new ReleaseRecord(
                record.identity(),
                record.runs(),
                record.exceptions(),
                record.obligations(),
                seals,
                record.ground()),
            signers());
    assertThat(verdict.sentence()).contains("pre-release/approve counts as passed without");
  }

  private List<RecordSigner> signers() {
    return List.of(desk.olgaSigns(), desk.adaSigns());
  }

  private static String replaced(String text, String from, String to) {
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  private Verdict verdict(UnaryOperator<String> change, Map<String, Integer> approvals)
      throws IOException {
    var text = new String(Statement.of(record(approvals)).bytes(), UTF_8);
    return verdict(Statement.parse(change.apply(text).getBytes(UTF_8)).record(), signers());
  }

  private SealingRequest request(Map<String, Integer> approvals) {
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns(), desk.adaSigns());
    return new SealingRequest(
        RecordSamples.matter(desk.release(), approvals),
        request.runs(),
        request.decision(),
        request.surroundings(),
        request.signers());
  }

  private ReleaseRecord record(Map<String, Integer> approvals) throws IOException {
    var request = request(approvals);
    var signOffs = SealedSignOffs.of(request, desk.evidence, desk.clock().instant());
    Checkpoint a = desk.log.publish("test");
    var head = desk.log.entries(a.size() - 1, 1).getFirst().hash();
    return new Draft(request)
        .record(
            signOffs.approved(),
            new LogPosition(a.origin(), desk.log.genesis(), a.size(), a.rootHash(), head),
            0);
  }

  /// Seals without asking.
  private Verdict verdict(ReleaseRecord record, List<RecordSigner> signers) throws IOException {
    var request = request(Map.of());
    var signed = SignedStatement.sign(record, signers);
    var parts = new ArrayList<>(signed.files());
    parts.addAll(
        SealedTexts.of(
            request, new Rendering(signed.statement(), signed.signings(), desk.clock().instant())));
    parts.addAll(SealedSignOffs.of(request, desk.evidence, desk.clock().instant()).files());
    var files = new ArrayList<Evidence>();
    for (var part : parts) {
      var kept =
          desk.evidence.keep(part.name(), "text/plain", new ByteArrayInputStream(part.bytes()));
      files.add(new Evidence(part.name(), kept.sha256(), kept.mediaType(), kept.size()));
    }
    var entry =
        desk.log.append(Event.RECORD_SIGNED, desk.operator(), LoggedRecord.payload(signed, files));
    var target = folder.resolve("claims.zip");
    new BundleExport(desk.log, desk.evidence).pack(LoggedRecord.of(entry), target, desk.operator());
    var verification = RecordVerification.verify(target, desk.against());
    assertThat(verification.verdict(Aspect.AUTHENTICITY).level()).isEqualTo(Level.PROVEN);
    return verification.verdict(Aspect.POLICY);
  }
}

package dev.plimsoll.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.record.Verdict.Level;
import dev.plimsoll.core.trust.AllowedSigners;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
  @TempDir Path folder;
  private RecordDesk desk;
  private Path out;

  @BeforeEach
  void open() {
    desk = new RecordDesk(folder);
    out = folder.resolve("out");
  }

  @Test
  void a_sealed_release_is_proven_in_all_six_aspects_against_a_trust_file_from_outside() {
    var verification = RecordVerification.verify(desk.seal(out).path(), desk.against());
    assertThat(verification.verdicts())
        .hasSize(6)
        .allMatch(it -> it.level() == Level.PROVEN, "proven");
    assertThat(verification.exitCode()).isZero();
    assertThat(verification.cannotProve()).isNotEmpty();
  }

  @Test
  void the_log_tells_the_order_checkpoint_runs_record_checkpoint_bundle() {
    var before = desk.log.head().size();
    desk.seal(out);
    assertThat(desk.log.entries(before, 20).stream().map(it -> it.event()))
        .containsExactly(
            "signoff.given",
            "checkpoint.published",
            "run.sealed",
            "record.signed",
            "checkpoint.published",
            "evidence.attached");
  }

  @Test
  void the_record_pins_the_log_as_it_was_before_it_was_signed() {
    var sealed = desk.seal(out);
    var log = read(sealed).ground().auditLog();
    assertThat(log.size()).isEqualTo(sealed.seq() - 2);
    assertThat(log.head()).isEqualTo(desk.log.entries(log.size() - 1, 1).getFirst().hash());
    assertThat(log.genesis()).isEqualTo(desk.log.genesis());
  }

  @Test
  void the_same_release_gives_the_same_bytes() throws Exception {
    var other = new RecordDesk(folder.resolve("other"));
    assertThat(Files.readAllBytes(other.seal(folder.resolve("other-out")).path()))
        .isEqualTo(Files.readAllBytes(desk.seal(out).path()));
  }

  @Test
  void the_bundle_is_kept_and_the_log_tells_where() {
    var sealed = desk.seal(out);
    assertThat(desk.evidence.contains(sealed.bundle().sha256())).isTrue();
    var last = desk.log.entries(desk.log.head().size() - 1, 1).getFirst();
    assertThat(last.data()).containsEntry("record", sealed.sha256());
    assertThat(Members.of(last.data(), "").object("evidence").hex("sha256"))
        .isEqualTo(sealed.bundle().sha256());
  }

  @Test
  void a_bundle_that_was_lost_is_packed_again_from_the_log() throws Exception {
    var sealed = desk.seal(out);
    var size = desk.log.head().size();
    Files.delete(sealed.path());
    var again = new BundleExport(desk.log, desk.evidence).export(sealed.sha256(), out);
    assertThat(again).isEqualTo(sealed);
    assertThat(desk.log.head().size()).isEqualTo(size);
    assertThat(RecordVerification.verify(again.path(), desk.against()).exitCode()).isZero();
  }

  @Test
  void a_bundle_whose_packing_was_cut_short_is_packed_later() throws Exception {
    var sealed = desk.seal(out);
    var cut = desk.logDesk.lines.copyOfFirst((int) sealed.seq() + 1);
    var log = new LogDesk().open(cut);
    log.append(Event.LOG_OPENED, desk.operator(), Map.of());
    Files.delete(sealed.path());
    var later = new BundleExport(log, desk.evidence).export(sealed.sha256(), out);
    assertThat(later.sha256()).isEqualTo(sealed.sha256());
    assertThat(RecordVerification.verify(later.path(), desk.against()).exitCode()).isZero();
  }

  @Test
  void a_record_that_the_log_does_not_name_cannot_be_packed() {
    assertThatThrownBy(() -> new BundleExport(desk.log, desk.evidence).export("f".repeat(64), out))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("names no record");
  }

  @Test
  void two_signers_are_four_eyes_and_one_is_not() {
    assertThat(read(desk.seal(out)).identity().properties())
        .containsExactly(ReleaseRecord.FOUR_EYES);
    var alone = new RecordDesk(folder.resolve("alone"));
    alone.approve("approve", alone.olga, RecordDesk.OLGA);
    var sealed =
        alone
            .sealing()
            .seal(
                RecordSamples.request(alone, alone.release(), alone.olgaSigns()),
                folder.resolve("a"));
    var record = read(sealed);
    assertThat(record.identity().properties()).isEmpty();
    assertThat(record.identity().policy().control()).isEqualTo(ReleaseRecord.SINGLE_PERSON);
    assertThat(RecordVerification.verify(sealed.path(), alone.against()).cannotProve().getFirst())
        .contains("second person");
  }

  @Test
  void a_person_who_seals_without_having_approved_signs_a_statement_of_what_was_on_screen()
      throws Exception {
    var unpacked = Unpacked.of(desk.seal(out).path());
    var record = Statement.parse(unpacked.bytes(BundleNames.RECORD)).record();
    var seal =
        record.signoffs().stream()
            .filter(it -> it.principal().equals(RecordDesk.OLGA))
            .findFirst()
            .orElseThrow();
    var statement = SignOffStatement.parse(unpacked.bytes(BundleNames.signOff(seal.statement())));
    assertThat(statement.meaning()).isEqualTo(SignOffStatement.SEALED);
    assertThat(unpacked.text(BundleNames.signOff(seal.statement())))
        .contains("pre-release/limits waived by " + RecordDesk.OLGA);
  }

  @Test
  void a_no_go_is_not_sealed() {
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns());
    refused(with(request, request.matter(), RecordSamples.noGo()), "The gate says no-go");
    var walk = request.runs().getFirst();
    refused(
        new SealingRequest(
            request.matter(),
            List.of(
                new SealingRequest.Walk(
                    walk.run(), walk.checklist(), RecordSamples.noGo(), walk.standings())),
            request.decision(),
            request.surroundings(),
            request.signers()),
        "no-go for \u201cPre-release\u201d");
  }

  @Test
  void a_rehearsal_on_a_dirty_tree_is_not_sealed() {
    var dirty = new Binding(RecordDesk.BOUND.commit(), RecordDesk.BOUND.tree(), "main", true);
    var it = desk.candidate;
    var candidate = new Candidate(it.product(), it.version(), it.tag(), it.type(), dirty);
    var release =
        new ReleaseState(candidate, 1, List.of(desk.run()), List.of(), List.of(), null, null);
    refused(RecordSamples.request(desk, release, desk.olgaSigns()), "rehearsal");
  }

  @Test
  void a_release_without_a_run_is_not_sealed() {
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns());
    refused(
        new SealingRequest(
            request.matter(),
            List.of(),
            request.decision(),
            request.surroundings(),
            request.signers()),
        "No run");
  }

  @Test
  void a_release_that_was_sealed_is_not_sealed_again() {
    var it = desk.release();
    var sealed = new ReleaseState.Sealed("a".repeat(64), "READY", "", List.of(), 9);
    refused(
        RecordSamples.request(
            desk,
            new ReleaseState(
                it.candidate(), 1, it.runs(), it.artifacts(), it.approvals(), null, sealed),
            desk.olgaSigns()),
        "sealed already");
  }

  @Test
  void evidence_that_is_missing_or_was_changed_on_disk_is_found_before_anybody_signs()
      throws Exception {
    var kept = desk.keep("stdout.txt", "OK 214");
    var file = desk.evidence.folder().resolve(kept.sha256());
    Files.writeString(file, "OK 215");
    refused(RecordSamples.request(desk, desk.release(), desk.olgaSigns()), "was changed on disk");
    Files.delete(file);
    refused(RecordSamples.request(desk, desk.release(), desk.olgaSigns()), "is missing");
  }

  @Test
  void a_signer_whom_the_trust_file_does_not_name_is_refused() {
    var mallory =
        new RecordSigner("mallory@example.org", "M", "operator", "sealed", new SeededKey(66));
    refused(RecordSamples.request(desk, desk.release(), mallory), "is not in the trust file");
  }

  @Test
  void a_signer_under_the_name_of_somebody_else_is_refused() {
    var posing = new RecordSigner(RecordDesk.ADA, "Ada", "approver", "sealed", desk.olga);
    refused(RecordSamples.request(desk, desk.release(), posing), "belongs to " + RecordDesk.OLGA);
  }

  @Test
  void a_key_that_may_not_sign_records_is_refused() {
    var line = AllowedSigners.line(RecordDesk.OLGA, desk.olga.publicKey(), List.of("git"));
    var sealing =
        new Sealing(
            desk.log, desk.evidence, AllowedSigners.parse(line, "allowed_signers"), desk.clock());
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns());
    assertThatThrownBy(() -> sealing.seal(request, out))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("may not sign for");
  }

  @Test
  void a_key_under_which_anybody_can_sign_is_refused() {
    var weak = new RecordSigner(RecordDesk.OLGA, "Olga", "operator", "sealed", new WeakKey());
    refused(RecordSamples.request(desk, desk.release(), weak), "anybody can make signatures");
  }

  @Test
  void nobody_signs_twice_and_somebody_signs() {
    refused(
        RecordSamples.request(desk, desk.release(), desk.olgaSigns(), desk.olgaSigns()),
        "signs twice");
    refused(RecordSamples.request(desk, desk.release()), "Nobody signs");
  }

  @Test
  void a_sign_off_that_does_not_verify_is_refused() throws Exception {
    var approval = desk.approve("approve", desk.ada, RecordDesk.ADA);
    Files.writeString(
        desk.evidence.folder().resolve(approval.signature().sha256()), "not a signature");
    refused(RecordSamples.request(desk, desk.release(), desk.olgaSigns()), "was changed on disk");
    desk.approve("approve", desk.olga, RecordDesk.ADA);
    refused(
        RecordSamples.request(desk, desk.release(), desk.olgaSigns()),
        "belongs to " + RecordDesk.OLGA);
  }

  @Test
  void an_existing_bundle_is_not_overwritten() throws Exception {
    Files.createDirectories(out);
    Files.writeString(out.resolve("customer-ops-1.4.2.release.zip"), "precious");
    refused(RecordSamples.request(desk, desk.release(), desk.olgaSigns()), "exists already");
  }

  @Test
  void released_needs_a_probe_that_is_kept() {
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns());
    var lost = new dev.plimsoll.core.model.Evidence("probe.txt", "0".repeat(64), "text/plain", 1);
    refused(
        ending(request, new SealingRequest.Ending.Published(desk.logDesk.clock.instant(), lost)),
        "is missing");
    var probe = desk.keep("probe.txt", "200 OK");
    desk.approve("approve", desk.ada, RecordDesk.ADA);
    var sealed =
        desk.sealing()
            .seal(
                ending(
                    RecordSamples.request(desk, desk.release(), desk.olgaSigns()),
                    new SealingRequest.Ending.Published(desk.logDesk.clock.instant(), probe)),
                out);
    assertThat(sealed.outcome()).isEqualTo(RecordOutcome.RELEASED_WITH_EXCEPTIONS);
    assertThat(RecordVerification.verify(sealed.path(), desk.against()).exitCode()).isZero();
  }

  @Test
  void an_aborted_release_may_be_sealed_and_never_verifies_as_let_go() {
    var request = RecordSamples.request(desk, desk.release(), desk.olgaSigns());
    var aborted = ending(request, new SealingRequest.Ending.Aborted("superseded"));
    var sealed = desk.sealing().seal(with(aborted, aborted.matter(), RecordSamples.noGo()), out);
    assertThat(sealed.outcome()).isEqualTo(RecordOutcome.ABORTED);
    var verification = RecordVerification.verify(sealed.path(), desk.against());
    assertThat(verification.verdict(Aspect.AUTHENTICITY).level()).isEqualTo(Level.PROVEN);
    assertThat(verification.verdict(Aspect.POLICY).sentence()).contains("ABORTED");
    assertThat(verification.exitCode()).isEqualTo(1);
  }

  @Test
  void a_key_that_cannot_sign_an_envelope_signs_the_record_alone_and_the_guide_says_so()
      throws Exception {
    var olga =
        new RecordSigner(RecordDesk.OLGA, "Olga", "operator", "sealed", new SmallSigner(desk.olga));
    desk.approve("approve", desk.ada, RecordDesk.ADA);
    var sealed = desk.sealing().seal(RecordSamples.request(desk, desk.release(), olga), out);
    var unpacked = Unpacked.of(sealed.path());
    assertThat(unpacked.files())
        .doesNotContainKey(BundleNames.DSSE)
        .doesNotContainKey(BundleNames.ATTESTATIONS);
    assertThat(unpacked.text(BundleNames.GUIDE)).contains("could not sign the envelope");
    assertThat(RecordVerification.verify(sealed.path(), desk.against()).exitCode()).isZero();
  }

  private static ReleaseRecord read(SealedRecord sealed) {
    var verification = RecordVerification.verify(sealed.path(), Nobody.AGAINST);
    var statement = verification.statement();
    if (statement == null) {
      throw new AssertionError(verification.verdicts());
    }
    return statement.record();
  }

  private static SealingRequest with(
      SealingRequest it, SealingRequest.Matter matter, dev.plimsoll.core.model.Decision decision) {
    return new SealingRequest(matter, it.runs(), decision, it.surroundings(), it.signers());
  }

  private static SealingRequest ending(SealingRequest it, SealingRequest.Ending ending) {
    var matter = it.matter();
    return with(
        it,
        new SealingRequest.Matter(
            matter.release(), matter.project(), Map.of(), ending, matter.lineage()),
        it.decision());
  }

  /// Refused in words, and neither a checkpoint nor a record is left behind.
  private void refused(SealingRequest request, String why) {
    var before = desk.log.head();
    assertThatThrownBy(() -> desk.sealing().seal(request, out))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why);
    assertThat(desk.log.head()).isEqualTo(before);
    assertThat(out.resolve("customer-ops-1.4.2.release.zip").toFile().length()).isLessThan(100);
  }
}

package dev.plimsoll.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.TagMade;
import dev.plimsoll.core.record.RecordVerification.Against;
import dev.plimsoll.core.record.Verdict.Level;
import dev.plimsoll.core.trust.AllowedSigners;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordVerificationTest {
  @TempDir Path folder;
  private RecordDesk desk;
  private Path bundle;
  private Checkpoint early;

  @BeforeEach
  void seal() {
    desk = new RecordDesk(folder);
    early = desk.log.checkpoint();
    bundle = desk.seal(folder.resolve("out")).path();
  }

  private Against pinned(Checkpoint... pins) {
    return new Against(
        desk.trusted(),
        desk.logDesk.clock.instant(),
        Stream.of(pins).map(pin -> new KeptCheckpoint(pin, null)).toList(),
        null);
  }

  private Against at(AllowedSigners signers, Instant when) {
    return new Against(signers, when, List.of(), null);
  }

  private Against with(@Nullable Path artifacts) {
    return new Against(desk.trusted(), desk.logDesk.clock.instant(), List.of(), artifacts);
  }

  @Test
  void the_trust_file_is_never_read_from_the_bundle() throws Exception {
    var unpacked = Unpacked.of(bundle).folder(folder.resolve("unpacked"));
    Files.writeString(unpacked.resolve("allowed_signers"), desk.allowedSigners());
    var verification = RecordVerification.verify(unpacked, Nobody.AGAINST);
    assertThat(verification.verdict(Aspect.AUTHENTICITY).codes())
        .contains(VerdictCode.KEY_UNKNOWN, VerdictCode.SIG_THRESHOLD);
    assertThat(verification.exitCode()).isEqualTo(1);
  }

  @Test
  void an_unpacked_bundle_is_proven_with_its_owners_notes_beside_it() throws Exception {
    var unpacked = Unpacked.of(bundle).folder(folder.resolve("unpacked"));
    Files.writeString(unpacked.resolve("notes.txt"), "looked at it on Tuesday");
    assertThat(RecordVerification.verify(unpacked, desk.against()).exitCode()).isZero();
    assertThat(
            RecordVerification.verify(unpacked.resolve("release-record.json"), desk.against())
                .exitCode())
        .isZero();
  }

  @Test
  void a_record_alone_proves_its_signatures_and_leaves_the_rest_open() throws Exception {
    var unpacked = Unpacked.of(bundle);
    unpacked.files().keySet().removeIf(name -> !name.startsWith(BundleNames.RECORD));
    var alone = unpacked.folder(folder.resolve("alone")).resolve("release-record.json");
    var verification = RecordVerification.verify(alone, desk.against());
    assertThat(verification.verdict(Aspect.AUTHENTICITY).level()).isEqualTo(Level.PROVEN);
    assertThat(verification.verdict(Aspect.INTEGRITY).level()).isEqualTo(Level.COULD_NOT_TELL);
    assertThat(verification.verdict(Aspect.ARTIFACTS).level()).isEqualTo(Level.COULD_NOT_TELL);
    assertThat(verification.exitCode()).isEqualTo(2);
  }

  @Test
  void what_is_no_bundle_is_could_not_tell_and_never_tampered() throws Exception {
    var text = Files.writeString(folder.resolve("some.txt"), "hello");
    assertThat(RecordVerification.verify(folder.resolve("nowhere"), desk.against()).exitCode())
        .isEqualTo(2);
    assertThat(RecordVerification.verify(folder, desk.against()).exitCode()).isEqualTo(2);
    assertThat(RecordVerification.verify(text, Nobody.AGAINST).verdict(Aspect.INTEGRITY).level())
        .isEqualTo(Level.COULD_NOT_TELL);
  }

  @Test
  void a_checkpoint_kept_from_before_anchors_the_log() {
    var verification = RecordVerification.verify(bundle, pinned(early));
    assertThat(verification.exitCode()).isZero();
    assertThat(verification.verdict(Aspect.COMPLETENESS).codes()).isEmpty();
    assertThat(verification.verdict(Aspect.ANCHORING).sentence()).contains("which you kept");
  }

  @Test
  void without_anything_to_compare_it_says_so_and_is_proven_all_the_same() {
    var verification = RecordVerification.verify(bundle, desk.against());
    assertThat(verification.verdict(Aspect.COMPLETENESS).codes())
        .containsExactly(VerdictCode.NOTHING_TO_COMPARE);
    assertThat(verification.verdict(Aspect.ANCHORING).sentence()).contains("L0");
    assertThat(verification.exitCode()).isZero();
  }

  @Test
  void a_longer_log_that_somebody_kept_a_checkpoint_of_shows_a_rollback() {
    desk.append(Event.LOG_OPENED, Map.of());
    var verdict =
        RecordVerification.verify(bundle, pinned(desk.log.checkpoint()))
            .verdict(Aspect.COMPLETENESS);
    assertThat(verdict.codes()).contains(VerdictCode.PIN_ROLLBACK);
    assertThat(verdict.level()).isEqualTo(Level.FAILED);
  }

  @Test
  void another_history_that_somebody_kept_a_checkpoint_of_shows_a_fork() {
    var other = new RecordDesk(folder.resolve("other"));
    other.append(Event.LOG_OPENED, Map.of("other", true));
    var forked =
        AuditLog.open(other.logDesk.lines, other.logDesk.keeper(), other.logDesk.memory)
            .checkpoint();
    var verdict = RecordVerification.verify(bundle, pinned(forked)).verdict(Aspect.COMPLETENESS);
    assertThat(verdict.codes()).contains(VerdictCode.PIN_FORK);
  }

  /// The release tag of a real repository, as git gives it out, and a record that names its object.
  private byte[] tag(String message) throws Exception {
    var repository = Files.createDirectories(folder.resolve("repository"));
    var shell = new Shell(repository);
    Files.writeString(repository.resolve("message"), message);
    var made =
        shell.run(
            "git init -q . && git -c user.name=O -c user.email=o@example.org commit -q"
                + " --allow-empty -m first && git -c user.name=O -c user.email=o@example.org tag -a"
                + " -f --cleanup=verbatim -F message v1.4.2 && git cat-file tag v1.4.2 > ../tag");
    assertThat(made.exit()).as(made.output()).isZero();
    return Files.readAllBytes(folder.resolve("tag"));
  }

  private static String carrying(Checkpoint checkpoint) {
    return "Release 1.4.2\n\n-----BEGIN AUDIT CHECKPOINT-----\n"
        + checkpoint.encode()
        + "-----END AUDIT CHECKPOINT-----\n";
  }

  @Test
  void the_name_of_a_tag_object_is_the_one_git_gives_it() throws Exception {
    var kept = KeptCheckpoint.parse(tag(carrying(early))).getFirst();
    assertThat(kept.checkpoint()).isEqualTo(early);
    var name = new Shell(folder.resolve("repository")).run("git rev-parse v1.4.2").output().strip();
    assertThat(Objects.requireNonNull(kept.tag()).sha1()).isEqualTo(name);
  }

  @Test
  void the_checkpoint_in_the_release_tag_anchors_the_log_at_level_one() throws Exception {
    var tagged = new RecordDesk(folder.resolve("tagged"));
    var kept = KeptCheckpoint.parse(tag(carrying(tagged.log.checkpoint())));
    var object = Objects.requireNonNull(kept.getFirst().tag()).sha1();
    tagged.approve("approve", tagged.ada, RecordDesk.ADA);
    var it = tagged.release();
    var release =
        new ReleaseState(
            it.candidate(),
            1,
            it.runs(),
            it.artifacts(),
            List.of(),
            new TagMade("v1.4.2", object, RecordDesk.BOUND.commit(), false),
            null);
    var sealed =
        tagged
            .sealing()
            .seal(
                RecordSamples.request(tagged, release, tagged.olgaSigns()),
                folder.resolve("tagged-out"));
    var verification =
        RecordVerification.verify(
            sealed.path(),
            new Against(tagged.trusted(), tagged.logDesk.clock.instant(), kept, null));
    assertThat(verification.verdict(Aspect.ANCHORING).sentence())
        .contains("published in the message of tag v1.4.2 (L1)");
    assertThat(verification.exitCode()).isZero();
  }

  @Test
  void a_tag_that_is_not_the_object_the_record_names_was_moved() throws Exception {
    var kept = KeptCheckpoint.parse(tag(carrying(early)));
    var verdict =
        RecordVerification.verify(
                bundle, new Against(desk.trusted(), desk.logDesk.clock.instant(), kept, null))
            .verdict(Aspect.ANCHORING);
    assertThat(verdict.codes()).contains(VerdictCode.ARTIFACT_MISMATCH);
    assertThat(verdict.sentence()).contains("made again or moved");
  }

  @Test
  void a_tag_without_a_checkpoint_anchors_nothing() throws Exception {
    var tag = tag("Release 1.4.2\n");
    assertThatThrownBy(() -> KeptCheckpoint.parse(tag))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("carries no checkpoint");
  }

  @Test
  void an_expired_key_fails_today_and_counts_at_the_time_it_was_good() {
    var signed = desk.logDesk.clock.instant();
    var expiring =
        desk.allowedSigners()
            .replace("namespaces=", "valid-before=\"20260301093200Z\",namespaces=");
    var signers = AllowedSigners.parse(expiring, "allowed_signers");
    var later = RecordVerification.verify(bundle, at(signers, signed.plus(Duration.ofDays(30))));
    assertThat(later.verdict(Aspect.AUTHENTICITY).codes()).contains(VerdictCode.KEY_EXPIRED);
    assertThat(later.verdict(Aspect.AUTHENTICITY).details())
        .anyMatch(it -> it.contains("That key counted on"));
    assertThat(later.exitCode()).isEqualTo(1);
    assertThat(RecordVerification.verify(bundle, at(signers, signed)).exitCode()).isZero();
  }

  @Test
  void downloads_are_compared_where_they_are_given() throws Exception {
    var downloads = Files.createDirectories(folder.resolve("downloads"));
    assertThat(RecordVerification.verify(bundle, with(downloads)).exitCode()).isEqualTo(2);
    var file = Files.writeString(downloads.resolve("customer-ops-1.4.2.tar.gz"), "artifact");
    assertThat(RecordVerification.verify(bundle, with(downloads)).exitCode()).isZero();
    Files.writeString(file, "artifacT");
    var verdict = RecordVerification.verify(bundle, with(downloads)).verdict(Aspect.ARTIFACTS);
    assertThat(verdict.codes()).containsExactly(VerdictCode.ARTIFACT_MISMATCH);
  }

  @Test
  void a_clock_that_went_back_during_the_release_is_a_warning() {
    var stepped = new RecordDesk(folder.resolve("stepped"));
    stepped.logDesk.clock.turn(Duration.ofMinutes(-5));
    var sealed = stepped.seal(folder.resolve("stepped-out"));
    var verification = RecordVerification.verify(sealed.path(), stepped.against());
    assertThat(verification.verdict(Aspect.INTEGRITY).codes()).contains(VerdictCode.CLOCK_STEPPED);
    assertThat(verification.exitCode()).isEqualTo(3);
  }

  @Test
  void entries_after_the_checkpoint_are_a_warning() throws Exception {
    var unpacked = Unpacked.of(bundle);
    var more = desk.log.entries(15, 1).getFirst().line();
    unpacked.put(BundleNames.AUDIT, unpacked.text(BundleNames.AUDIT) + more + "\n");
    var verification =
        RecordVerification.verify(unpacked.zip(folder.resolve("more.zip")), desk.against());
    assertThat(verification.verdict(Aspect.ANCHORING).codes())
        .contains(VerdictCode.TAIL_UNANCHORED);
    assertThat(verification.exitCode()).isEqualTo(3);
  }

  @Test
  void no_byte_that_is_turned_in_a_bundle_goes_unnoticed_or_ends_in_an_exception()
      throws Exception {
    var whole = Unpacked.of(bundle);
    var random = new Random(20260301);
    for (var name : whole.files().keySet()) {
      for (var i = 0; i < 6; i++) {
        var changed = Unpacked.of(bundle);
        var at = random.nextInt(changed.bytes(name).length);
        changed.bytes(name)[at] ^= (byte) (1 << random.nextInt(8));
        var verification =
            RecordVerification.verify(changed.zip(folder.resolve("turned.zip")), desk.against());
        assertThat(verification.exitCode()).as(name + " at " + at).isIn(1, 2);
      }
    }
  }

  @Test
  void no_byte_that_is_turned_in_the_zip_itself_proves_anything_else() throws Exception {
    var bytes = Files.readAllBytes(bundle);
    var original = Unpacked.of(bundle);
    var random = new Random(20260302);
    for (var i = 0; i < 150; i++) {
      var changed = bytes.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      var file = Files.write(folder.resolve("turned.zip"), changed);
      if (RecordVerification.verify(file, desk.against()).exitCode() == 0) {
        var unpacked = Unpacked.of(file);
        assertThat(unpacked.files().keySet()).isEqualTo(original.files().keySet());
        unpacked
            .files()
            .forEach(
                (name, content) -> assertThat(content).as(name).isEqualTo(original.bytes(name)));
      }
    }
  }
}

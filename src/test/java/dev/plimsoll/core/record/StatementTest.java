package dev.plimsoll.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Dsse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {
  @TempDir Path folder;
  private Unpacked bundle;
  private RecordDesk desk;

  @BeforeEach
  void seal() throws Exception {
    desk = new RecordDesk(folder);
    bundle = Unpacked.of(desk.seal(folder.resolve("out")).path());
  }

  private byte[] bytes() {
    return bundle.bytes(BundleNames.RECORD);
  }

  @Test
  void what_was_read_writes_the_same_bytes_again() {
    assertThat(Statement.of(Statement.parse(bytes()).record()).bytes()).isEqualTo(bytes());
  }

  @Test
  void it_is_an_in_toto_statement_with_the_members_of_the_format() {
    Map<String, @Nullable Object> document =
        CanonicalJson.decodeObject(bytes(), CanonicalJson.RECORD_MAX);
    assertThat(document.keySet())
        .containsExactlyInAnyOrder("_type", "subject", "predicateType", "predicate");
    assertThat(document).containsEntry("_type", "https://in-toto.io/Statement/v1");
    assertThat(document)
        .containsEntry("predicateType", "https://plimsoll.dev/attestation/release-record/v1");
    var predicate = (Map<?, ?>) Objects.requireNonNull(document.get("predicate"));
    assertThat(predicate.keySet().stream().map(String::valueOf))
        .containsExactlyInAnyOrder(
            "release",
            "outcome",
            "properties",
            "policy",
            "runs",
            "exceptions",
            "obligations",
            "signoffs",
            "environment",
            "auditLog",
            "redaction",
            "clock",
            "tool");
  }

  @Test
  void its_subjects_are_the_artifacts_and_the_commit() {
    assertThat(Statement.parse(bytes()).record().identity().subjects())
        .containsExactly(
            new ReleaseRecord.Subject(
                "customer-ops-1.4.2.tar.gz", "sha256", RecordDesk.artifacts().getFirst().sha256()),
            new ReleaseRecord.Subject(
                "git:example.org/customer-ops", "gitCommit", RecordDesk.BOUND.commit()));
  }

  @Test
  void every_attempt_stands_in_it_with_its_place_in_the_log() {
    var step = Statement.parse(bytes()).record().runs().getFirst().step("unit").orElseThrow();
    assertThat(step.attempts())
        .extracting(ReleaseRecord.Attempt::raw)
        .containsExactly("FAILED", "PASSED");
    var walked = step.walked();
    if (walked == null) {
      throw new AssertionError("it was walked");
    }
    assertThat(desk.log.entries(walked.firstSeq(), 1).getFirst().event()).isEqualTo("step.started");
    assertThat(desk.log.entries(walked.lastSeq(), 1).getFirst().event())
        .isEqualTo("step.concluded");
  }

  @Test
  void the_envelope_carries_the_same_bytes_signed_by_the_same_people() {
    var reading = Dsse.verify(bundle.bytes(BundleNames.DSSE), Dsse.IN_TOTO, desk.trusted()::keyOf);
    assertThat(reading)
        .isInstanceOfSatisfying(
            Dsse.Opened.class,
            opened -> {
              assertThat(opened.payload()).isEqualTo(bytes());
              assertThat(opened.signatures()).hasSize(2);
            });
    assertThat(bundle.text(BundleNames.ATTESTATIONS))
        .isEqualTo(bundle.text(BundleNames.DSSE) + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"outcome\":\"READY\" | \"outcome\":\"SHIPPED\" | predicate.outcome",
        "https://in-toto.io/Statement/v1 | https://in-toto.io/Statement/v2 | _type",
        "release-record/v1 | release-record/v2 | predicateType",
        "\"decision\":\"GO\" | \"decision\":\"go\" | decision is not one of GO, NO-GO",
        "\"product\": | \"produce\": | predicate.release.product is missing",
        "\"size\":12 | \"size\":-1 | predicate.auditLog.size is not a number",
        "2026-03-01T09:30:14.000Z | 2026-03-01T09:30:14Z | is not a time",
        "\"steps\":[ | \"steps\": [ | byte"
      })
  void what_is_no_record_is_refused_and_the_member_named(String what, String by, String reason) {
    var text =
        new String(bytes(), UTF_8)
            .replaceFirst(java.util.regex.Pattern.quote(what.strip()), by.strip());
    assertThatThrownBy(() -> Statement.parse(text.getBytes(UTF_8)))
        .isInstanceOf(NotARecord.class)
        .hasMessageContaining(reason.strip());
  }
}

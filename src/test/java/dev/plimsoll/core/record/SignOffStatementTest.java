package dev.plimsoll.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Artifact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignOffStatementTest {
  private static final SignOffSubject.Release RELEASE =
      new SignOffSubject.Release("customer-ops", "1.4.2", "v1.4.2", "4be19f7a".repeat(5));
  private static final SignOffSubject SUBJECT =
      subject(
          RELEASE,
          shown("a".repeat(64), "b".repeat(64), "Done?", "http://x"),
          "c".repeat(64),
          8,
          "waived");

  private static SignOffSubject subject(
      SignOffSubject.Release release,
      SignOffSubject.Shown shown,
      String evidence,
      long size,
      String exception) {
    return new SignOffSubject(
        release,
        shown,
        List.of(evidence),
        List.of(new Artifact("a.tar", "d".repeat(64), size)),
        List.of(exception));
  }

  private static SignOffSubject.Shown shown(
      String checklist, String definitions, String text, String url) {
    return new SignOffSubject.Shown(
        List.of(new SignOffSubject.Checklist("pre-release", checklist, definitions)),
        List.of(text),
        Map.of("url", url));
  }

  static Stream<SignOffSubject> changed() {
    var shown = SUBJECT.shown();
    return Stream.of(
        subject(
            new SignOffSubject.Release("customer-ops", "1.4.3", "v1.4.2", RELEASE.commit()),
            shown,
            "c".repeat(64),
            8,
            "waived"),
        subject(
            new SignOffSubject.Release("customer-ops", "1.4.2", "v1.4.2", "5".repeat(40)),
            shown,
            "c".repeat(64),
            8,
            "waived"),
        subject(
            RELEASE,
            shown("1".repeat(64), "b".repeat(64), "Done?", "http://x"),
            "c".repeat(64),
            8,
            "waived"),
        subject(
            RELEASE,
            shown("a".repeat(64), "1".repeat(64), "Done?", "http://x"),
            "c".repeat(64),
            8,
            "waived"),
        subject(
            RELEASE,
            shown("a".repeat(64), "b".repeat(64), "Done!", "http://x"),
            "c".repeat(64),
            8,
            "waived"),
        subject(
            RELEASE,
            shown("a".repeat(64), "b".repeat(64), "Done?", "http://y"),
            "c".repeat(64),
            8,
            "waived"),
        subject(RELEASE, shown, "1".repeat(64), 8, "waived"),
        subject(RELEASE, shown, "c".repeat(64), 9, "waived"),
        subject(RELEASE, shown, "c".repeat(64), 8, "deferred"));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void whatever_changes_on_screen_changes_the_digest(SignOffSubject other) {
    assertThat(other.digest()).isNotEqualTo(SUBJECT.digest());
  }

  @Test
  void the_digest_is_the_same_in_every_process() {
    assertThat(SUBJECT.digest())
        .isEqualTo("6c0fae06991a3146801fde2c67dea27c1f777dfc9dc524bc5f919963665367d1");
  }

  private static byte[] statement() {
    return SignOffStatement.of(
        SUBJECT,
        new SignOffStatement.Given(
            "pre-release/approve",
            new SignOffStatement.Signatory("ada@example.org", "Ada", "approver"),
            "Ship it.",
            "approved",
            Instant.parse("2026-03-01T09:30:00Z")));
  }

  @Test
  void a_statement_says_who_what_when_and_over_what() {
    var read = SignOffStatement.parse(statement());
    assertThat(read.step()).isEqualTo("pre-release/approve");
    assertThat(read.signatory().principal()).isEqualTo("ada@example.org");
    assertThat(read.shown()).isEqualTo(SUBJECT.digest());
    assertThat(read.release()).isEqualTo(RELEASE);
    assertThat(read.signedOn()).isEqualTo("2026-03-01T09:30:00Z");
  }

  @Test
  void a_statement_whose_screen_was_edited_is_none() {
    var edited = new String(statement(), UTF_8).replace("Done?", "Done!");
    assertThatThrownBy(() -> SignOffStatement.parse(edited.getBytes(UTF_8)))
        .isInstanceOf(NotARecord.class)
        .hasMessageContaining("shownDigest");
  }

  @Test
  void a_statement_about_another_commit_than_its_subject_is_none() {
    var text = new String(statement(), UTF_8);
    var edited = text.replace("\"gitCommit\":\"4be1", "\"gitCommit\":\"5be1");
    assertThatThrownBy(() -> SignOffStatement.parse(edited.getBytes(UTF_8)))
        .isInstanceOf(NotARecord.class)
        .hasMessageContaining("commit");
  }
}

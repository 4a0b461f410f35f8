package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class AuditLogTest {
  private final LogDesk desk = new LogDesk();

  @Test
  void aNewLogBeginsWithAnEntryThatNamesItAndItsKey() {
    var log = desk.open();

    var first = log.entries(0, 10).getFirst();
    assertThat(first.event()).isEqualTo("log.created");
    assertThat(first.data())
        .containsEntry("origin", log.origin())
        .containsEntry("logKey", desk.key.publicKey().openSsh())
        .containsEntry("tool", Map.of("name", "plimsoll", "version", "0.1.0"));
    assertThat(log.origin()).matches("plimsoll\\.dev/log/[0-9a-f]{32}");
    assertThat(log.genesis()).isEqualTo(first.hash());
  }

  @Test
  void anEntryIsSpelledByteForByteAsTheFormatSays() {
    var log = desk.open();

    var entry =
        log.append(
            Event.STEP_STARTED, desk.ada, Map.of("step", "tests", "attempt", 1, "by", "machine"));

    assertThat(entry.line())
        .isEqualTo(
            "{\"_prev\":\""
                + log.genesis()
                + "\",\"_seq\":1,\"_time\":\"2026-03-01T09:30:00.000Z\",\"_v\":1,"
                + "\"actor\":{\"id\":\"ada@example.org\",\"key\":\"SHA256:"
                + "a".repeat(43)
                + "\"},\"data\":{\"attempt\":1,\"by\":\"machine\",\"step\":\"tests\"},\"event\":\"step.started\"}");
  }

  @Test
  void whatIsReturnedIsWhatIsReadBack() {
    var log = desk.open();

    var entry =
        log.append(
            Event.STEP_CONCLUDED, desk.ada, Map.of("exit", 3, "findings", List.of(Map.of("n", 1))));

    assertThat(log.entries(1, 1)).containsExactly(entry);
    assertThat(entry.data()).containsEntry("exit", 3L);
  }

  @Test
  void anActorWithoutAKeyHasNoKeyMember() {
    var log = desk.open();

    var entry = log.append(Event.LOG_OPENED, Actor.unauthenticated("ada", "desk"), Map.of());

    assertThat(entry.line()).contains("\"actor\":{\"id\":\"os:ada@desk\"}");
    assertThat(log.entries(1, 1).getFirst().actor().isAuthenticated()).isFalse();
  }

  @Test
  void aClockThatStepsBackIsRecordedBeforeTheEntryAndNotCorrected() {
    var log = desk.open();
    desk.clock.turn(Duration.ofMinutes(-5));

    log.append(Event.LOG_OPENED, desk.ada, Map.of());

    var entries = log.entries(1, 10);
    assertThat(entries).extracting(LogEntry::event).containsExactly("clock.stepped", "log.opened");
    assertThat(entries.getFirst().data())
        .containsEntry("before", "2026-03-01T09:30:00.000Z")
        .containsEntry("now", "2026-03-01T09:25:00.000Z")
        .containsEntry("backwardMillis", 300_000L);
    assertThat(entries.getLast().line()).contains("\"_time\":\"2026-03-01T09:25:00.000Z\"");
  }

  @Test
  void aClockThatStepsBackBetweenTwoProcessesIsRecordedToo() {
    desk.open();
    desk.clock.turn(Duration.ofMillis(-1));

    desk.open().append(Event.LOG_OPENED, desk.ada, Map.of());

    assertThat(desk.open().entries(1, 10))
        .extracting(LogEntry::event)
        .containsExactly("clock.stepped", "log.opened");
  }

  @Test
  void anEntryLargerThanAnEntryMayBeIsRefusedAndNothingIsAppended() {
    var log = desk.open();

    var problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                log.append(Event.EVIDENCE_ATTACHED, desk.ada, Map.of("text", "x".repeat(66_000))));

    assertThat(problem.where()).contains("more than the 65536");
    assertThat(log.head().size()).isEqualTo(1);
  }

  @Test
  void textThatHasNoCanonicalSpellingIsRefusedAndNothingIsAppended() {
    var log = desk.open();

    assertThatThrownBy(
            () -> log.append(Event.EVIDENCE_ATTACHED, desk.ada, Map.of("text", "\ud800")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot be written as canonical JSON");
    assertThat(log.head().size()).isEqualTo(1);
  }

  @Test
  void twoProcessesThatAppendInTurnMakeOneChain() {
    var one = desk.open();
    var other = desk.open();
    for (var i = 0; i < 5; i++) {
      one.append(Event.LOG_OPENED, desk.ada, Map.of());
      other.append(Event.LOG_CLOSED, desk.ada, Map.of());
    }

    assertThat(verdict(desk.lines)).isInstanceOf(ChainVerdict.Whole.class);
    assertThat(one.head().size()).isEqualTo(11);
  }

  @Test
  void manyThreadsMakeOneChain() throws Exception {
    var log = desk.open();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 200; i++) {
        threads.execute(() -> log.append(Event.STEP_STARTED, desk.ada, Map.of("step", "s")));
      }
    }

    assertThat(log.all()).hasSize(201);
    assertThat(verdict(desk.lines)).isInstanceOf(ChainVerdict.Whole.class);
  }

  @Test
  void aLogOfSeveralPagesIsReadInOrder() {
    var log = desk.open();
    for (var i = 1; i <= 1100; i++) {
      log.append(Event.STEP_STARTED, desk.ada, Map.of("n", i));
    }

    assertThat(log.all().map(LogEntry::seq).toList())
        .hasSize(1101)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void aLogThatShrinksUnderAnOpenProgramIsNotContinued() {
    var log = desk.open();
    log.append(Event.LOG_OPENED, desk.ada, Map.of());
    desk.lines.remove(1);

    assertThatThrownBy(() -> log.append(Event.LOG_CLOSED, desk.ada, Map.of()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("rolled back");
    assertThat(desk.lines.head().size()).isEqualTo(1);
  }

  static ChainVerdict verdict(LogStore store) {
    return new ChainVerification(ChainLines.of(store), Known.NOTHING).run();
  }
}

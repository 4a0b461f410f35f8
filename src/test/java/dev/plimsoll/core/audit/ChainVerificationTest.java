package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChainVerificationTest {
  @TempDir Path folder;

  @Test
  void theFormatIsStillWrittenAsItWasCommitted() throws Exception {
    assertThat(ChainFixtures.whole()).isEqualTo(Files.readAllLines(fixture("whole")));
  }

  @Test
  void aWholeChainIsWholeAndSaysThatNothingWasAtHandToCompare() throws Exception {
    var verdict = (ChainVerdict.Whole) verify("whole", Known.NOTHING);

    assertThat(verdict.entries()).isEqualTo(10);
    assertThat(verdict.genesis())
        .isEqualTo("0a70f40aa462fcd38347de20cde7001803df47eb7e915dafa8c2f72f51291da4");
    assertThat(verdict.head())
        .isEqualTo("f741c699b428d482ff4a144e3a4831979f53f801e9496a242ca2a4129eb660f5");
    assertThat(verdict.rootHash())
        .isEqualTo("a9c7814090778498c41210f7b2a1409ff435566e08e585a278302ea66bc82c61");
    assertThat(verdict.hasWarnings()).isFalse();
    assertThat(verdict.remarks())
        .extracting(ChainVerdict.Remark::code)
        .containsExactly(VerdictCode.NOTHING_TO_COMPARE);
    assertThat(verdict.sentence()).isEqualTo("All 10 entries are whole and in order.");
  }

  @ParameterizedTest
  @CsvSource({
    "tail-cut, CHAIN_TORN_TAIL, 9",
    "last-line-end-missing, CHAIN_TORN_TAIL, 9",
    "entry-missing, CHAIN_SEQ, 4",
    "first-entry-missing, CHAIN_SEQ, 0",
    "entry-twice, CHAIN_SEQ, 5",
    "entries-swapped, CHAIN_SEQ, 3",
    "entry-changed, CHAIN_PREV, 4",
    "blank-line, CHAIN_NOT_CANONICAL, 1",
    "windows-line-ends, CHAIN_NOT_CANONICAL, 0",
    "white-space, CHAIN_NOT_CANONICAL, 2",
    "member-twice, CHAIN_NOT_CANONICAL, 2",
    "member-unknown, CHAIN_NOT_CANONICAL, 2",
    "number-as-fraction, CHAIN_NOT_CANONICAL, 2",
    "time-without-millis, CHAIN_NOT_CANONICAL, 2",
    "not-json, CHAIN_NOT_CANONICAL, 0",
    "rewritten-after-checkpoint, CP_REWRITTEN, 5",
    "checkpoint-by-another-key, CP_BAD_SIGNATURE, 1",
  })
  void aBrokenChainIsToldWithItsCodeAndTheFirstBadEntry(String name, VerdictCode code, long seq)
      throws Exception {
    var verdict = verify(name, Known.NOTHING);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            ChainVerdict.Broken.class,
            broken -> {
              assertThat(broken.code()).isEqualTo(code);
              assertThat(broken.seq()).isEqualTo(seq);
              assertThat(broken.sentence()).endsWith(".");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "empty, 'It holds no entry, and nothing is known that says how many there were.'",
    "checkpoint-far-behind, 'The checkpoint in entry 301 covers only 1 entries; that is too far"
        + " back to compare.'",
    "newer-version, 'Entry 2 cannot be judged: it is of version 2, which this program does not"
        + " know.'",
  })
  void whatCannotBeJudgedIsNotCalledTampered(String name, String sentence) throws Exception {
    assertThat(verify(name, Known.NOTHING)).isEqualTo(new ChainVerdict.CouldNotTell(sentence));
  }

  @Test
  void aFileThatIsNotThereCannotBeJudged() {
    var verdict =
        new ChainVerification(ChainLines.of(folder.resolve("none.jsonl")), Known.NOTHING).run();

    assertThat(verdict)
        .isEqualTo(
            new ChainVerdict.CouldNotTell(
                "There is no file " + folder.resolve("none.jsonl") + "."));
  }

  @Test
  void aClockThatWentBackIsAWarning() throws Exception {
    var verdict = (ChainVerdict.Whole) verify("clock-stepped", Known.NOTHING);

    assertThat(verdict.hasWarnings()).isTrue();
    assertThat(verdict.remarks().getFirst())
        .isEqualTo(
            new ChainVerdict.Remark(
                VerdictCode.CLOCK_STEPPED,
                1,
                "The clock went back before entry 1: from 2026-03-01T09:30:00.000Z to"
                    + " 2026-03-01T08:30:00.000Z."));
  }

  @Test
  void anEntryThatTheLastCheckpointLeftOutIsAWarning() throws Exception {
    var verdict = (ChainVerdict.Whole) verify("tail-unanchored", Known.NOTHING);

    assertThat(verdict.remarks())
        .extracting(ChainVerdict.Remark::code)
        .containsExactly(VerdictCode.TAIL_UNANCHORED, VerdictCode.NOTHING_TO_COMPARE);
  }

  @Test
  void anEntryThatALaterCheckpointCoversIsNoWarning() throws Exception {
    assertThat(((ChainVerdict.Whole) verify("tail-anchored-later", Known.NOTHING)).hasWarnings())
        .isFalse();
  }

  @Test
  void anEndThatIsMissingShowsOnlyAgainstACheckpoint() throws Exception {
    assertThat(verify("end-missing", Known.NOTHING)).isInstanceOf(ChainVerdict.Whole.class);

    var verdict = (ChainVerdict.Broken) verify("end-missing", Known.of(lastCheckpoint()));

    assertThat(verdict.code()).isEqualTo(VerdictCode.CP_TRUNCATED);
    assertThat(verdict.sentence())
        .isEqualTo(
            "The log was cut or rolled back: 1 entry is missing at the end. It has 8, and its"
                + " checkpoint covers 9.");
  }

  @Test
  void aChainThatHoldsAgainstItsCheckpointsHasNothingToRemark() throws Exception {
    var known =
        new Known(
            List.of(firstCheckpoint(), lastCheckpoint()), List.of(), new SeededKey(7).publicKey());

    assertThat(((ChainVerdict.Whole) verify("whole", known)).remarks()).isEmpty();
  }

  @Test
  void aChainMadeAnewFromItsBeginningIsFoundByACheckpointOfTheOldOne() throws Exception {
    var verdict =
        (ChainVerdict.Broken) verify("rewritten-after-checkpoint", Known.of(firstCheckpoint()));

    assertThat(verdict.code()).isEqualTo(VerdictCode.CP_REWRITTEN);
    assertThat(verdict.seq()).isEqualTo(4);
  }

  @Test
  void aCheckpointThatAnotherKeySignedProvesNothing() throws Exception {
    var forged =
        Checkpoint.sign(
            lastCheckpoint().origin(), Merkle.EMPTY.plus(new byte[1]), new SeededKey(9));

    var verdict = (ChainVerdict.Broken) verify("whole", Known.of(forged));

    assertThat(verdict.code()).isEqualTo(VerdictCode.CP_BAD_SIGNATURE);
  }

  @Test
  void theLogsOwnWordForItsKeyIsNotTakenWhereTheKeyIsKnown() throws Exception {
    var known = new Known(List.of(), List.of(), new SeededKey(9).publicKey());

    assertThat(((ChainVerdict.Broken) verify("whole", known)).code())
        .isEqualTo(VerdictCode.CP_BAD_SIGNATURE);
  }

  @Test
  void aCheckpointOfAnotherLogSaysThatThisIsNotThatLog() throws Exception {
    var another =
        new Checkpoint("plimsoll.dev/log/" + "0".repeat(32), 3, "0".repeat(64), List.of());

    var verdict = (ChainVerdict.Broken) verify("whole", Known.of(another));

    assertThat(verdict.code()).isEqualTo(VerdictCode.CP_REWRITTEN);
    assertThat(verdict.sentence()).contains("but this log calls itself");
  }

  @Test
  void pinsOfEarlierRecordsFindARollbackAndAFork() throws Exception {
    var third =
        EntryLine.hash(
            Files.readAllLines(fixture("whole")).get(2).getBytes(StandardCharsets.UTF_8));

    assertThat(verify("whole", pinned(3, third))).isInstanceOf(ChainVerdict.Whole.class);
    assertThat(((ChainVerdict.Broken) verify("whole", pinned(4, third))).code())
        .isEqualTo(VerdictCode.PIN_FORK);
    assertThat(((ChainVerdict.Broken) verify("whole", pinned(40, third))).code())
        .isEqualTo(VerdictCode.PIN_ROLLBACK);
    assertThat(((ChainVerdict.Broken) verify("empty", pinned(3, third))).code())
        .isEqualTo(VerdictCode.PIN_ROLLBACK);
  }

  @Test
  void aStoredHashThatIsNotItsLinesIsFoundEvenInTheLastEntry() {
    var desk = new LogDesk();
    desk.open().append(Event.LOG_OPENED, desk.ada, Map.of());
    var last = desk.lines.read(1, 1).getFirst();
    desk.lines.replace(1, new LogStore.Line(1, last.text().replace("ada", "eve"), last.hash()));

    var verdict = (ChainVerdict.Broken) AuditLogTest.verdict(desk.lines);

    assertThat(verdict.code()).isEqualTo(VerdictCode.CHAIN_PREV);
    assertThat(verdict.seq()).isEqualTo(1);
  }

  @Test
  void aRowThatIsMissingFromTheStoreIsFound() {
    var desk = new LogDesk();
    for (var i = 0; i < 4; i++) {
      desk.open().append(Event.LOG_OPENED, desk.ada, Map.of());
    }
    desk.lines.remove(2);

    var verdict = (ChainVerdict.Broken) AuditLogTest.verdict(desk.lines);

    assertThat(verdict.code()).isEqualTo(VerdictCode.CHAIN_SEQ);
    assertThat(verdict.seq()).isEqualTo(2);
  }

  @Test
  void anInterruptedVerificationTellsHowFarItCame() {
    var desk = new LogDesk();
    var log = desk.open();
    for (var i = 0; i < 600; i++) {
      log.append(Event.LOG_OPENED, desk.ada, Map.of());
    }
    var verification = new ChainVerification(ChainLines.of(desk.lines), Known.NOTHING);
    Thread.currentThread().interrupt();

    var verdict = verification.run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(verdict)
        .isEqualTo(new ChainVerdict.CouldNotTell("It was stopped after 512 entries."));
    assertThat(verification.progress()).isEqualTo(new ChainVerification.Progress(512, 601));
  }

  @Test
  void aLineWithoutEndCannotFillTheMemory() throws Exception {
    var endless = folder.resolve("endless.jsonl");
    Files.writeString(endless, "x".repeat(1_000_000));

    var verdict =
        (ChainVerdict.Broken) new ChainVerification(ChainLines.of(endless), Known.NOTHING).run();

    assertThat(verdict.code()).isEqualTo(VerdictCode.CHAIN_NOT_CANONICAL);
    assertThat(verdict.sentence()).contains("larger than the 65536 bytes allowed");
  }

  @Test
  void whatWasExportedIsTheSameChain() throws Exception {
    var desk = new LogDesk();
    for (var i = 0; i < 1500; i++) {
      desk.open().append(Event.LOG_OPENED, desk.ada, Map.of());
    }
    var file = folder.resolve("audit.jsonl");
    try (var out = Files.newOutputStream(file)) {
      assertThat(JsonLines.write(desk.lines, out)).isEqualTo(1501);
    }

    assertThat(new ChainVerification(ChainLines.of(file), Known.NOTHING).run())
        .isEqualTo(AuditLogTest.verdict(desk.lines));
  }

  private static Known pinned(long entries, String head) {
    return new Known(List.of(), List.of(new Known.Pin(entries, head, "record of 0.9.0")), null);
  }

  private static Checkpoint firstCheckpoint() throws Exception {
    return checkpointIn(5);
  }

  private static Checkpoint lastCheckpoint() throws Exception {
    return checkpointIn(9);
  }

  private static Checkpoint checkpointIn(int line) throws Exception {
    var bytes = Files.readAllLines(fixture("whole")).get(line).getBytes(StandardCharsets.UTF_8);
    return Checkpoint.parse(String.valueOf(EntryLine.decode(bytes).data().get("note")));
  }

  private static ChainVerdict verify(String name, Known known) throws Exception {
    return new ChainVerification(ChainLines.of(fixture(name)), known).run();
  }

  private static Path fixture(String name) throws IOException, URISyntaxException {
    var address = ChainVerificationTest.class.getResource("chain-" + name + ".jsonl");
    return Path.of(Objects.requireNonNull(address, name).toURI());
  }
}

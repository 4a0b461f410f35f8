package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogCheckpointTest {
  @TempDir Path folder;

  private final LogDesk desk = new LogDesk();

  @Test
  void aCheckpointCoversEveryEntryAndVerifies() {
    var log = grown(7);

    var checkpoint = log.checkpoint();

    assertThat(checkpoint.size()).isEqualTo(8);
    assertThat(checkpoint.origin()).isEqualTo(log.origin());
    assertThat(checkpoint.rootHash()).isEqualTo(ChainFixtures.tree(desk.lines).rootHash());
    assertThat(checkpoint.verify(desk.key.publicKey())).isTrue();
  }

  @Test
  void aSecondCheckpointReadsOnlyWhatCameSince() {
    var reads = new ArrayList<Long>();
    var log = desk.open(watched(reads));
    grow(log, 20);
    log.checkpoint();
    grow(log, 1);
    reads.clear();

    log.checkpoint();

    assertThat(reads).allMatch(from -> from == 0 || from >= 20);
  }

  @Test
  void aCheckpointAfterARestartGoesOnFromTheRememberedOne() {
    grown(20).checkpoint();
    var reads = new ArrayList<Long>();
    var log = desk.open(watched(reads));
    grow(log, 3);

    var checkpoint = log.checkpoint();

    assertThat(reads).allMatch(from -> from == 0 || from >= 20);
    assertThat(checkpoint.rootHash()).isEqualTo(ChainFixtures.tree(desk.lines).rootHash());
  }

  @Test
  void aPublishedCheckpointCoversEverythingBeforeItsOwnEntryWhoeverAppends() {
    var log = grown(2);
    var other = desk.open();
    var meddling =
        desk.open(
            new WrappedStore(desk.lines) {
              @Override
              public LogEntry append(Function<Head, LogEntry> line) {
                other.append(Event.LOG_OPENED, desk.ada, Map.of());
                return super.append(line);
              }
            });

    var checkpoint = meddling.publish("tag v1.0.0");

    var entry = log.entries(checkpoint.size(), 1).getFirst();
    assertThat(entry.event()).isEqualTo("checkpoint.published");
    assertThat(entry.data())
        .containsEntry("size", 4L)
        .containsEntry("root", checkpoint.rootHash())
        .containsEntry("to", "tag v1.0.0")
        .containsEntry("note", checkpoint.encode());
    assertThat(((ChainVerdict.Whole) AuditLogTest.verdict(desk.lines)).hasWarnings()).isFalse();
  }

  @Test
  void aLogBehindItsLastCheckpointIsReadButNotContinued() {
    grown(5).checkpoint();
    var old = desk.lines.copyOfFirst(4);

    var log = desk.open(old);

    assertThat(log.all()).hasSize(4);
    assertThat(log.obstacle().orElseThrow().where())
        .startsWith("2 entries are missing since checkpoint 6 of " + log.origin());
    for (var act :
        List.<Runnable>of(
            () -> grow(log, 1), log::checkpoint, () -> log.publish("x"), () -> log.recover("x"))) {
      assertThat(catchThrowableOfType(Problem.class, act::run).what())
          .isEqualTo("Audit log rolled back");
    }
    assertThat(old.head().size()).isEqualTo(4);
  }

  @Test
  void aLogThatWasRewrittenBelowItsLastCheckpointIsNotContinued() {
    grown(2).checkpoint();
    var last = desk.lines.read(2, 1).getFirst();
    desk.lines.replace(2, new LogStore.Line(2, last.text().replace("ada", "eve"), "0".repeat(64)));

    assertThat(desk.open().obstacle().orElseThrow().what()).isEqualTo("Audit log rewritten");
  }

  @Test
  void anotherLogInThePlaceOfThisOneIsNotContinued() {
    grown(2).checkpoint();
    var another = new LinesInMemory();
    AuditLog.open(another, desk.keeper(2), new CheckpointInMemory());

    assertThat(desk.open(another).obstacle().orElseThrow().what()).isEqualTo("Audit log exchanged");
  }

  @Test
  void aChainThatIsBrokenBeforeTheCheckpointIsNotSigned() {
    var log = grown(5);
    var third = desk.lines.read(3, 1).getFirst();
    desk.lines.replace(3, new LogStore.Line(3, third.text().replace("ada", "eve"), third.hash()));

    var problem = catchThrowableOfType(Problem.class, log::checkpoint);

    assertThat(problem.where())
        .startsWith("Entry 3 of the audit log does not follow the one before it");
    assertThat(desk.memory.last()).isEmpty();
  }

  @Test
  void missingEntriesAreBroughtBackFromAnExportThatReachesTheCheckpoint() throws Exception {
    grown(5).checkpoint();
    var export = exported();
    var old = desk.lines.copyOfFirst(3);
    var log = desk.open(old);

    log.recoverFrom(export);

    assertThat(old.read(0, 6)).isEqualTo(desk.lines.read(0, 6));
    var said = log.entries(6, 1).getFirst();
    assertThat(said.event()).isEqualTo("log.recovered");
    assertThat(said.data()).containsEntry("entries", 3L);
    grow(log, 1);
    assertThat(AuditLogTest.verdict(old)).isInstanceOf(ChainVerdict.Whole.class);
  }

  @Test
  void anImportThatWasCutOffGoesOnNextTime() throws Exception {
    grown(5).checkpoint();
    var export = exported();
    var half = desk.lines.copyOfFirst(4);
    assertThat(desk.open(half).obstacle()).isPresent();

    desk.open(half).recoverFrom(export);

    assertThat(half.read(0, 6)).isEqualTo(desk.lines.read(0, 6));
    assertThat(AuditLogTest.verdict(half)).isInstanceOf(ChainVerdict.Whole.class);
  }

  @Test
  void anExportThatDoesNotReachTheCheckpointBringsNothingBack() throws Exception {
    grown(5);
    var export = exported();
    grow(desk.open(), 1);
    desk.open().checkpoint();
    var old = desk.lines.copyOfFirst(3);

    var problem = catchThrowableOfType(Problem.class, () -> desk.open(old).recoverFrom(export));

    assertThat(problem.where())
        .contains("does not prove to be this log")
        .contains("missing at the end");
    assertThat(old.head().size()).isEqualTo(3);
  }

  @Test
  void anExportThatPartsWaysWithTheHistoryBringsNothingBack() throws Exception {
    grown(5).checkpoint();
    var export = exported();
    var forked = desk.lines.copyOfFirst(2);
    AuditLog.open(forked, desk.keeper(), new CheckpointInMemory())
        .append(Event.LOG_CLOSED, desk.ada, Map.of());

    var problem = catchThrowableOfType(Problem.class, () -> desk.open(forked).recoverFrom(export));

    assertThat(problem.where()).contains("part ways before entry 3");
    assertThat(forked.head().size()).isEqualTo(3);
  }

  @Test
  void aNewLogInPlaceOfALostOneNamesIt() {
    var lost = grown(5);
    var checkpoint = lost.checkpoint();
    var previous =
        new Genesis.PreviousLog(
            lost.origin(),
            lost.genesis(),
            checkpoint.size(),
            checkpoint.rootHash(),
            "the disk died");

    var fresh = new LinesInMemory();
    AuditLog.openAfter(previous, fresh, desk.keeper(2), desk.memory);
    var log = desk.open(fresh);

    assertThat(log.obstacle()).isEmpty();
    assertThat(new LogEntries(fresh).genesis().previous()).isEqualTo(previous);
    assertThat(log.checkpoint().size()).isEqualTo(1);
    assertThat(desk.memory.last().orElseThrow().checkpoint().origin()).isEqualTo(log.origin());
  }

  @Test
  void anotherKeyDoesNotSignUntilTheLogSaysSo() {
    grown(1);
    var keeper =
        new LogKeeper(desk.clock, new SeededKey(9), new Random(1), desk.ada, desk.keeper().tool());
    var log = AuditLog.open(desk.lines, keeper, desk.memory);

    assertThat(catchThrowableOfType(Problem.class, log::checkpoint).where())
        .contains(new SeededKey(9).publicKey().fingerprint());

    log.rotateKey("the old disk is gone");
    assertThat(log.publish("tag v1").verify(new SeededKey(9).publicKey())).isTrue();
    assertThat(AuditLogTest.verdict(desk.lines)).isInstanceOf(ChainVerdict.Whole.class);
  }

  private AuditLog grown(int entries) {
    var log = desk.open();
    grow(log, entries);
    return log;
  }

  private void grow(AuditLog log, int entries) {
    for (var i = 0; i < entries; i++) {
      log.append(Event.STEP_STARTED, desk.ada, Map.of("step", "s" + i));
    }
  }

  private Path exported() throws Exception {
    var file = folder.resolve("audit.jsonl");
    try (var out = Files.newOutputStream(file)) {
      JsonLines.write(desk.lines, out);
    }
    return file;
  }

  private LogStore watched(List<Long> reads) {
    return new WrappedStore(desk.lines) {
      @Override
      public List<Line> read(long from, int limit) {
        reads.add(from);
        return super.read(from, limit);
      }
    };
  }

  private static class WrappedStore implements LogStore {
    private final LogStore store;

    WrappedStore(LogStore store) {
      this.store = store;
    }

    @Override
    public LogEntry append(Function<Head, LogEntry> line) {
      return store.append(line);
    }

    @Override
    public Head head() {
      return store.head();
    }

    @Override
    public List<Line> read(long from, int limit) {
      return store.read(from, limit);
    }
  }
}

package dev.plimsoll.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.Known;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryProcessesTest {
  private static final int EACH = 60;

  @TempDir Path folder;

  @Test
  void severalProcessesThatAppendAtTheSameTimeMakeOneChain() throws Exception {
    var file = folder.resolve("history.db");
    var told = new ArrayList<Long>();
    // none of them finds a file: they also make it together
    try (var one = OtherProcess.appending(file, "one", EACH);
        var two = OtherProcess.appending(file, "two", EACH)) {
      for (var process : new OtherProcess[] {one, two}) {
        for (var seq = process.next(); seq >= 0; seq = process.next()) {
          told.add(seq);
        }
        assertThat(process.exit()).isZero();
      }
    }

    assertThat(told).hasSize(2 * EACH).doesNotHaveDuplicates();
    try (var store = HistoryStore.open(file, Duration.ofSeconds(10))) {
      assertThat(whole(store).entries()).isEqualTo(1 + 2 * EACH);
    }
  }

  @Test
  void thisProcessAppendsAndReadsWhileAnotherOneAppends() throws Exception {
    try (var desk = new HistoryDesk(folder)) {
      var log = desk.log();
      try (var other = OtherProcess.appending(desk.file, "other", EACH)) {
        var seen = 0L;
        while (other.next() >= 0) {
          log.append(Event.LOG_OPENED, Walked.ADA, Map.of());
          assertThat(log.head().size()).isGreaterThan(seen);
          seen = log.head().size();
        }
        assertThat(other.exit()).isZero();
      }

      assertThat(whole(desk.store).entries()).isEqualTo(1 + 2 * EACH);
    }
  }

  @Test
  void whatAKilledProcessWasToldToBeOnDiskIsThereAndTheChainIsWhole() throws Exception {
    var file = folder.resolve("history.db");
    for (var round = 1; round <= 3; round++) {
      long acknowledged;
      try (var doomed = OtherProcess.appending(file, "doomed", 100_000)) {
        var last = -1L;
        for (var i = 0; i < 20 * round; i++) {
          last = doomed.next();
        }
        acknowledged = Math.max(last, doomed.killAndLast());
      }

      try (var store = HistoryStore.open(file, Duration.ofSeconds(10))) {
        assertThat(whole(store).entries()).isGreaterThan(acknowledged);
        assertThat(store.history().search("doomed", Page.first(5))).hasSize(5);
      }
    }
  }

  private static ChainVerdict.Whole whole(HistoryStore store) {
    var verdict = new ChainVerification(ChainLines.of(store.log("lantern")), Known.NOTHING).run();
    assertThat(verdict).isInstanceOf(ChainVerdict.Whole.class);
    return (ChainVerdict.Whole) verdict;
  }
}

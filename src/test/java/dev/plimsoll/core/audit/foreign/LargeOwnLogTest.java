package dev.plimsoll.core.audit.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogDesk;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.VerdictCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plimsoll's own log, large, as one file among others.
final class LargeOwnLogTest {
  @TempDir Path folder;

  @Test
  void itIsWholeWithItsProgressAndADefectHasItsPlace() throws Exception {
    var desk = new LogDesk();
    var log = desk.open();
    for (var i = 0; i < 1100; i++) {
      log.append(Event.RUN_PAUSED, desk.ada, Map.of("run", "r" + i, "reason", "x".repeat(900)));
    }
    var lines =
        new ArrayList<>(desk.lines.read(0, 2000).stream().map(LogStore.Line::text).toList());
    var file = folder.resolve("own.jsonl");
    Files.writeString(file, String.join("\n", lines) + "\n");
    assertThat(Files.size(file)).isGreaterThan(1 << 20);
    var verification = new ForeignVerification(file, Chains.recipe("plimsoll"), Known.NOTHING);

    assertThat(((ForeignVerdict.Whole) verification.run()).entries()).isEqualTo(1101);
    var size = Files.size(file);
    assertThat(verification.progress()).isEqualTo(new Progress(1101, size, size));

    lines.set(700, lines.get(700).replace("\"r699\"", "\"r69x\""));
    Files.writeString(file, String.join("\n", lines) + "\n");
    var broken = (ForeignVerdict.Broken) Chains.verdict(file, Chains.recipe("plimsoll"));
    assertThat(broken.defect().code()).isEqualTo(VerdictCode.CHAIN_PREV);
    assertThat(broken.defect().entry()).isEqualTo(701);
    assertThat(broken.defect().offset())
        .isEqualTo(String.join("\n", lines.subList(0, 701)).length() + 1);
  }
}

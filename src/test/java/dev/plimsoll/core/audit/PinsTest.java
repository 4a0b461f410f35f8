package dev.plimsoll.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an auditor saw before, held against what is shown now.
final class PinsTest {
  @TempDir Path folder;
  private final LogDesk desk = new LogDesk();
  private AuditLog log;
  private Pins pins;

  @BeforeEach
  void pinALogOfSixEntries() {
    log = desk.open();
    for (var i = 0; i < 5; i++) {
      log.append(Event.LOG_OPENED, desk.ada, Map.of());
    }
    pins = new Pins(folder.resolve("pins"));
    assertThat(pins.of(log.origin())).isEmpty();
    pins.set(ChainLines.of(desk.lines), whole(desk.lines));
  }

  @Test
  void aLogThatOnlyGrewIsWholeAndThePinMovesOn() {
    log.append(Event.LOG_OPENED, desk.ada, Map.of());

    assertThat(verdict(desk.lines)).isInstanceOf(ChainVerdict.Whole.class);
    var moved = pins.set(ChainLines.of(desk.lines), whole(desk.lines));
    assertThat(moved.entries()).isEqualTo(7);
    assertThat(pins.of(log.origin())).contains(moved);
  }

  @Test
  void aLogThatIsShorterWasRolledBack() {
    var broken = (ChainVerdict.Broken) verdict(desk.lines.copyOfFirst(4));

    assertThat(broken.code()).isEqualTo(VerdictCode.PIN_ROLLBACK);
    assertThat(broken.seq()).isEqualTo(4);
    assertThat(broken.sentence()).contains("the pin of this auditor names 6");
  }

  @Test
  void aLogThatGoesOnFromOtherEntriesIsAnother() {
    var forked = desk.lines.copyOfFirst(4);
    var other = AuditLog.open(forked, desk.keeper(), new CheckpointInMemory());
    for (var i = 0; i < 4; i++) {
      other.append(Event.LOG_CLOSED, desk.ada, Map.of());
    }

    assertThat(((ChainVerdict.Broken) verdict(forked)).code()).isEqualTo(VerdictCode.PIN_FORK);
  }

  @Test
  void aPinNeverGoesBack() {
    var kept = pins.set(ChainLines.of(desk.lines), whole(desk.lines.copyOfFirst(3)));

    assertThat(kept.entries()).isEqualTo(6);
  }

  @Test
  void aPinThatCannotBeReadIsNotNone() throws Exception {
    var file = pins.file(log.origin());
    var text = Files.readString(file);
    for (var damaged :
        List.of(
            "",
            text.substring(0, text.length() - 1),
            text.replace("entries 6", "entries 06"),
            text.replace(log.origin(), log.origin().replaceFirst(".$", "x")))) {
      Files.writeString(file, damaged);

      assertThat(catchThrowableOfType(Problem.class, () -> pins.of(log.origin())).what())
          .as(damaged)
          .isEqualTo("Pin not readable");
    }
  }

  private ChainVerdict verdict(LogStore lines) {
    var known = new Known(List.of(), List.of(pins.of(log.origin()).orElseThrow().known()), null);
    return new ChainVerification(ChainLines.of(lines), known).run();
  }

  private static ChainVerdict.Whole whole(LogStore lines) {
    return (ChainVerdict.Whole) new ChainVerification(ChainLines.of(lines), Known.NOTHING).run();
  }
}

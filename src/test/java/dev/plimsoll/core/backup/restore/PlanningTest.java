package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.Work.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A look at what a restore would do tells how far it is, and can be stopped.
class PlanningTest {
  @TempDir Path folder;
  private Yard yard;

  @BeforeEach
  void project() throws Exception {
    yard = new Yard(folder);
  }

  @Test
  void howFarItIsIsTold() throws Exception {
    var planning =
        new Planning(yard.site(), BackupOrigin.of(yard.engine(), Yard.BACKUP), yard.files());
    assertThat(planning.progress().stage()).isEqualTo(Stage.WAITING);

    planning.plan(Choice.ALL, List.of());

    var last = planning.progress();
    assertThat(last.stage()).as("logs are looked at last").isEqualTo(Stage.CHECKING);
    assertThat(last.current()).isEqualTo("audit/ops.jsonl");
    assertThat(last.files()).isEqualTo(last.totalFiles()).isOne();
  }

  @Test
  void theBytesOfAFileAreCountedWhileItIsRead() throws Exception {
    var file = yard.root.resolve("data/app.db");
    var wanted = Present.read("data/app.db", file, Wanted.Sense.PLAIN).orElseThrow();
    var counted = new AtomicLong();

    assertThat(Present.isSame(wanted, file, counted::addAndGet)).isTrue();

    assertThat(counted.get()).isEqualTo(wanted.size()).isPositive();
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    var planning =
        new Planning(yard.site(), BackupOrigin.of(yard.engine(), Yard.BACKUP), yard.files());
    var before = yard.state();

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> planning.plan(Choice.ALL, List.of()))
          .isInstanceOf(InterruptedException.class);
    } finally {
      Thread.interrupted();
    }

    assertThat(yard.state()).isEqualTo(before);
  }
}

package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.model.Standing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeOutTest {
  private static String wayBack(Optional<RollbackPoint> point) {
    var view = Views.of().check("tag", Standing.NOT_RUN).view();
    return TimeOut.of(view, view.steps().getFirst(), point).wayBack();
  }

  @Test
  void theLastLookNamesTheBackupThatCouldBeGoneBackTo() {
    var digest = "a".repeat(64);
    assertThat(wayBack(Optional.of(new RollbackPoint("shop", "b1.zip", digest, Views.NOW))))
        .isEqualTo("b1.zip of shop, proven restorable");
    assertThat(wayBack(Optional.of(new RollbackPoint("shop", "b1.zip", digest, null))))
        .isEqualTo("b1.zip of shop, verified, never proven restorable");
    assertThat(wayBack(Optional.empty())).isEqualTo("No sound backup is known.");
  }
}

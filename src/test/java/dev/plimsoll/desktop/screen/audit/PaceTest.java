package dev.plimsoll.desktop.screen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void saysHowManyHowFastAndHowLongStill() {
    var pace = new Pace(412_000, 100, 400, Duration.ofSeconds(2));

    assertThat(pace.words()).isEqualTo("412,000 entries · 206,000 a second · 6 s left");
    assertThat(pace.share()).isEqualTo(0.25);
  }

  @Test
  void saysNoRateBeforeItMeansAnything() {
    assertThat(new Pace(9, 1, 2, Duration.ofMillis(3)).words()).isEqualTo("9 entries");
  }

  @Test
  void withoutAWholeThereIsNoShareAndNoTimeLeft() {
    var pace = new Pace(1_000, 1_000, -1, Duration.ofSeconds(1));

    assertThat(pace.share()).isEqualTo(-1);
    assertThat(pace.words()).isEqualTo("1,000 entries · 1,000 a second");
  }

  @Test
  void nothingReadIsNoRate() {
    assertThat(Pace.START.words()).isEqualTo("0 entries");
    assertThat(new Pace(0, 0, 10, Duration.ofSeconds(5)).words()).isEqualTo("0 entries");
  }

  @Test
  void saysWhatItTook() {
    assertThat(new Pace(1, 1, 1, Duration.ofMillis(4)).after()).isEqualTo("1 entry in 4 ms");
    assertThat(new Pace(5_000, 1, 1, Duration.ofSeconds(10)).after())
        .isEqualTo("5,000 entries in 10 s, 500 a second");
  }
}

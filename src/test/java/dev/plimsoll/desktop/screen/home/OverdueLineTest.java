package dev.plimsoll.desktop.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Overdue;
import dev.plimsoll.desktop.kit.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OverdueLineTest {
  private static final Instant NOW = Instant.parse("2026-11-02T14:00:00Z");
  private static final Times TIMES = new Times(InstantSource.fixed(NOW), ZoneOffset.UTC);

  private static String words(Overdue overdue) {
    return OverdueLine.words(overdue, TIMES);
  }

  @Test
  void aLineSaysWhatHowOftenAndWhenItWasDoneLast() {
    var then = NOW.minus(Duration.ofDays(9));
    assertThat(words(new Overdue.Walk(null, "daily", "Daily upkeep", "day at 02:00", then)))
        .isEqualTo("Overdue: Daily upkeep, every day at 02:00; last walked 9 days ago.");
    assertThat(words(new Overdue.Backup("shop", Duration.ofHours(24), then)))
        .isEqualTo("Overdue: a backup of shop, every 24 h; last taken 9 days ago.");
    assertThat(words(new Overdue.Proof("shop", Duration.ofDays(7), then)))
        .isEqualTo("Overdue: a drill of shop, every 7 days; last proven restorable 9 days ago.");
  }

  @Test
  void whatWasNeverDoneSaysSo() {
    assertThat(words(new Overdue.Proof("shop", Duration.ofDays(7), null)))
        .isEqualTo("Overdue: a drill of shop, every 7 days; not proven restorable.");
  }
}

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
    assertThat(words(walked(new Overdue.Walked(then, Overdue.End.DONE))))
        .isEqualTo("Overdue: Daily upkeep, every day at 02:00; last walked 9 days ago.");
    assertThat(words(new Overdue.Backup("shop", Duration.ofHours(24), then)))
        .isEqualTo("Overdue: a backup of shop, every 24 h; last taken 9 days ago.");
    assertThat(words(new Overdue.Proof("shop", Duration.ofDays(7), then)))
        .isEqualTo("Overdue: a drill of shop, every 7 days; last proven restorable 9 days ago.");
  }

  private static Overdue.Walk walked(Overdue.Walked last) {
    return new Overdue.Walk(null, "daily", "Daily upkeep", "day at 02:00", last);
  }

  @Test
  void aWalkThatDoesNotCountSaysWhy() {
    var then = NOW.minus(Duration.ofHours(2));
    assertThat(words(walked(new Overdue.Walked(then, Overdue.End.FAILED))))
        .isEqualTo(
            "Overdue: Daily upkeep, every day at 02:00; last walked 2 h ago, and it failed.");
    assertThat(words(walked(new Overdue.Walked(then, Overdue.End.UNTOLD))))
        .endsWith("last walked 2 h ago, and it could not tell.");
    assertThat(words(walked(new Overdue.Walked(then, Overdue.End.UNFINISHED))))
        .endsWith("last walked 2 h ago, and it was not finished.");
  }

  @Test
  void whatWasNeverDoneSaysSo() {
    assertThat(words(new Overdue.Proof("shop", Duration.ofDays(7), null)))
        .isEqualTo("Overdue: a drill of shop, every 7 days; not proven restorable.");
  }
}

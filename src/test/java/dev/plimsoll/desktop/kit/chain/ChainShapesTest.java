package dev.plimsoll.desktop.kit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plimsoll.core.model.ChainPicture.Axis;
import dev.plimsoll.core.model.ChainPicture.Extent;
import dev.plimsoll.core.model.ChainPicture.Mark;
import dev.plimsoll.core.model.ChainPicture.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the picture is, told from values alone.
class ChainShapesTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T09:30:00Z");

  @Test
  void zoomingKeepsTheFixedValueInItsPlaceAndNeverShowsMoreThanAll() {
    var all = Viewport.all(new Extent(1000, 0, 0), Axis.ENTRIES);
    var near = all.zoomed(4, 250);
    assertThat(near.length()).isCloseTo(all.length() / 4, within(0.001));
    assertThat(near.x(250, 800)).isCloseTo(all.x(250, 800), within(0.001));
    assertThat(near.zoomed(0.001, 250)).isEqualTo(all);
    assertThat(near.zoomed(1e9, 250).length()).isEqualTo(4);
    assertThat(near.moved(-100).from()).isEqualTo(all.from());
    assertThat(near.moved(100).to()).isCloseTo(all.to(), within(0.001));
    assertThat(all.isAll()).isTrue();
    assertThat(near.isAll()).isFalse();
  }

  @Test
  void whatIsChosenComesIntoSightAndWhatIsInSightStaysWhereItIs() {
    var near = Viewport.all(new Extent(1000, 0, 0), Axis.ENTRIES).zoomed(10, 0);
    assertThat(near.showing(50, 50)).isEqualTo(near);
    assertThat(near.showing(700, 700).x(700, 100)).isBetween(5.0, 95.0);
  }

  @Test
  void oneMomentIsStillSomethingToLookAt() {
    var all = Viewport.all(new Extent(1, 5000, 5000), Axis.TIME);
    assertThat(all.length()).isPositive();
    assertThat(all.zoomed(2, 5000).length()).isPositive();
  }

  @Test
  void placesOnTheAxisAreRoundAndAsManyAsHaveRoom() {
    assertThat(words(Duration.ofSeconds(40))).containsExactly("09:30:00", "09:30:15", "09:30:30");
    assertThat(words(Duration.ofHours(20))).contains("12:00", "18:00", "2 Mar");
    assertThat(words(Duration.ofDays(9))).contains("2 Mar", "4 Mar");
    assertThat(words(Duration.ofDays(300))).contains("Apr 2026", "Jul 2026");
    assertThat(words(Duration.ofDays(9000))).contains("2030", "2040");
    for (var days : List.of(1, 10, 100, 1000, 10_000)) {
      assertThat(words(Duration.ofDays(days))).as(days + " days").hasSizeBetween(1, 7);
    }
    var entries = Viewport.all(new Extent(1_234_567, 0, 0), Axis.ENTRIES);
    assertThat(Ticks.of(entries, 6, ZoneOffset.UTC))
        .extracting(Ticks.Tick::words)
        .containsExactly("0", "500,000", "1,000,000");
  }

  private static List<String> words(Duration length) {
    var from = BEGAN.toEpochMilli();
    var extent = new Extent(10, from, from + length.toMillis());
    return Ticks.of(
            new Viewport(Axis.TIME, extent, from, from + length.toMillis()), 6, ZoneOffset.UTC)
        .stream()
        .map(Ticks.Tick::words)
        .toList();
  }

  @Test
  void everyEntryFallsIntoOneColumn() {
    var picture = Chains.team();
    var view = Viewport.all(picture.extent(), Axis.TIME);
    for (var columns : new int[] {1, 7, 300}) {
      var sum = Arrays.stream(Density.columns(picture.byTime(), view, columns)).sum();
      assertThat(sum).isCloseTo(1_837, within(0.5));
    }
    assertThat(Density.columns(List.of(new Stretch(0, 9, 0, 0, 10)), view, 0)).isEmpty();
  }

  @Test
  void signsThatWouldLieOverOneAnotherBecomeOneWithTheirNumber() {
    var picture = Chains.million();
    var view = Viewport.all(picture.extent(), Axis.TIME);
    var signs =
        Glyph.of(picture, view, 800, 13).stream()
            .filter(glyph -> glyph.lane() == Lane.SIGN_OFFS)
            .toList();
    assertThat(signs).hasSizeBetween(5, 40);
    assertThat(signs.stream().mapToLong(glyph -> glyph.mark().place().count()).sum())
        .isEqualTo(10_000);
    for (var i = 1; i < signs.size(); i++) {
      assertThat(signs.get(i).middle() - signs.get(i - 1).middle()).isGreaterThan(20);
    }
    var small = Chains.team();
    var close = Viewport.all(small.extent(), Axis.ENTRIES).zoomed(6, 500);
    assertThat(Glyph.of(small, close, 800, 13)).extracting(Glyph::mark).noneMatch(Mark::isCluster);
  }

  @Test
  void wordsSayHowFarItIsAnchoredAndByWhom() {
    assertThat(new ChainWords(Chains.team(), Chains.TIMES).anchored())
        .isEqualTo(
            "Anchored elsewhere up to entry 1,398, by its own checkpoint up to 1,798;"
                + " 38 entries after it have none.");
    var words = new ChainWords(Chains.broken(), Chains.TIMES);
    assertThat(words.summary())
        .startsWith("1,837 entries, 1 Jan 2024, 06:00 to 8 Jan 2024, ")
        .endsWith("The first bad entry is 1,020.");
    assertThat(words.of(Chains.broken().broken()))
        .isEqualTo(
            "Entry 1020 does not name the hash of entry 1019: one of the two was changed"
                + " · entry 1,020 · 5 Jan 2024, 10:02");
  }
}

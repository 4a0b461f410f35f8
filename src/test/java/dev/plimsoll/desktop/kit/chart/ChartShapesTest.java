package dev.plimsoll.desktop.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartShapesTest {
  @Test
  void columnsStayInsideThePictureHoweverSlowOneIs() {
    var bars = new ArrayList<>(Collections.nCopies(100, new Sparkline.Bar(900, 1_100, 0)));
    bars.add(new Sparkline.Bar(900, 60_000_000, 1));
    var columns = Columns.of(bars, 400, 50, 10).all();
    assertThat(columns).hasSize(101);
    assertThat(columns)
        .allSatisfy(column -> {
          assertThat(column.x()).isBetween(0.0, 400.0);
          assertThat(column.low()).isBetween(1.0, column.high());
          assertThat(column.high()).isLessThanOrEqualTo(40);
        });
    assertThat(columns.getFirst().high()).as("the usual ones stay readable").isGreaterThan(10);
    assertThat(columns.getLast().failed()).isTrue();
  }

  @Test
  void fewColumnsStandWhereTheyWillStandWhenThereAreMore() {
    var few = Columns.of(List.of(new Sparkline.Bar(1, 2, 0)), 400, 50, 0).all();
    var more = Columns.of(Collections.nCopies(59, new Sparkline.Bar(1, 2, 0)), 400, 50, 0).all();
    assertThat(few.getFirst().x()).isEqualTo(more.getFirst().x());
  }

  @Test
  void noTimesAtAllAreNoPictureAndNoError() {
    assertThat(Columns.of(List.of(), 400, 50, 0).all()).isEmpty();
    assertThat(Columns.of(List.of(new Sparkline.Bar(0, 0, 0)), 400, 50, 0).all()).hasSize(1);
  }

  @Test
  void timesReadAsAPersonSaysThem() {
    assertThat(List.of(0L, 412L, 8_149L, 99_949L, 99_950L, 213_400L, 999_499L, 999_500L))
        .extracting(Millis::of)
        .containsExactly(
            "0.0 ms", "0.4 ms", "8.1 ms", "99.9 ms", "100 ms", "213 ms", "999 ms", "1.0 s");
    assertThat(Millis.of(9_949_999)).isEqualTo("9.9 s");
    assertThat(Millis.of(75_300_000)).isEqualTo("75 s");
  }
}

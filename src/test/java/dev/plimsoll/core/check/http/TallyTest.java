package dev.plimsoll.core.check.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.http.exchange.Misfortune;
import dev.plimsoll.core.check.http.exchange.Misfortune.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally();

  @Test
  void theWorstIsKnownAlsoWhereItIsNotAmongThoseThatAreKept() {
    for (var number = 1; number <= Tally.KEPT_FAILURES; number++) {
      add(number, Kind.UNKNOWN_HOST);
    }
    assertThat(tally.worst()).isEqualTo(Weighing.Rank.NOT_ASKED);
    assertThat(tally.hasAsked()).isFalse();

    add(Tally.KEPT_FAILURES + 1, Kind.CUT_OFF);
    assertThat(tally.failures()).noneMatch(tried -> Weighing.rank(tried) == Weighing.Rank.FAILED);
    assertThat(tally.worst()).isEqualTo(Weighing.Rank.FAILED);
    assertThat(tally.hasAsked()).isTrue();
  }

  private void add(int number, Kind kind) {
    var reply = new Misfortune(kind, "odd", "It is odd.", "See.");
    tally.add(new Tried(number, reply, 1, List.of(), new Redactor(Map.of(), Set.of())));
  }
}

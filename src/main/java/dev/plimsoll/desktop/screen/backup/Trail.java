package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.core.backup.Work.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stages of an act: those behind it with their time, the one it is in, those that are to come.
/// Looked at from time to time; on the window's thread alone.
final class Trail {
  private final List<Stage> expected;
  private final List<Leg> legs = new ArrayList<>();

  /// A stage that was entered.
  ///
  /// @param endedOn null while it goes on
  private record Leg(Stage stage, Instant startedOn, @Nullable Instant endedOn) {}

  /// A stage in a row of its own.
  ///
  /// @param took null where it has not ended
  record Row(Stage stage, Phase phase, @Nullable Duration took) {}

  enum Phase {
    BEHIND,
    HERE,
    AHEAD
  }

  Trail(List<Stage> expected) {
    this.expected = List.copyOf(expected);
  }

  /// Notes where the work is now.
  void look(Progress progress, Instant now) {
    var stage = progress.stage();
    if (stage == Stage.WAITING || (!legs.isEmpty() && legs.getLast().stage() == stage)) {
      return;
    }
    end(now);
    if (stage != Stage.DONE) {
      legs.removeIf(leg -> leg.stage() == stage); // gone back to: one row for each stage
      legs.add(new Leg(stage, now, null));
    }
  }

  /// Notes that all of it has ended.
  void end(Instant now) {
    if (!legs.isEmpty() && legs.getLast().endedOn() == null) {
      var last = legs.removeLast();
      legs.add(new Leg(last.stage(), last.startedOn(), now));
    }
  }

  /// How long the stage at hand has been going on.
  Duration inStage(Instant now) {
    return legs.isEmpty() ? Duration.ZERO : Duration.between(legs.getLast().startedOn(), now);
  }

  List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (var leg : legs) {
      rows.add(
          new Row(
              leg.stage(),
              leg.endedOn() == null ? Phase.HERE : Phase.BEHIND,
              Optional.ofNullable(leg.endedOn())
                  .map(end -> Duration.between(leg.startedOn(), end))
                  .orElse(null)));
    }
    var reached = legs.stream().mapToInt(leg -> expected.indexOf(leg.stage())).max().orElse(-1);
    expected.stream()
        .skip(reached + 1L)
        .forEach(stage -> rows.add(new Row(stage, Phase.AHEAD, null)));
    return rows;
  }
}

package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.WhereYouWere;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Times;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// How long it is told where the person was.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class WhereCardTest {
  private static final WhereYouWere AFTER_A_DAY =
      new WhereYouWere(List.of("It builds"), Duration.ofDays(1), false, List.of());

  @Test
  void itGoesWhenTheWalkGoesOnAndComesAfterTheNextPause(FxRobot robot) {
    robot.interact(() -> {
      var card =
          new WhereCard(
              new Times(InstantSource.fixed(Views.NOW), ZoneOffset.UTC),
              Action.always("Resume", null, () -> {}),
              () -> {});
      card.show(view(9, AFTER_A_DAY));
      card.show(view(9, AFTER_A_DAY));
      assertThat(card.isVisible()).isTrue();

      card.show(view(10, AFTER_A_DAY));
      assertThat(card.isVisible()).isFalse();
      card.show(view(10, AFTER_A_DAY));
      assertThat(card.isVisible()).isFalse();

      var later = new WhereYouWere(List.of("It runs"), Duration.ofDays(2), true, List.of());
      card.show(view(12, later));
      assertThat(card.isVisible()).isTrue();
    });
  }

  private static RunView view(long lastSeq, WhereYouWere card) {
    var view = Views.of().check("builds", Standing.PASSED).view();
    var run = view.state();
    return new RunView(
        new RunState(
            run.id(),
            run.opening(),
            run.phase(),
            run.steps(),
            run.pauses(),
            new RunState.Span(1, lastSeq, Views.NOW)),
        view.checklist(),
        view.steps(),
        view.decision(),
        view.progress(),
        view.now(),
        card);
  }
}

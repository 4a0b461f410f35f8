package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Standing;
import org.junit.jupiter.api.Test;

class OpenWalksTest {
  private final WalkByHand walk = new WalkByHand(Views.of().check("a", Standing.NOT_RUN).view());
  private final OpenWalks walks = new OpenWalks();

  @Test
  void aWalkAtWhichNothingRunsIsClosedWhenItsPageIsLeft() {
    walks.giveBack("key", walk);
    walks.settle();

    assertThat(walk.closed).isTrue();
    assertThat(walks.take("key")).isEmpty();
  }

  @Test
  void whoeverComesBackBeforeThatFindsTheWalkOpen() {
    walks.giveBack("key", walk);

    assertThat(walks.take("key")).containsSame(walk);
    assertThat(walk.closed).isFalse();
  }

  @Test
  void theEndOfTheProgramClosesEveryWalk() {
    walk.busy = true;
    walks.giveBack("key", walk);

    walks.close();

    assertThat(walk.closed).isTrue();
  }

  @Test
  void aWalkAtWhichSomethingRunsGoesOnAndIsFoundAgain() {
    walk.busy = true;
    walks.giveBack("key", walk);

    assertThat(walk.closed).isFalse();
    assertThat(walks.take("key")).containsSame(walk);
    assertThat(walks.take("key")).isEmpty();
  }

  @Test
  void aWalkThatHasComeToRestIsClosedByItself() {
    walk.busy = true;
    walks.giveBack("key", walk);
    walks.settle();
    assertThat(walk.closed).isFalse();

    walk.busy = false;
    walks.settle();

    assertThat(walk.closed).isTrue();
    assertThat(walks.isEmpty()).isTrue();
  }
}

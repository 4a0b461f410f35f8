package dev.plimsoll.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  @Test
  void timesThatPeopleReadAreThoseOfTheMachinesZone() {
    assertThat(Surroundings.ofProcess().clock().getZone()).isEqualTo(ZoneId.systemDefault());
  }
}

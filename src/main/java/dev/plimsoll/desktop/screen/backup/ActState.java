package dev.plimsoll.desktop.screen.backup;

import java.time.Duration;

/// What goes on with the chosen set.
sealed interface ActState {
  record Idle() implements ActState {}

  /// @param stopping whether a person asked it to end
  record Running(Ride ride, Pace pace, boolean stopping) implements ActState {
    Act act() {
      return ride.act();
    }
  }

  record Over(Ride ride, Ride.Over over, Duration took) implements ActState {
    Act act() {
      return ride.act();
    }
  }
}

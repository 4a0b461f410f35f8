package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.PastWalks;
import dev.plimsoll.core.StepTimes;
import dev.plimsoll.core.run.Earlier;
import java.util.List;
import java.util.Optional;

/// What came before a run, for standing beside it. Reads files; called off the window's thread.
public interface Past {
  Past NONE =
      new Past() {
        @Override
        public Optional<Earlier> before() {
          return Optional.empty();
        }

        @Override
        public List<StepTimes> times(String step) {
          return List.of();
        }
      };

  /// What the walks of the same checklist before this one told of its steps.
  Optional<Earlier> before();

  /// How long the requests of a step took in the last releases, oldest first; this one included
  /// once it has measured any.
  List<StepTimes> times(String step);

  static Past of(PastWalks walks, String run, String checklist) {
    return new Past() {
      @Override
      public Optional<Earlier> before() {
        return walks.before(run);
      }

      @Override
      public List<StepTimes> times(String step) {
        return walks.times(checklist, step);
      }
    };
  }
}

package dev.plimsoll.core.backup.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.Removed;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.Figures;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the log is told of work.
class RecordedTest {
  private final List<BackupAct> log = new ArrayList<>();
  private final List<Boolean> stopping = new ArrayList<>();
  private int refused;

  private static BackupAct act(@Nullable Ending ending) {
    return new BackupAct("shop", What.RESTORE, "b.zip", "m", ending, Figures.NONE);
  }

  private Recorded<String> recorded(Work<String> work) {
    return recorded(work, new Recorded.Begun(act(null), false));
  }

  private Recorded<String> recorded(Work<String> work, Recorded.Begun begun) {
    return new Recorded<>(
        begun,
        work,
        done -> new Acted(act(Ending.DONE), List.of(), List.of()),
        new ActLog() {
          @Override
          public void record(BackupAct act) {
            stopping.add(Thread.currentThread().isInterrupted());
            if (refused-- > 0) {
              throw Problem.of("Not recorded", "The log is locked.", "Wait.");
            }
            log.add(act);
          }

          @Override
          public BackupStory story() {
            return BackupStory.NONE;
          }
        },
        InstantSource.system());
  }

  private static Work<String> work(Runnable deed) {
    return new Work<>() {
      @Override
      public String run() {
        deed.run();
        return "done";
      }

      @Override
      public Progress progress() {
        return Progress.NONE;
      }
    };
  }

  @Test
  void aLogThatRefusesTheEntryDoesNotMakeWhatWasDoneAFailure() {
    refused = 1;

    assertThatThrownBy(() -> recorded(work(() -> {})).run())
        .hasMessageContaining("The log is locked");

    assertThat(log).extracting(BackupAct::ending).doesNotContain(Ending.FAILED);
  }

  @Test
  void whatWasDoneIsToldAlthoughSomebodyAskedToStopMeanwhile() throws Exception {
    recorded(work(() -> Thread.currentThread().interrupt())).run();

    assertThat(Thread.interrupted()).as("the wish to stop is not forgotten").isTrue();
    assertThat(stopping).containsExactly(false);
    assertThat(log).extracting(BackupAct::ending).containsExactly(Ending.DONE);
  }

  private static Recorded.Begun pruning() {
    var act = new BackupAct("shop", What.PRUNE, null, null, null, Figures.NONE);
    return new Recorded.Begun(act, true, () -> new Removed(List.of("a.zip", "b.zip"), 40));
  }

  @Test
  void aRemovalThatWasStoppedHalfwayTellsWhichAreGone() {
    var removing =
        new Work<String>() {
          @Override
          public String run() throws InterruptedException {
            throw new InterruptedException();
          }

          @Override
          public Progress progress() {
            return Progress.NONE;
          }
        };

    assertThatThrownBy(() -> recorded(removing, pruning()).run())
        .isInstanceOf(InterruptedException.class);

    assertThat(log).hasSize(2);
    var told = log.getLast();
    assertThat(told.ending()).isEqualTo(Ending.OPEN);
    assertThat(told.figures().removed()).containsExactly("a.zip", "b.zip");
    assertThat(told.figures().stored()).isEqualTo(40);
    assertThat(told.figures().sentence())
        .isEqualTo("It was stopped; 2 backups were removed before that.");
  }

  @Test
  void aRemovalThatFailedHalfwayIsNotOneThatChangedNothing() {
    var failing =
        work(() -> {
          throw Problem.of("Backups not removed", "c.zip cannot be removed.", "See to it.");
        });

    assertThatThrownBy(() -> recorded(failing, pruning()).run()).isInstanceOf(Problem.class);

    var told = log.getLast();
    assertThat(told.ending()).isEqualTo(Ending.OPEN);
    assertThat(told.figures().removed()).containsExactly("a.zip", "b.zip");
  }
}

package dev.plimsoll.desktop.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Problem;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void whatTheWorkMadeComesBackThroughTheWindowsThread() {
    var waiting = new ArrayList<Runnable>();
    var tasks = new TaskRunner(Runnable::run, waiting::add);

    tasks.run(() -> "made", told::add, problem -> told.add(problem.what()));

    assertThat(told).isEmpty();
    waiting.forEach(Runnable::run);
    assertThat(told).containsExactly("made");
  }

  @Test
  void aProblemArrivesWithItsOwnWordsAndNothingElseIsCalled() {
    run(Problem.of("Key not opened", "The passphrase is wrong.", "Try again."));
    assertThat(told).containsExactly("Key not opened: The passphrase is wrong. Try again.");
  }

  @Test
  void aFaultOfOurOwnArrivesAsASentenceWithoutAStackTrace() {
    run(new CompletionException(new IllegalStateException("column 7 of table run")));
    assertThat(told.getFirst())
        .contains(
            "Plimsoll met a fault of its own",
            "IllegalStateException",
            "What was recorded is safe.")
        .doesNotContain("column 7", "\tat ");
  }

  @Test
  void aMissingFileIsNamed() {
    run(new NoSuchFileException("/tmp/gone.zip"));
    assertThat(told.getFirst()).startsWith("File not found: There is nothing at /tmp/gone.zip.");
  }

  private void run(Exception thrown) {
    new TaskRunner(Runnable::run, Runnable::run)
        .run(
            () -> {
              throw thrown;
            },
            made -> told.add("made " + made),
            problem -> told.add(problem.getMessage()));
  }
}

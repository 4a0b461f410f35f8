package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The whole repository, read by restic's own `check --read-data`: once, however many snapshots are
/// asked about. A check that was stopped is made again by the next who asks. Thread-safe.
final class Checked {
  private final Repository repository;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Answer answer;

  Checked(Repository repository) {
    this.repository = repository;
  }

  /// What holds for every snapshot of it.
  sealed interface Answer {
    record Whole() implements Answer {}

    record Damaged(List<Finding> findings) implements Answer {
      public Damaged {
        findings = List.copyOf(findings);
      }
    }

    /// @param sentence why nobody could tell
    record Unknown(String sentence) implements Answer {}
  }

  Answer answer(Progressing progress) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var known = answer;
      if (known == null) {
        known = read(progress);
        answer = known;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private Answer read(Progressing progress) throws InterruptedException {
    var ended =
        repository.ask(
            Program.lines(_ -> progress.stage(Work.Stage.VERIFYING)),
            List.of("check", "--read-data"));
    if (ended.isGood()) {
      return new Answer.Whole();
    }
    if (!repository.isReadable()) {
      return new Answer.Unknown("The repository cannot be read: " + Repository.reason(ended) + ".");
    }
    return new Answer.Damaged(
        List.of(
            Finding.error(
                "The repository is damaged: " + Repository.reason(ended) + ".",
                Position.of(repository.address()),
                "Go back to another copy of the repository, or begin a new one elsewhere; restic's"
                    + " own documentation tells how to repair one.")));
  }
}

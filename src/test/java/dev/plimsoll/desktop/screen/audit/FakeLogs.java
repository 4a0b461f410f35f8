package dev.plimsoll.desktop.screen.audit;

import dev.plimsoll.core.audit.foreign.Anchor;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.audit.foreign.HashKeys;
import dev.plimsoll.core.audit.foreign.HashWork;
import dev.plimsoll.core.audit.foreign.Known;
import dev.plimsoll.core.audit.foreign.Recognition;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Logs that lie as files, judged by the core itself; a verification can be held so that a test
/// looks at it while it runs.
final class FakeLogs implements Logs {
  final List<LogGroup> groups = new ArrayList<>();
  final List<String> saved = new ArrayList<>();

  /// Reached when a held verification has begun.
  final CountDownLatch begun = new CountDownLatch(1);

  /// Reached when it was interrupted.
  final CountDownLatch interrupted = new CountDownLatch(1);

  boolean held;

  @Override
  public List<LogGroup> groups() {
    return groups;
  }

  @Override
  public OpenedLog open(LogChoice log) {
    var recipes = Recipes.builtIn().all();
    try {
      return new OpenedLog(
          log,
          Files.size(file(log)) + " bytes",
          new OpenedLog.Recipes(Recognition.of(file(log), recipes), null, recipes),
          List.of(),
          "",
          null);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public Verifying verifying(LogChoice log, @Nullable Recipe recipe, List<Anchor> anchors) {
    if (held) {
      return new Held();
    }
    var verification =
        new ForeignVerification(
            file(log), java.util.Objects.requireNonNull(recipe), new Known(anchors, HashKeys.NONE));
    return new Verifying() {
      @Override
      public Progress progress() {
        var now = verification.progress();
        return new Progress(now.entries(), now.bytes(), now.totalBytes());
      }

      @Override
      public Conclusion run() {
        return Conclusion.of(verification.run());
      }
    };
  }

  private final class Held implements Verifying {
    @Override
    public Progress progress() {
      return new Progress(40, 4_000, 10_000);
    }

    @Override
    public Conclusion run() {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException stopped) {
        interrupted.countDown();
      }
      return Conclusion.couldNotTell("It was stopped after 40 entries.");
    }
  }

  private static Path file(LogChoice log) {
    return switch (log) {
      case LogChoice.Chain chain -> chain.file();
      case LogChoice.GivenFile given -> given.file();
      case LogChoice.Own own -> throw new IllegalStateException(own.project());
    };
  }

  @Override
  public Path copyAside(LogChoice log, Path folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long bringBack(LogChoice.Own log, Path export) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<HashWork> tryOut(LogChoice log, Recipe recipe) {
    return HashWork.of(file(log), recipe, HashKeys.NONE, 5);
  }

  @Override
  public void saveRecipe(String text, Path to, boolean over) {
    saved.add(to + (over ? " over" : "") + "\n" + text);
  }

  @Override
  public void export(Finding finding, Path to) {
    throw new UnsupportedOperationException();
  }
}

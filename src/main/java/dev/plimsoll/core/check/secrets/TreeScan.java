package dev.plimsoll.core.check.secrets;

import dev.plimsoll.core.check.Tap;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Scans many files, on as many threads as the machine has cores, at most eight. What is held in
/// memory does not grow with the number or the size of the files.
///
/// Paths are relative to the folder that it is made for.
final class TreeScan {
  private static final int MOST_THREADS = 8;
  private static final int TELL_EVERY = 2_000;

  private final Path root;
  private final List<SecretRule> rules;
  private final Keywords keywords;
  private final Tap tap;
  private final Tally tally = new Tally();

  TreeScan(Path root, List<SecretRule> rules, Tap tap) {
    this.root = root;
    this.rules = rules;
    this.keywords = ContentScan.keywords(rules);
    this.tap = tap;
  }

  /// @param path relative, with `/`
  /// @param opened whether it is opened where it is an archive
  record Target(String path, boolean opened) {}

  /// Returns when every file was looked at.
  ///
  /// @throws InterruptedException when cancelled; the threads have ended then
  Tally scan(List<Target> targets) throws InterruptedException {
    var next = new AtomicInteger();
    var threads = Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    try (var pool = Executors.newFixedThreadPool(Math.min(threads, Math.max(1, targets.size())))) {
      var workers = new ArrayList<Future<?>>();
      for (var i = 0; i < threads; i++) {
        workers.add(
            pool.submit(() -> {
              work(targets, next);
              return null;
            }));
      }
      try {
        for (var worker : workers) {
          worker.get();
        }
      } catch (InterruptedException cancelled) {
        pool.shutdownNow();
        throw cancelled;
      } catch (ExecutionException broken) {
        pool.shutdownNow();
        throw new IllegalStateException(broken.getCause());
      }
    }
    return tally;
  }

  private void work(List<Target> targets, AtomicInteger next) throws InterruptedException {
    var content = new ContentScan(rules, keywords);
    var buffer = new Bounded();
    for (var i = next.getAndIncrement(); i < targets.size(); i = next.getAndIncrement()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      one(targets.get(i), content, buffer);
      if ((i + 1) % TELL_EVERY == 0) {
        tap.line("note", String.format(Locale.ROOT, "%,d of %,d files", i + 1, targets.size()));
      }
    }
    tally.undecided(content.tooCostly());
  }

  private void one(Target target, ContentScan content, Bounded buffer) throws InterruptedException {
    var file = root.resolve(target.path());
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        tally.skip(Tally.Skip.GONE);
      } else if (target.opened() && Archives.isArchive(target.path())) {
        Archives.each(
            file,
            target.path(),
            (name, bytes) -> {
              if (Thread.interrupted()) {
                throw new InterruptedException();
              }
              scan(target.path() + "!/" + name, notClosed(bytes), content, buffer);
            });
      } else {
        try (var bytes = Files.newInputStream(file)) {
          scan(target.path(), bytes, content, buffer);
        }
      }
    } catch (NoSuchFileException gone) {
      tally.skip(Tally.Skip.GONE);
    } catch (IOException | IllegalArgumentException unreadable) {
      // names in an archive that are no text are an IllegalArgumentException
      tally.unreadable(target.path() + " cannot be read: " + unreadable.getMessage() + ".");
    }
  }

  private void scan(String name, InputStream bytes, ContentScan content, Bounded buffer)
      throws IOException {
    var skip = buffer.read(bytes);
    if (skip == null) {
      tally.add(content.scan(name, buffer.bytes(), buffer.length()));
    } else {
      tally.skip(skip);
    }
  }

  private static InputStream notClosed(InputStream bytes) {
    return new FilterInputStream(bytes) {
      @Override
      public void close() {
        // the archive goes on
      }
    };
  }
}

package dev.plimsoll.attack;

import dev.plimsoll.core.audit.LogDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All attacks made and held against the three verifiers: two shells at a time, one Python for all.
final class Trial implements AutoCloseable {
  private final ExecutorService shells = Executors.newFixedThreadPool(2);
  private final ExecutorService python = Executors.newSingleThreadExecutor();
  private final List<Future<Heard>> byShell = new ArrayList<>();
  private final List<Future<Heard>> byPython = new ArrayList<>();
  private final List<Scene> scenes = new ArrayList<>();
  private final CoreVerifier core =
      new CoreVerifier(new LogDesk().clock.instant().plusSeconds(86_400));
  private final PythonVerifier verifier = new PythonVerifier();

  Trial(List<Attack> attacks, Path folder) throws Exception {
    for (var i = 0; i < attacks.size(); i++) {
      var attack = attacks.get(i);
      var scene = attack.making().in(Files.createDirectory(folder.resolve("attack-" + i)));
      scenes.add(scene);
      byShell.add(asked(shells, attack.shell(), () -> ShellVerifier.verify(scene)));
      byPython.add(asked(python, attack.python(), () -> verifier.verify(scene)));
    }
  }

  private interface Question {
    Heard answer() throws IOException;
  }

  private static Future<Heard> asked(ExecutorService where, Said expected, Question question) {
    return where.submit(
        () -> expected.isAsked() ? question.answer() : new Heard(expected.exit(), ""));
  }

  Heard core(int attack) throws IOException {
    return core.verify(scenes.get(attack));
  }

  Heard shell(int attack) throws ExecutionException, InterruptedException {
    return byShell.get(attack).get();
  }

  Heard python(int attack) throws ExecutionException, InterruptedException {
    return byPython.get(attack).get();
  }

  @Override
  public void close() throws IOException {
    shells.shutdownNow();
    python.shutdownNow();
    verifier.close();
  }
}

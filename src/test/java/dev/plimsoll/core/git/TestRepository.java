package dev.plimsoll.core.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real repository for tests, driven by the installed git under a configuration of its own.
public final class TestRepository {
  private final Path root;

  private TestRepository(Path root) {
    this.root = root;
  }

  /// An empty repository on branch `main`.
  public static TestRepository init(Path root) {
    try {
      Files.createDirectories(root);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    var repository = new TestRepository(root);
    repository.git("init", "-q", "-b", "main");
    repository.git("config", "user.name", "Ada Test");
    repository.git("config", "user.email", "ada@example.org");
    repository.git("config", "commit.gpgsign", "false");
    repository.git("config", "core.autocrlf", "false");
    return repository;
  }

  public static TestRepository at(Path root) {
    return new TestRepository(root);
  }

  public Path root() {
    return root;
  }

  public TestRepository write(String path, String text) {
    try {
      var file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Commits everything, and returns the commit's digest.
  public String commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
    return git("rev-parse", "HEAD");
  }

  /// Runs git and returns what it printed.
  public String git(String... arguments) {
    var command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    command.addAll(List.of(arguments));
    try {
      var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
      builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().put("GIT_AUTHOR_DATE", "2026-01-02T03:04:05Z");
      builder.environment().put("GIT_COMMITTER_DATE", "2026-01-02T03:04:05Z");
      var process = builder.start();
      process.getOutputStream().close();
      var said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(cancelled);
    }
  }
}

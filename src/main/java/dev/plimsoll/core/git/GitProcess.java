package dev.plimsoll.core.git;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Runs git once, silently, for a limited time. What it would ask a person is answered with a
/// refusal.
final class GitProcess {
  private static final int MOST_OUTPUT = 1 << 20;
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Map<String, String> environment;
  private final Duration patience;

  GitProcess(Map<String, String> environment, Duration patience) {
    this.environment = environment;
    this.patience = patience;
  }

  /// @param exit -1 where it was stopped because of time
  record Said(int exit, String out, String err, boolean timedOut) {}

  Said run(List<String> command, @Nullable Path folder, byte[] input) throws InterruptedException {
    var builder = new ProcessBuilder(command);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    var variables = builder.environment();
    variables.clear();
    variables.putAll(environment);
    askNothing(variables);
    try {
      var process = builder.start();
      try {
        return converse(process, input);
      } finally {
        stop(process);
      }
    } catch (IOException broken) {
      throw Problem.of(
          "git not started",
          command.getFirst() + " cannot be started: " + broken.getMessage() + ".",
          "Check the installation of git.",
          broken);
    }
  }

  private static void askNothing(Map<String, String> variables) {
    variables.keySet().removeIf(name -> name.startsWith("GIT_") && !name.startsWith("GIT_CONFIG"));
    variables.remove("GPG_TTY");
    variables.put("GIT_TERMINAL_PROMPT", "0");
    // ssh-keygen asks this program instead of the terminal; as it does not exist, the answer is no
    variables.put("SSH_ASKPASS", "/nonexistent/nobody-is-asked");
    variables.put("SSH_ASKPASS_REQUIRE", "force");
    variables.put("LC_ALL", "C");
  }

  private Said converse(Process process, byte[] input) throws IOException, InterruptedException {
    var out = reading(process.getInputStream());
    var err = reading(process.getErrorStream());
    try (var stdin = process.getOutputStream()) {
      stdin.write(input);
    } catch (IOException closedEarly) {
      // git has gone before it read everything: its exit code and words say why
    }
    var ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      stop(process);
    }
    return new Said(ended ? process.exitValue() : -1, taken(out), taken(err), !ended);
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    var text = new CompletableFuture<String>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            var bytes = stream.readNBytes(MOST_OUTPUT);
            stream.transferTo(OutputStream.nullOutputStream());
            text.complete(new String(bytes, StandardCharsets.UTF_8));
          } catch (IOException closed) {
            text.complete("");
          }
        });
    return text;
  }

  private static String taken(CompletableFuture<String> text) throws InterruptedException {
    try {
      return text.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException heldOpen) {
      return "";
    }
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}

package dev.plimsoll.core.backup.restore;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Runs commands as processes: no shell, no input, all of their environment given, a bounded time.
/// Thread-safe.
public final class Programs implements Commands {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int WORDS = 1_000;
  private static final int LOOKED_AT = 64 * 1024;
  private static final int GRACE_SECONDS = 2;

  private final Map<String, String> environment;
  private final UnaryOperator<String> mask;
  private final Duration longest;

  /// @param mask takes secrets out of what they said
  public Programs(Map<String, String> environment, UnaryOperator<String> mask) {
    this(environment, mask, LONGEST);
  }

  Programs(Map<String, String> environment, UnaryOperator<String> mask, Duration longest) {
    this.environment = Map.copyOf(environment);
    this.mask = mask;
    this.longest = longest;
  }

  @Override
  public Ended run(List<String> words, Path folder) throws InterruptedException {
    var program = words.getFirst();
    @Nullable Path said = null;
    try {
      said = Files.createTempFile("plimsoll-command-", ".txt");
      var process = start(words, folder, said);
      try {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
          return new Ended(
              How.BAD,
              program
                  + " had not ended after "
                  + longest.toMinutes()
                  + " minutes, and was stopped.");
        }
        return process.exitValue() == 0
            ? new Ended(How.GOOD, program + " ended with 0.")
            : new Ended(How.BAD, failed(program, process.exitValue(), said));
      } finally {
        stop(process);
      }
    } catch (IOException refused) {
      return new Ended(
          How.NOT_RUN,
          program
              + " cannot be started. See that it is installed and runs in a terminal, in "
              + folder
              + ".");
    } finally {
      discard(said);
    }
  }

  private Process start(List<String> words, Path folder, Path said) throws IOException {
    var all = new ArrayList<>(words);
    all.set(0, found(words.getFirst(), folder));
    // a service that it starts may keep what it writes to open: a file does not make anybody wait
    var builder =
        new ProcessBuilder(all)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /// Along the `PATH` that it is given; a name with a separator from the folder it runs in.
  private String found(String program, Path folder) {
    if (program.contains("/") || program.contains("\\")) {
      return folder.resolve(program).normalize().toString();
    }
    for (var part : environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator))) {
      var file = Path.of(part, program);
      if (!part.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) {
        return file.toString();
      }
    }
    return program;
  }

  private String failed(String program, int code, Path said) throws IOException {
    var size = Files.size(said);
    try (var in = Files.newInputStream(said)) {
      // masked as a whole before it is cut: half a secret is one as well
      in.skipNBytes(Math.max(0, size - LOOKED_AT));
      var all =
          mask.apply(new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8))
              .strip()
              .replaceAll("\\s*\\R\\s*", " / ");
      var text = all.length() <= WORDS ? all : "..." + all.substring(all.length() - WORDS);
      return program + " ended with " + code + (text.isEmpty() ? "." : ": " + text);
    }
  }

  /// What a command leaves running after it has ended well is what it was for.
  private static void stop(Process process) throws InterruptedException {
    if (!process.isAlive()) {
      return;
    }
    var family = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static void discard(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException leftForTheSystem) {
      file.toFile().deleteOnExit();
    }
  }
}

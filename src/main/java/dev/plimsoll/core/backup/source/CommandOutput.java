package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.model.BackupSet.Output;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What a program writes to its standard output, in a file. No shell, no input, a bounded time;
/// whatever it started is stopped with it.
public final class CommandOutput {
  private static final int WORDS = 2_000;
  private static final int ERRORS = 64 * 1024;
  private static final int GRACE_SECONDS = 2;

  private final Path folder;
  private final Map<String, String> environment;
  private final UnaryOperator<String> mask;

  /// @param folder where programs run
  /// @param environment all of their environment variables
  /// @param mask takes secrets out of what they said
  public CommandOutput(Path folder, Map<String, String> environment, UnaryOperator<String> mask) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.mask = mask;
  }

  /// @param into a file that does not exist yet
  /// @throws dev.plimsoll.core.model.Problem where it cannot be started, fails, takes too long or
  ///   writes nothing
  public void write(Output output, Path into) throws InterruptedException {
    var program = output.run().getFirst();
    try {
      var process = start(output, into);
      var said = new LastWords(process.getErrorStream());
      try {
        await(process, output);
        if (process.exitValue() != 0) {
          throw failed(program, process.exitValue(), mask.apply(said.text()));
        }
      } finally {
        stop(process);
      }
      if (Files.size(into) == 0) {
        throw NotTaken.because(
            program + " wrote nothing for " + output.name() + ".",
            "See what it prints in a terminal; what it writes to a file of its own is not saved.");
      }
    } catch (IOException refused) {
      throw NotTaken.because(
          program + " cannot be started: " + NotTaken.words(refused) + ".",
          "Check that it is installed and runs in a terminal, in " + folder + ".");
    }
  }

  private Process start(Output output, Path into) throws IOException {
    var words = new ArrayList<>(output.run());
    words.set(0, found(words.getFirst()));
    var builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(into.toFile())
            .redirectError(ProcessBuilder.Redirect.PIPE);
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /// Along the `PATH` that it is given; a name with a separator from the folder it runs in.
  private String found(String program) {
    if (program.contains("/") || program.contains("\\")) {
      return folder.resolve(program).normalize().toString();
    }
    var path = environment.getOrDefault("PATH", "");
    for (var part : path.split(Pattern.quote(File.pathSeparator))) {
      if (!part.isEmpty()) {
        var file = Path.of(part, program);
        if (Files.isExecutable(file) && !Files.isDirectory(file)) {
          return file.toString();
        }
      }
    }
    return program;
  }

  private static void await(Process process, Output output) throws InterruptedException {
    if (!process.waitFor(output.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      throw NotTaken.because(
          output.run().getFirst()
              + " had not ended after "
              + output.timeout().toSeconds()
              + " seconds, and was stopped.",
          "Give it a longer timeout: in the set's outputs, or see what it waits for.");
    }
  }

  private static RuntimeException failed(String program, int code, String said) {
    return NotTaken.because(
        program
            + " failed with exit code "
            + code
            + (said.isBlank() ? ", and said nothing." : ": " + said),
        "Run it in a terminal, and mend what it complains about.");
  }

  private static void stop(Process process) throws InterruptedException {
    var family = process.descendants().toList();
    if (process.isAlive()) {
      process.destroy();
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /// The last that a program said, bounded, read on a thread of its own.
  private static final class LastWords {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader;

    LastWords(InputStream errors) {
      reader =
          Thread.ofVirtual()
              .start(() -> {
                var block = new byte[8192];
                try (errors) {
                  for (var n = errors.read(block); n >= 0; n = errors.read(block)) {
                    keep(block, n);
                  }
                } catch (IOException closed) {
                  // the program has gone; what it said by then is kept
                }
              });
    }

    private synchronized void keep(byte[] block, int n) {
      if (kept.size() > ERRORS) {
        var end = kept.toByteArray();
        kept.reset();
        kept.write(end, end.length - ERRORS / 2, ERRORS / 2);
      }
      kept.write(block, 0, n);
    }

    String text() throws InterruptedException {
      reader.join(Duration.ofSeconds(GRACE_SECONDS));
      synchronized (this) {
        var all = kept.toString(StandardCharsets.UTF_8).strip();
        return all.length() <= WORDS ? all : "..." + all.substring(all.length() - WORDS);
      }
    }
  }
}

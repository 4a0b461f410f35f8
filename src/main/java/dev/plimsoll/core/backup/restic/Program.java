package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.model.Problem;
import java.io.BufferedReader;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The installed restic: its repository and password come to it by its environment, never on a
/// command line. An interrupt stops it. Thread-safe.
final class Program {
  private static final int MOST_SAID = 4_000;
  private static final int MOST_LINE = 1 << 20;
  private static final int GRACE_SECONDS = 10;
  private static final int OLDEST_MINOR = 14;
  private static final Pattern VERSION = Pattern.compile("restic (\\d+)\\.(\\d+)");

  private final Map<String, String> environment;
  private final UnaryOperator<String> mask;

  /// @param environment all of its variables, repository and password among them
  /// @param mask takes secrets out of what it says
  Program(Map<String, String> environment, UnaryOperator<String> mask) {
    this.environment = Map.copyOf(environment);
    this.mask = mask;
  }

  /// @param code its exit code
  /// @param said what it wrote to standard error, the last of it, secrets masked
  record Ended(int code, String said) {
    boolean isGood() {
      return code == 0;
    }
  }

  /// Reads what it writes.
  interface Reading {
    void read(InputStream out) throws IOException, InterruptedException;
  }

  /// All that it writes, into an empty builder. More characters than `most` are a failure to read
  /// it.
  static Reading text(StringBuilder into, int most) {
    return out -> {
      into.setLength(0);
      var reader = new InputStreamReader(out, StandardCharsets.UTF_8);
      var block = new char[1 << 13];
      for (var n = reader.read(block); n >= 0; n = reader.read(block)) {
        if (into.length() + n > most) {
          throw new IOException("it writes more than " + most + " characters");
        }
        into.append(block, 0, n);
      }
    };
  }

  /// Each line that it writes; of one that is too long nothing is kept while it is read, and
  /// nothing told.
  static Reading lines(Consumer<String> each) {
    return out -> {
      var reader = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
      var line = new StringBuilder();
      var isTooLong = false;
      for (var next = reader.read(); next >= 0; next = reader.read()) {
        if (next != '\n') {
          isTooLong |= line.length() >= MOST_LINE;
          if (!isTooLong) {
            line.append((char) next);
          }
          continue;
        }
        if (!isTooLong) {
          each.accept(plain(line));
        }
        line.setLength(0);
        isTooLong = false;
      }
      if (!isTooLong && !line.isEmpty()) {
        each.accept(plain(line));
      }
    };
  }

  private static String plain(StringBuilder line) {
    var last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }

  /// @throws Problem where it is not installed, or is too old
  void checkVersion() throws InterruptedException {
    var said = new StringBuilder();
    run(Path.of("").toAbsolutePath(), text(said, MOST_LINE), List.of("version"));
    var version = VERSION.matcher(said);
    if (!version.find()) {
      throw Problem.of(
          "restic not usable",
          "What is installed as restic does not say its version.",
          "Run restic version in a terminal, and install restic 0.14 or newer.");
    }
    var isOld =
        Integer.parseInt(version.group(1)) == 0
            && Integer.parseInt(version.group(2)) < OLDEST_MINOR;
    if (isOld) {
      throw Problem.of(
          "restic not usable",
          version.group() + " is installed; 0.14 or newer is needed.",
          "Install a newer one from your system's packages, or run: restic self-update");
    }
  }

  /// @param folder where it runs
  /// @param reading takes what it writes to standard output, on this thread
  /// @param words without the program's own
  Ended run(Path folder, Reading reading, List<String> words) throws InterruptedException {
    var all = new ArrayList<String>();
    all.add(found().orElseThrow(Program::missing).toString());
    all.addAll(words);
    var builder = new ProcessBuilder(all).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      var process = builder.start();
      process.getOutputStream().close();
      return attend(process, reading);
    } catch (IOException refused) {
      throw Problem.of(
          "restic not usable",
          "restic cannot be started or read: " + refused.getMessage() + ".",
          "Run restic version in a terminal.",
          refused);
    }
  }

  private Ended attend(Process process, Reading reading) throws InterruptedException, IOException {
    var said = new Said();
    var errors =
        Thread.ofVirtual()
            .start(() -> {
              try (var in = process.getErrorStream()) {
                lines(said::keep).read(in);
              } catch (IOException | InterruptedException | UncheckedIOException closed) {
                // the program has gone; what it said by then is kept
              }
            });
    var stopper = new Stopper(Thread.currentThread(), process);
    try {
      try (var out = process.getInputStream()) {
        reading.read(new Open(out));
        out.transferTo(OutputStream.nullOutputStream());
      } catch (IOException cut) {
        if (!stopper.isStopped()) {
          stop(process);
          throw cut;
        }
      }
      if (stopper.isStopped()) {
        throw new InterruptedException();
      }
      var code = process.waitFor();
      errors.join();
      return new Ended(code, mask.apply(said.text()));
    } catch (InterruptedException cancelled) {
      stop(process);
      throw cancelled;
    } finally {
      stopper.close();
    }
  }

  /// The last that was said.
  private static final class Said {
    private final StringBuilder text = new StringBuilder();

    synchronized void keep(String line) {
      text.append(line).append('\n');
      if (text.length() > MOST_SAID) {
        text.delete(0, text.length() - MOST_SAID);
      }
    }

    synchronized String text() {
      return text.toString().strip();
    }
  }

  /// What is left of it is read after somebody closes it, so that the program can end.
  private static final class Open extends FilterInputStream {
    Open(InputStream out) {
      super(out);
    }

    @Override
    public void close() {
      // the owner closes it
    }
  }

  /// It is asked first, so that it removes its locks.
  static void stop(Process process) {
    process.destroy();
    var interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException again) {
      process.destroyForcibly();
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Along the `PATH` that it is given.
  private Optional<Path> found() {
    var isWindows = File.separatorChar == '\\';
    var path = environment.getOrDefault("PATH", "");
    for (var part : path.split(Pattern.quote(File.pathSeparator))) {
      if (!part.isEmpty()) {
        var file = Path.of(part, isWindows ? "restic.exe" : "restic");
        if (Files.isExecutable(file) && !Files.isDirectory(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static Problem missing() {
    return Problem.of(
        "restic not usable",
        "restic was not found along PATH.",
        "Install it: apt install restic, dnf install restic, brew install restic, or from"
            + " https://restic.net");
  }

  /// Its environment and nothing else.
  static Map<String, String> environment(
      Map<String, String> inherited, String repository, String password) {
    var environment = new HashMap<>(inherited);
    environment.keySet().removeIf(name -> name.startsWith("RESTIC_PASSWORD"));
    environment.remove("RESTIC_REPOSITORY_FILE");
    environment.put("RESTIC_REPOSITORY", repository);
    environment.put("RESTIC_PASSWORD", password);
    environment.put("RESTIC_PROGRESS_FPS", "4");
    return environment;
  }
}

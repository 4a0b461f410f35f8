package dev.plimsoll.cli.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// What a command is given from outside.
///
/// @param environment variables of the process
/// @param clock the operator's clock
/// @param directory the working directory, absolute
/// @param interruption tells when the person stops the command
public record Surroundings(
    Streams streams,
    Map<String, String> environment,
    Clock clock,
    Path directory,
    Interruption interruption) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// @param terminal whether a person sees what is written to `out`
  public record Streams(PrintStream out, PrintStream err, boolean terminal, Prompt prompt) {}

  /// Tells when the person stops the command (Ctrl-C) or the system ends it.
  @FunctionalInterface
  public interface Interruption {
    /// Runs `act` once when that happens, on a thread of its own, unless the returned guard was
    /// closed before. The process ends when `act` returns.
    Guard then(Runnable act);

    /// As [#then], where the process then ends with `code` instead of the system's own.
    default Guard ending(int code, Runnable act) {
      return then(act);
    }

    /// Closing it takes the act back.
    interface Guard extends AutoCloseable {
      @Override
      void close();
    }
  }

  /// Those of this process.
  public static Surroundings ofProcess() {
    // There is none in a Java run-time image without its module.
    var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    return new Surroundings(
        new Streams(
            System.out,
            System.err,
            console.isPresent(),
            console.<Prompt>map(ConsolePrompt::new).orElse(Prompt.NOBODY)),
        System.getenv(),
        Clock.system(ZoneId.systemDefault()),
        Path.of("").toAbsolutePath(),
        new AtShutdown());
  }

  private static final class AtShutdown implements Interruption {
    @Override
    public Guard then(Runnable act) {
      return atShutdown(act);
    }

    @Override
    public Guard ending(int code, Runnable act) {
      return atShutdown(() -> {
        act.run();
        Runtime.getRuntime().halt(code);
      });
    }
  }

  private static Interruption.Guard atShutdown(Runnable act) {
    var hook = new Thread(act, "plimsoll-stops");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException stopping) {
        // It is running already.
      }
    };
  }
}

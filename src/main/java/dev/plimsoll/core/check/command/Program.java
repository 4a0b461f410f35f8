package dev.plimsoll.core.check.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is run, on each system.
public sealed interface Program {
  /// What is started on `system`, or null where nothing is said for it.
  @Nullable Run on(System system);

  /// One line each, for the person who is asked to trust it.
  List<String> describe();

  /// The system that runs Plimsoll.
  enum System {
    LINUX,
    MACOS,
    WINDOWS;

    /// The word in a checklist.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// @param osName the property `os.name`
    static System of(String osName) {
      var name = osName.toLowerCase(Locale.ROOT);
      if (name.startsWith("windows")) {
        return WINDOWS;
      }
      return name.startsWith("mac") ? MACOS : LINUX;
    }
  }

  /// The same everywhere.
  record Same(Run run) implements Program {
    @Override
    public Run on(System system) {
      return run;
    }

    @Override
    public List<String> describe() {
      return lines("runs: ", run);
    }
  }

  /// Of its own on each system named.
  record PerSystem(Map<System, Run> runs) implements Program {
    public PerSystem {
      runs = new EnumMap<>(runs);
    }

    @Override
    public @Nullable Run on(System system) {
      return runs.get(system);
    }

    @Override
    public List<String> describe() {
      var lines = new ArrayList<String>();
      runs.forEach((system, run) -> lines.addAll(lines("runs on " + system.word() + ": ", run)));
      return lines;
    }
  }

  private static List<String> lines(String beginning, Run run) {
    var lines = new ArrayList<>(run.describe());
    lines.set(0, beginning + lines.getFirst());
    return lines;
  }
}

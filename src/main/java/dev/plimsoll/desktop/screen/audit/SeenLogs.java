package dev.plimsoll.desktop.screen.audit;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files that were opened in this window, and how the last verification of every log ended;
/// gone with the window. Everything is called on the window's thread.
public final class SeenLogs {
  private final Set<LogChoice> given = new LinkedHashSet<>();
  private final Map<LogChoice, Level> levels = new HashMap<>();

  void add(LogChoice.GivenFile file) {
    given.add(file);
  }

  void ended(LogChoice log, Level level) {
    levels.put(log, level);
  }

  /// In the order in which they were opened.
  List<LogChoice> given() {
    return List.copyOf(given);
  }

  @Nullable Level level(LogChoice log) {
    return levels.get(log);
  }
}

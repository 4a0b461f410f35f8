package dev.plimsoll.desktop.app;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// `window.properties` in Plimsoll's home. A file that is missing or damaged reads as the usual
/// preferences: it decides how the window looks and nothing else.
final class PreferencesFile {
  private final Path file;

  PreferencesFile(Path home) {
    this.file = home.resolve("window.properties");
  }

  Preferences read() {
    var stored = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      stored.load(reader);
    } catch (IOException | IllegalArgumentException none) {
      return Preferences.USUAL;
    }
    return new Preferences(
        new Look(theme(stored.getProperty("theme")), percent(stored.getProperty("textSize"))),
        stored.getProperty("key"));
  }

  void write(Preferences preferences) {
    var stored = new Properties();
    stored.setProperty("theme", preferences.look().theme().name().toLowerCase(Locale.ROOT));
    stored.setProperty("textSize", Integer.toString(preferences.look().percent()));
    var key = preferences.key();
    if (key != null) {
      stored.setProperty("key", key);
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var writer = Files.newBufferedWriter(file)) {
        stored.store(writer, "How Plimsoll's window looks");
      }
    } catch (IOException full) {
      throw Problem.of(
          "Settings not kept",
          file + " cannot be written.",
          "They hold until the window is closed. Check free space and permissions.",
          full);
    }
  }

  private static Look.Theme theme(@Nullable String word) {
    for (var theme : Look.Theme.values()) {
      if (theme.name().equalsIgnoreCase(word)) {
        return theme;
      }
    }
    return Look.Theme.SYSTEM;
  }

  private static int percent(@Nullable String number) {
    try {
      return number == null ? 100 : Math.clamp(Integer.parseInt(number), 100, 200);
    } catch (NumberFormatException damaged) {
      return 100;
    }
  }
}

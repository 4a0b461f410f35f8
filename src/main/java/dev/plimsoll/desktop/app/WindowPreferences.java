package dev.plimsoll.desktop.app;

import dev.plimsoll.desktop.kit.Preferences;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Keeps preferences and makes the scene follow them, and the system's colours where nothing else
/// was chosen.
final class WindowPreferences implements Preferences.Keeper {
  private final PreferencesFile file;
  private final boolean readOnly;
  private Preferences now;
  private @Nullable Scene scene;

  /// @param readOnly whether what is chosen holds for this window only
  WindowPreferences(PreferencesFile file, boolean readOnly) {
    this.file = file;
    this.readOnly = readOnly;
    this.now = file.read();
  }

  void applyTo(Scene window) {
    scene = window;
    now.look().applyTo(window);
    Platform.getPreferences()
        .colorSchemeProperty()
        .addListener((_, _, _) -> now.look().applyTo(window));
  }

  @Override
  public Preferences read() {
    return now;
  }

  @Override
  public void keep(Preferences preferences) {
    var before = now;
    now = preferences;
    if (scene != null && !before.look().equals(preferences.look())) {
      preferences.look().applyTo(scene);
    }
    if (!readOnly) {
      file.write(preferences);
    }
  }
}

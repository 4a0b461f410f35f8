package dev.plimsoll.desktop.kit;

import org.jspecify.annotations.Nullable;

/// What a person chose on the settings page; kept beside the history.
///
/// @param key fingerprint of the key they sign with, or null
public record Preferences(Look look, @Nullable String key) {
  public static final Preferences USUAL = new Preferences(Look.USUAL, null);

  public Preferences withLook(Look other) {
    return new Preferences(other, key);
  }

  public Preferences withKey(@Nullable String fingerprint) {
    return new Preferences(look, fingerprint);
  }

  /// Reads and keeps preferences.
  public interface Keeper {
    Preferences read();

    /// Keeps them and makes them hold at once.
    void keep(Preferences preferences);
  }
}

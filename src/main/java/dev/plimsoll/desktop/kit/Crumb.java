package dev.plimsoll.desktop.kit;

import org.jspecify.annotations.Nullable;

/// One part of the path in the top bar.
///
/// @param place where a click leads, or null for a part that only informs
public record Crumb(String text, @Nullable Place place) {
  public static Crumb of(String text) {
    return new Crumb(text, null);
  }
}

package dev.plimsoll.desktop.app;

import java.util.Locale;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/// A line of the palette.
///
/// @param detail what kind of thing it is, or where it lies
record Command(String name, String detail, Feather icon, Runnable act) {
  /// Whether every word of `query` occurs in name or detail, in any order.
  boolean matches(String query) {
    var text = (name + " " + detail).toLowerCase(Locale.ROOT);
    return Stream.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
  }
}

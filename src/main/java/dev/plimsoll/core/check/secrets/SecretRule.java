package dev.plimsoll.core.check.secrets;

import dev.plimsoll.core.check.text.BoundedPattern;
import java.util.List;
import java.util.Locale;

/// One kind of secret.
///
/// @param title what it finds: `A GitHub token`
/// @param words one of these must stand near
record SecretRule(
    String id, String title, List<String> words, BoundedPattern match, Traits traits) {
  SecretRule {
    words = List.copyOf(words);
  }

  /// @param entropy bits for each character that a secret has at least
  /// @param block whether it may span lines
  /// @param general whether it gives way to other rules
  /// @param files ends of the names of files that it is for; all where empty
  record Traits(double entropy, boolean block, boolean general, List<String> files) {
    Traits {
      files = List.copyOf(files);
    }
  }

  boolean isFor(String path) {
    if (traits.files().isEmpty()) {
      return true;
    }
    var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith(".env.") || traits.files().stream().anyMatch(name::endsWith);
  }
}

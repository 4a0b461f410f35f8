package dev.plimsoll.core.check.checksums;

import java.util.LinkedHashMap;
import java.util.Map;

/// The forms that a list of digests comes in.
public enum ListForm {
  /// Recognised by name and content.
  AUTO("auto"),
  /// What `sha256sum` writes, or `shasum --tag`.
  SHA256SUM("sha256sum"),
  /// `{"path": "digest"}`, also below `artifacts`.
  JSON("json"),
  /// The digest alone, in a file named after the one it is of.
  BARE("bare"),
  /// Tables of a Markdown document.
  MARKDOWN("markdown"),
  /// Rows parted by commas, semicolons or tabs.
  CSV("csv");

  private final String word;

  ListForm(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Map<String, ListForm> words() {
    var words = new LinkedHashMap<String, ListForm>();
    for (var form : values()) {
      words.put(form.word, form);
    }
    return words;
  }
}

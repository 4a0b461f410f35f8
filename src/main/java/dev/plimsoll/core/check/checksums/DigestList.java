package dev.plimsoll.core.check.checksums;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What stands in one list. Filled by one reader of a form.
final class DigestList {
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final Pattern OTHER_HEX =
      Pattern.compile("[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{128}");

  private final String file;
  private final ListForm form;
  private final List<DigestEntry> entries = new ArrayList<>();
  private final List<Finding> unread = new ArrayList<>();

  DigestList(String file, ListForm form) {
    this.file = file;
    this.form = form;
  }

  String file() {
    return file;
  }

  ListForm form() {
    return form;
  }

  List<DigestEntry> entries() {
    return entries;
  }

  /// Lines that could not be read.
  List<Finding> unread() {
    return unread;
  }

  /// The digest that `text` spells, `sha256:` before it or not; otherwise the text itself.
  static String bare(String text) {
    var digest = text.strip();
    return digest.toLowerCase(Locale.ROOT).startsWith("sha256:")
        ? digest.substring("sha256:".length())
        : digest;
  }

  static boolean isDigest(String text) {
    return HEX.matcher(bare(text)).matches();
  }

  void add(String path, String digest, int line) {
    if (path.isBlank()) {
      unread(line, "It is not said which file this digest is of.", "Name the file.");
    } else if (isDigest(digest)) {
      entries.add(new DigestEntry(path, bare(digest), Position.of(file, line)));
    } else if (OTHER_HEX.matcher(bare(digest)).matches()) {
      unread(
          line,
          path + " has a digest of " + bare(digest).length() + " digits; SHA-256 has 64.",
          "List its SHA-256.");
    } else {
      unread(line, path + " has no SHA-256 digest here.", "Write its 64 hexadecimal digits.");
    }
  }

  void unread(int line, String sentence, String next) {
    unread.add(Finding.error(sentence, Position.of(file, line), next));
  }
}

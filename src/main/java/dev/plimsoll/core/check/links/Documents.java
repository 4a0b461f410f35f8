package dev.plimsoll.core.check.links;

import dev.plimsoll.core.check.paths.RepositoryText;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Reads documents of a work tree.
record Documents(Path root) {
  /// What a document is parsed into takes many times its size.
  private static final long LARGEST = 4L << 20;

  static boolean isOne(String file) {
    return isMarkdown(file) || isRest(file);
  }

  static boolean isMarkdown(String file) {
    var name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".markdown");
  }

  static boolean isRest(String file) {
    var name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".rst") || name.endsWith(".rest");
  }

  /// @param file relative to the repository, with `/`
  /// @throws Problem where it cannot be read
  DocumentLinks read(String file) {
    var place = root.resolve(file);
    try {
      if (Files.size(place) > LARGEST) {
        throw Problem.of(
            "Document not read", file + " is larger than 4 MiB.", "Split it, or leave it out.");
      }
      if (!place.toRealPath().startsWith(root.toRealPath())) {
        throw Problem.of(
            "Document not read", file + " leads out of the repository.", "Leave it out: except.");
      }
    } catch (IOException unreadable) {
      throw Problem.of(
          "Document not read", file + " cannot be read.", "See who may read it.", unreadable);
    }
    var text = RepositoryText.read(place, file);
    return isRest(file) ? RestLinks.read(text) : MarkdownLinks.read(file, text);
  }
}

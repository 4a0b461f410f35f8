package dev.plimsoll.core.check.checksums;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a list in whatever form it has.
final class ListReading {
  private static final String SUFFIX = ".sha256";

  private ListReading() {}

  /// The list, or null where its form is not recognised.
  static @Nullable DigestList read(String file, String text, ListForm form) {
    return switch (form == ListForm.AUTO ? recognised(file, text) : form) {
      case AUTO -> null;
      case SHA256SUM -> SumLines.read(file, text);
      case JSON -> SumJson.read(file, text);
      case BARE -> bare(file, text);
      case MARKDOWN -> SumTable.markdown(file, text);
      case CSV -> SumTable.csv(file, text);
    };
  }

  private static ListForm recognised(String file, String text) {
    var name = file.toLowerCase(Locale.ROOT);
    if (text.stripLeading().startsWith("{")) {
      return ListForm.JSON;
    }
    if (name.endsWith(SUFFIX) && DigestList.isDigest(text)) {
      return ListForm.BARE;
    }
    var first =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .findFirst()
            .orElse("");
    if (SumLines.isOne(first)) {
      return ListForm.SHA256SUM;
    }
    if (name.endsWith(".md") || name.endsWith(".markdown")) {
      return ListForm.MARKDOWN;
    }
    return name.endsWith(".csv") || name.endsWith(".tsv") ? ListForm.CSV : ListForm.AUTO;
  }

  private static DigestList bare(String file, String text) {
    var list = new DigestList(file, ListForm.BARE);
    var name = file.substring(file.lastIndexOf('/') + 1);
    if (name.length() > SUFFIX.length() && name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
      list.add(name.substring(0, name.length() - SUFFIX.length()), text, 1);
    } else {
      list.unread(
          1, "The name of " + file + " does not say which file it is of.", "Call it FILE.sha256.");
    }
    return list;
  }
}

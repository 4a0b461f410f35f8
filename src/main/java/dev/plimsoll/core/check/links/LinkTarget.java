package dev.plimsoll.core.check.links;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a link leads, as it is written.
public sealed interface LinkTarget {
  /// To the web, to a mail program: not looked at here.
  record Elsewhere() implements LinkTarget {}

  /// It cannot lead anywhere.
  ///
  /// @param why the end of a sentence: `is empty`
  record Nowhere(String why) implements LinkTarget {}

  /// @param path relative to the repository, empty for its top
  /// @param anchor what stands behind `#`, or null
  record Inside(String path, @Nullable String anchor) implements LinkTarget {}

  Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*|//.*");
  Pattern ENCODED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /// @param from the document, relative to the repository
  static LinkTarget of(String from, String written) {
    if (SCHEME.matcher(written).matches()) {
      return new Elsewhere();
    }
    if (written.isBlank()) {
      return new Nowhere("is empty");
    }
    var hash = written.indexOf('#');
    var anchor = hash < 0 ? null : decoded(written.substring(hash + 1));
    var path = decoded((hash < 0 ? written : written.substring(0, hash)).split("\\?", 2)[0]);
    if (path.isEmpty()) {
      return new Inside(from, anchor);
    }
    var folder =
        path.startsWith("/") || !from.contains("/") ? "" : from.substring(0, from.lastIndexOf('/'));
    var joined = joined(folder, path);
    return joined == null ? new Nowhere("leads out of the repository") : new Inside(joined, anchor);
  }

  /// A sign that is not encoded well stands for itself.
  private static String decoded(String text) {
    return ENCODED.matcher(text).find()
        ? text
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Null where the path leads out.
  static @Nullable String joined(String folder, String path) {
    var members = new ArrayList<String>();
    for (var member : (folder + "/" + path).split("/")) {
      if (member.equals("..")) {
        if (members.isEmpty()) {
          return null;
        }
        members.removeLast();
      } else if (!member.isEmpty() && !member.equals(".")) {
        members.add(member);
      }
    }
    return String.join("/", members);
  }
}

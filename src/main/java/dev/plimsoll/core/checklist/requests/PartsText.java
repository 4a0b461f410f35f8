package dev.plimsoll.core.checklist.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a body of several parts as it stands in a `.http` file: `--boundary`, header lines, an
/// empty line, and a text or `< file`.
final class PartsText {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=\"?([^\";\\s]{1,70})\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile(";\\s*name=\"?([^\";]+)\"?");
  private static final Pattern FILE_NAME = Pattern.compile(";\\s*filename=\"?([^\";]+)\"?");

  private final List<DraftRequest.Part> parts = new ArrayList<>();
  private final List<String> lines;
  private int at;

  private PartsText(List<String> lines) {
    this.lines = lines;
  }

  /// @param contentType of the request, as written
  /// @param lines of the body
  /// @return null where it has no plain parts
  static @Nullable List<DraftRequest.Part> read(String contentType, List<String> lines) {
    var boundary = BOUNDARY.matcher(contentType);
    var reading = new PartsText(lines);
    return boundary.find() && reading.read("--" + boundary.group(1))
        ? List.copyOf(reading.parts)
        : null;
  }

  private boolean read(String border) {
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    while (at < lines.size() && lines.get(at).strip().equals(border)) {
      at++;
      if (!part(border)) {
        return false;
      }
    }
    return at < lines.size() && lines.get(at).strip().equals(border + "--");
  }

  private boolean part(String border) {
    var name = "";
    var called = "";
    var type = "";
    for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
      var line = lines.get(at).strip();
      var lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-disposition:") && lower.contains("form-data")) {
        name = first(NAME, line);
        called = first(FILE_NAME, line);
      } else if (lower.startsWith("content-type:")) {
        type = line.substring("content-type:".length()).strip();
      } else {
        return false;
      }
    }
    var content = new ArrayList<String>();
    for (at++; at < lines.size() && !lines.get(at).strip().startsWith(border); at++) {
      content.add(lines.get(at));
    }
    var text = String.join("\n", content);
    var file = text.strip().startsWith("< ") && text.strip().lines().count() == 1;
    parts.add(
        new DraftRequest.Part(
            Marked.ofDoubleBraces(name),
            Marked.ofDoubleBraces(file ? text.strip().substring(2).strip() : text),
            file,
            type,
            Marked.ofDoubleBraces(called)));
    return !name.isEmpty() && at < lines.size() && (file || called.isEmpty());
  }

  private static String first(Pattern pattern, String line) {
    var matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(1) : "";
  }
}

package dev.plimsoll.core.check.links;

import dev.plimsoll.core.check.links.DocumentLinks.Kind;
import dev.plimsoll.core.check.links.DocumentLinks.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds links and anchors of a reStructuredText document, line by line: titles, labels, `text
/// <target>`_, `:doc:`, `:ref:`, `:download:`, images and files that are included. Literal blocks
/// and code are passed over. Use it once.
final class RestLinks {
  private static final Pattern UNDERLINE = Pattern.compile("([=\\-~^\"'`#*+:._<>])\\1{2,}\\s*");
  private static final Pattern LABEL = Pattern.compile("\\.\\. _`?([^:`]++)`?:\\s*+(.*)");
  private static final Pattern DIRECTIVE =
      Pattern.compile("\\s*+\\.\\. (?:\\|[^|]++\\| )?([\\w-]++)::\\s*+(.*)");
  private static final Pattern ROLE =
      Pattern.compile(":(doc|ref|download|any):`(?:[^`<]*+<([^`>]++)>|([^`<]++))`");
  private static final Pattern EMBEDDED = Pattern.compile("(?<![:`\\w])`[^`<]*+<([^`>]++)>`__?");
  private static final Pattern LITERAL = Pattern.compile("``.*?``");

  private final List<Link> links = new ArrayList<>();
  private final List<String> anchors = new ArrayList<>();
  private int literalDeeperThan = -1;

  private RestLinks() {}

  static DocumentLinks read(String text) {
    var reading = new RestLinks();
    var lines = text.split("\\r?\\n", -1);
    for (var i = 0; i < lines.length; i++) {
      reading.line(lines[i], i + 1 < lines.length ? lines[i + 1] : "", i + 1);
    }
    return new DocumentLinks(reading.links, reading.anchors);
  }

  private void line(String line, String below, int number) {
    var indent = line.length() - line.stripLeading().length();
    if (literalDeeperThan >= 0 && (line.isBlank() || indent > literalDeeperThan)) {
      return;
    }
    literalDeeperThan = -1;
    if (!line.isBlank()
        && UNDERLINE.matcher(below).matches()
        && !UNDERLINE.matcher(line).matches()) {
      anchors.add(
          line.strip()
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9]+", "-")
              .replaceAll("^-|-$", ""));
    }
    var label = LABEL.matcher(line);
    if (label.matches()) {
      if (label.group(2).isBlank()) {
        anchors.add(label.group(1).strip().toLowerCase(Locale.ROOT));
      } else if (!label.group(2).endsWith("_")) {
        links.add(new Link(Kind.REFERENCE, label.group(2).strip(), number));
      }
      return;
    }
    var directive = DIRECTIVE.matcher(line);
    if (directive.matches()) {
      directive(directive.group(1), directive.group(2).strip(), number, indent);
      return;
    }
    inline(LITERAL.matcher(line).replaceAll(" "), number);
    if (line.stripTrailing().endsWith("::")) {
      literalDeeperThan = indent;
    }
  }

  private void directive(String name, String argument, int number, int indent) {
    switch (name) {
      case "image", "figure", "include", "literalinclude" -> {
        if (!argument.isEmpty() && !argument.startsWith("<")) {
          links.add(new Link(Kind.REFERENCE, argument, number));
        }
      }
      case "code", "code-block", "sourcecode", "highlight", "parsed-literal", "raw", "math" ->
          literalDeeperThan = indent;
      default -> inline(LITERAL.matcher(argument).replaceAll(" "), number);
    }
  }

  private void inline(String text, int number) {
    var roles = ROLE.matcher(text);
    while (roles.find()) {
      var target = (roles.group(2) == null ? roles.group(3) : roles.group(2)).strip();
      switch (roles.group(1)) {
        case "doc" -> links.add(new Link(Kind.DOCUMENT, target, number));
        case "ref" -> links.add(new Link(Kind.LABEL, target.toLowerCase(Locale.ROOT), number));
        case "download" -> links.add(new Link(Kind.REFERENCE, target, number));
        default -> {}
      }
    }
    var embedded = EMBEDDED.matcher(text);
    while (embedded.find()) {
      if (!embedded.group(1).endsWith("_")) {
        links.add(new Link(Kind.REFERENCE, embedded.group(1).strip(), number));
      }
    }
  }
}

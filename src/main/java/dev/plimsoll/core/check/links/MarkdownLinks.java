package dev.plimsoll.core.check.links;

import dev.plimsoll.core.check.links.DocumentLinks.Kind;
import dev.plimsoll.core.check.links.DocumentLinks.Link;
import dev.plimsoll.core.check.markdown.Markdown;
import dev.plimsoll.core.check.markdown.Slugs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Finds links and anchors of a Markdown document. Code is passed over. Use it once.
final class MarkdownLinks {
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern ANCHOR =
      Pattern.compile("<[^<>]*?\\s(?:id|name)\\s*+=\\s*+[\"']([^\"'>]++)[\"']");
  private static final Pattern TARGET =
      Pattern.compile("<[^<>]*?\\s(?:href|src)\\s*+=\\s*+[\"']([^\"'>]*+)[\"']");
  private static final Pattern BY_NAME =
      Pattern.compile("(?:^|[\\s(])!?\\[([^\\[\\]^][^\\[\\]]*+)\\]\\[([^\\[\\]^][^\\[\\]]*+)\\]");
  private static final Pattern PATH = Pattern.compile("(?:\\./)?[\\w.@-]++(?:/[\\w.@-]++)++");
  private static final Pattern NAMED_FILE = Pattern.compile(".*[\\w-]\\.[A-Za-z][A-Za-z0-9]{0,6}");

  private final List<Link> links = new ArrayList<>();
  private final List<String> anchors = new ArrayList<>();
  private final Slugs slugs = new Slugs();

  private MarkdownLinks() {}

  static DocumentLinks read(String file, String text) {
    var reading = new MarkdownLinks();
    Markdown.walk(Markdown.parse(file, text), reading::see);
    return new DocumentLinks(reading.links, reading.anchors);
  }

  private void see(Node node) {
    switch (node) {
      case Heading heading -> {
        anchors.add(slugs.next(Markdown.text(heading)));
        undefined(heading);
      }
      case Paragraph paragraph -> undefined(paragraph);
      case org.commonmark.node.Link link -> reference(link.getDestination(), node);
      case Image image -> reference(image.getDestination(), node);
      case HtmlInline html -> html(html.getLiteral(), node);
      case HtmlBlock html -> html(html.getLiteral(), node);
      case Code code -> mention(code);
      default -> {}
    }
  }

  private void reference(String target, Node node) {
    links.add(new Link(Kind.REFERENCE, target, Markdown.line(node)));
  }

  private void html(String literal, Node node) {
    // comments lose their words and keep their lines
    var html =
        COMMENT.matcher(literal).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
    var ids = ANCHOR.matcher(html);
    while (ids.find()) {
      anchors.add(ids.group(1));
    }
    var targets = TARGET.matcher(html);
    while (targets.find()) {
      var line = html.substring(0, targets.start(1)).chars().filter(c -> c == '\n').count();
      links.add(
          new Link(Kind.REFERENCE, targets.group(1), Markdown.line(node) + Math.toIntExact(line)));
    }
  }

  private void mention(Code code) {
    var path = code.getLiteral().strip();
    if (PATH.matcher(path).matches() && NAMED_FILE.matcher(path).matches()) {
      links.add(new Link(Kind.MENTION, path, Markdown.line(code)));
    }
  }

  /// `[words][name]` is text where the name is defined nowhere.
  private void undefined(Node block) {
    var text = new StringBuilder();
    for (var part = block.getFirstChild(); part != null; part = part.getNext()) {
      switch (part) {
        case Text words -> text.append(words.getLiteral());
        case SoftLineBreak _ -> text.append('\n');
        default -> text.append('\0');
      }
    }
    var found = BY_NAME.matcher(text);
    while (found.find()) {
      var line = text.substring(0, found.start(2)).chars().filter(c -> c == '\n').count();
      links.add(
          new Link(Kind.UNDEFINED, found.group(2), Markdown.line(block) + Math.toIntExact(line)));
    }
  }
}
